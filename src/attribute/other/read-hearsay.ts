import type { Span } from '#core/article.ts';
import { clean } from './content.ts';
import { type Found, make } from './found.ts';
import { closeOf, isQuotedAt, lowerAt, printedText, type Sentence } from './sentence.ts';

/** "Ein Kassenwart | soll | … gebracht haben", "al parecer": what is told, and nobody tells it. */
export function readHearsay(sentence: Sentence, index: number): Found | null {
  const { scan, unit, words } = sentence;
  const text = printedText(sentence).toLowerCase();
  const whole = { start: unit.span.start, end: closeOf(sentence) };
  const sourceless = (content: readonly Span[], cue: Span): Found => ({
    statement: {
      ...make(sentence, index, 'sourceless', { cue, verb: null, source: null, content }),
      hedge: scan.text.slice(cue.start, cue.end),
      verb: scan.text.slice(cue.start, cue.end).toLowerCase(),
    },
    who: null,
  });
  const phrase = words.hearsay.find(
    (saying) =>
      (text.startsWith(saying) && !/^\p{L}/u.test(text.slice(saying.length))) ||
      text.includes(` ${saying} `) ||
      text.includes(` ${saying},`),
  );
  if (phrase !== undefined) {
    const start = unit.span.start + text.indexOf(phrase);
    const content = clean(
      scan.text,
      start === unit.span.start ? { start: start + phrase.length, end: whole.end } : whole,
    );
    return content === null ? null : sourceless([content], { start, end: start + phrase.length });
  }
  for (let i = unit.first; i < unit.end; i += 1)
    if (words.if.has(lowerAt(sentence, i)) && !isQuotedAt(sentence, i)) return null;
  for (let i = unit.first + 1; i < unit.end - 1; i += 1) {
    const token = scan.tokens[i];
    if (token === undefined || isQuotedAt(sentence, i) || !words.rumours.has(lowerAt(sentence, i))) continue;
    const cue = { start: token.start, end: token.end };
    const rest = scan.text.slice(cue.end, whole.end);
    if (!words.perfect.some((pattern) => pattern.test(rest))) return null;
    const subject = clean(scan.text, { start: unit.span.start, end: cue.start });
    const told = clean(scan.text, { start: cue.end, end: whole.end });
    if (subject === null || told === null) return null;
    return words.rumoursInside
      ? sourceless([{ start: subject.start, end: told.end }], cue)
      : sourceless([subject, told], cue);
  }
  return null;
}

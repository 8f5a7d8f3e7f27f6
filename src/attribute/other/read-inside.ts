import { clean } from './content.ts';
import { type Found, make, speakerOf, speechIn, tokenAt } from './found.ts';
import type { Spoken } from './meant-by.ts';
import { isPronoun } from './phrase-from.ts';
import { lowerAt, type Sentence } from './sentence.ts';
import { speakerAfter } from './speaker-after.ts';
import { verbsOf } from './verbs-of.ts';

/** « …, a-t-elle expliqué. … »: a cue that stands inside the marks. */
export function readInside(sentence: Sentence, index: number, spoken: readonly Spoken[]): Found | null {
  const { scan, unit } = sentence;
  const inner: Sentence = { ...sentence, isInside: true };
  for (const quote of speechIn(sentence, unit.first)) {
    const from = tokenAt(sentence, quote.inner.start, unit.first);
    const to = tokenAt(sentence, quote.inner.end, from);
    for (const verb of verbsOf({ ...inner, unit: { ...unit, first: from, end: to } })) {
      const mark = verb.first - 1;
      if (mark <= from || !/^[,!?]$/.test(scan.tokens[mark]?.text ?? '')) continue;
      const phrase = speakerAfter({ ...inner, unit: { ...unit, first: from, end: to } }, verb);
      if (phrase === null) continue;
      const speaker = speakerOf(inner, phrase, spoken);
      const isSomebody = speaker.who.person !== null || (isPronoun(inner, phrase) && phrase.first < verb.at);
      const next = scan.tokens[phrase.first < verb.at ? verb.end : phrase.end]?.text ?? '';
      if (!isSomebody || !(/^[,.]$/.test(next) || phrase.end >= to)) continue;
      const stop = scan.text.slice(
        Math.max(verb.end, phrase.end) === to
          ? quote.inner.end
          : (scan.tokens[Math.max(verb.at, phrase.end - 1)]?.end ?? 0),
        quote.inner.end,
      );
      // Behind a name its aside goes on to the sentence's end; behind a pronoun what was said goes on.
      const rest = next === ',' && isPronoun(inner, phrase) ? 1 : stop.search(/[.!?]/u) + 1;
      const pieces = [
        clean(scan.text, {
          start: quote.inner.start,
          end: scan.tokens[mark]?.text === ',' ? (scan.tokens[mark]?.start ?? 0) : (scan.tokens[mark]?.end ?? 0),
        }),
        rest === 0 ? null : clean(scan.text, { start: quote.inner.end - stop.length + rest, end: quote.inner.end }),
      ].filter((piece) => piece !== null);
      const cue = { start: scan.tokens[verb.first]?.start ?? 0, end: scan.tokens[verb.at]?.end ?? 0 };
      const statement = make(sentence, index, 'quotation', {
        cue,
        verb: lowerAt(sentence, verb.at),
        source: speaker.source,
        content: pieces,
      });
      return { statement, who: speaker.who };
    }
  }
  return null;
}

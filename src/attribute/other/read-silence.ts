import { clean, isAnd } from './content.ts';
import { type Found, make, sameSpeaker, speakerOf, tokenAt } from './found.ts';
import type { Spoken } from './meant-by.ts';
import { opensClause } from './read-after.ts';
import { closeOf, isQuotedAt, lowerAt, printedText, type Sentence } from './sentence.ts';
import { speakerAfter } from './speaker-after.ts';
import { openingPhrase, speakerBefore } from './speaker-before.ts';
import type { Verb } from './verbs-of.ts';

/** "Wollte sich nicht äußern", "n’a pas souhaité commenter". */
export function readSilence(sentence: Sentence, index: number, spoken: readonly Spoken[]): Found | null {
  const { scan, unit, words } = sentence;
  const text = printedText(sentence);
  for (const pattern of words.declines) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const start = unit.span.start + match.index;
    const first = tokenAt(sentence, start, unit.first);
    if (isQuotedAt(sentence, first)) continue;
    const verb: Verb = { at: first, first, end: first + 1 };
    // "Die Stadt bestätigt das, will sich | aber …", "… men avstår från att kommentera": whoever the sentence began with.
    const joined = isAnd(sentence, first - 1) ? openingPhrase(sentence, first) : null;
    const phrase =
      joined ??
      speakerBefore(sentence, verb) ??
      speakerAfter(sentence, verb) ??
      openingPhrase(sentence, Math.max(unit.first + 1, first - 1));
    const speaker =
      phrase === null
        ? words.nullSubject && opensClause(sentence, verb)
          ? sameSpeaker(sentence, verb, spoken)
          : null
        : speakerOf(sentence, phrase, spoken);
    if (speaker === null) return null;
    const cue = { start, end: scan.tokens[first]?.end ?? start };
    const what = match.groups?.what?.trim() ?? '';
    const last = match[0].trim().split(/\s/).at(-1) ?? '';
    const isAside = words.asides.has(what.toLowerCase());
    const said = what === '' || isAside || (phrase !== null && phrase.first > first) ? last : what;
    const from = unit.span.start + match.index + match[0].lastIndexOf(said);
    const content = clean(scan.text, { start: from, end: Math.min(from + said.length, closeOf(sentence)) });
    if (content === null) return null;
    const statement = make(sentence, index, 'silence', {
      cue,
      verb: lowerAt(sentence, first),
      source: speaker.source,
      content: [content],
    });
    return { statement: { ...statement, stance: 'declines', hedge: null }, who: speaker.who };
  }
  return null;
}

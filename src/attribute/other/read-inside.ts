import { clean } from './content.ts';
import { cueOf, type Found, make, speakerOf, speechIn, tokenAt } from './found.ts';
import type { Spoken } from './meant-by.ts';
import { isPronoun } from './phrase-from.ts';
import type { Sentence } from './sentence.ts';
import { speakerAfter } from './speaker-after.ts';
import { verbsOf } from './verbs-of.ts';

/** « …, a-t-elle expliqué. … »: a cue that stands inside the marks. */
export function readInside(sentence: Sentence, index: number, spoken: readonly Spoken[]): Found | null {
  const { scan, unit } = sentence;
  const inner: Sentence = { ...sentence, isInside: true };
  for (const quote of speechIn(sentence, unit.first)) {
    const from = tokenAt(sentence, quote.inner.start, unit.first);
    const to = tokenAt(sentence, quote.inner.end, from);
    const within: Sentence = { ...inner, unit: { ...unit, first: from, end: to } };
    for (const verb of verbsOf(within)) {
      const mark = verb.first - 1;
      if (mark <= from || !/^[,!?]$/.test(scan.tokens[mark]?.text ?? '')) continue;
      const phrase = speakerAfter(within, verb);
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
      const statement = make(sentence, index, 'quotation', {
        ...cueOf(sentence, verb),
        source: speaker.source,
        content: pieces,
      });
      return { statement, who: speaker.who };
    }
  }
  return null;
}

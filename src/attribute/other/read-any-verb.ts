import { cueOf, type Found, make, speakerOf, speechIn, tokenAt } from './found.ts';
import type { Spoken } from './meant-by.ts';
import { isPronoun } from './phrase-from.ts';
import { isMark, lowerAt, type Sentence } from './sentence.ts';
import { speakerAfter } from './speaker-after.ts';
import { speakerBefore } from './speaker-before.ts';
import type { Verb } from './verbs-of.ts';

/** «…», ha tuonato il presidente: right behind a quotation any verb is one of saying, where somebody follows it. */
export function readAnyVerb(sentence: Sentence, index: number, spoken: readonly Spoken[]): Found | null {
  const { scan, unit, words } = sentence;
  const calls = readQuotingVerb(sentence, index, spoken);
  if (calls !== null) return calls;
  const quote = sentence.quotes.find(({ outer, shape }) => outer.start === unit.span.start && shape === 'utterance');
  if (quote === undefined) return null;
  let first = tokenAt(sentence, quote.outer.end, unit.first);
  if (isMark(sentence, first, ',–—')) first += 1;
  let at = first;
  while (words.auxiliaries.has(lowerAt(sentence, at)) || words.reflexives.has(lowerAt(sentence, at))) at += 1;
  const lower = lowerAt(sentence, at);
  const isWord =
    /^\p{Ll}{3,}$/u.test(scan.tokens[at]?.text ?? '') &&
    !words.articles.has(lower) &&
    !words.prepositions.has(lower) &&
    !words.stops.has(lower) &&
    !words.connectors.has(lower);
  if (!isWord || at >= unit.end) return null;
  const verb: Verb = { at, first, end: at + 1 };
  const phrase = speakerAfter(sentence, verb);
  const speaker = phrase === null ? null : speakerOf(sentence, phrase, spoken);
  if (speaker === null || phrase === null || (speaker.who.bearer.kind !== 'person' && !isPronoun(sentence, phrase)))
    return null;
  const content = [quote.inner, ...speechIn(sentence, speaker.end).map(({ inner }) => inner)];
  return {
    statement: make(sentence, index, 'quotation', { ...cueOf(sentence, verb), source: speaker.source, content }),
    who: speaker.who,
  };
}

/** "La procureure, Nadège Sarrazin, a raillé « … »": a person, a word that may be a verb, and right behind it her words. */
function readQuotingVerb(sentence: Sentence, index: number, spoken: readonly Spoken[]): Found | null {
  const { unit, words } = sentence;
  const quote = speechIn(sentence, unit.first)[0];
  if (quote === undefined || words.verbSecond) return null;
  const end = tokenAt(sentence, quote.outer.start, unit.first);
  const at = end - 1;
  const lower = lowerAt(sentence, at);
  const isWord =
    /^\p{Ll}{4,}$/u.test(lower) &&
    !words.prepositions.has(lower) &&
    !words.stops.has(lower) &&
    !words.articles.has(lower) &&
    !words.of.has(lower);
  if (!isWord || at <= unit.first) return null;
  let first = at;
  while (first > unit.first && words.auxiliaries.has(lowerAt(sentence, first - 1))) first -= 1;
  const verb: Verb = { at, first, end };
  const phrase = speakerBefore(sentence, verb);
  const speaker = phrase === null ? null : speakerOf(sentence, phrase, spoken);
  if (speaker === null || speaker.who.person === null) return null;
  const statement = make(sentence, index, 'quotation', {
    ...cueOf(sentence, verb),
    source: speaker.source,
    content: [quote.inner],
  });
  return { statement, who: speaker.who };
}

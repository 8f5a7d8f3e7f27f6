import type { Objection } from '#core/claim.ts';
import { contentWords } from '#language/content-words.ts';
import data from '../data/retelling.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { holdsOneOf, isOneOf, type ReadSentence, type Word } from '../read-sentence.ts';
import { retoldSentences } from '../support/told-sentences.ts';
import type { Subject } from './check.ts';

/** Words that say more than others in their place, with those that say as much. */
const VERBS = data.verbs.map((group) => new Set(group));
/** What tells of one's own words against oneself, as much as it makes of them. */
const MILD = new Set(data.mild);
const ALL = new Set(data.all);
const MOST = new Set(data.most);
const MEASURES = data.measures.map((group) => new Set(group));

/**
 * What a writer puts into an article's mouth by one word: a verb that says more than the article's ("admitted" for "said"), "all" or
 * "most" for "some", a reason where none is given, another measure behind a figure.
 */
export function checkWording(subject: Subject, ground: Ground): Objection[] {
  return retoldSentences(subject, ground).flatMap(({ words, given, isCited }) => {
    if (!isCited) {
      return [
        ...objectToVerbs(
          words,
          (group, next, word) => isOneOf(word, MILD) || !isUpgrade(group, next) || standsAnywhere(group, ground),
        ),
        ...(standsAnywhere(ALL, ground) ? [] : objectToQuantities(words, given)).filter(({ text }) => ALL.has(text)),
      ];
    }
    if (given.length === 0) return [];
    return [
      ...objectToVerbs(words, (group) => holdsOneOf(given, group)),
      ...objectToQuantities(words, given),
      ...objectToCause(words, given),
      ...objectToMeasures(words, given),
    ];
  });
}

function objectToVerbs(
  { words }: ReadSentence,
  isGiven: (group: ReadonlySet<string>, next: Word | undefined, word: Word) => boolean,
): Objection[] {
  return words.flatMap((word, at) => {
    const group = VERBS.find((list) => isOneOf(word, list));
    if (group === undefined || isGiven(group, words[at + 1], word)) return [];
    return [{ check: 'wording', text: word.lower, reason: `the article does not say “${word.lower}” here` }];
  });
}

/** What makes more of somebody's words; the others a reader may say of what the article tells in a sentence or two. */
function isUpgrade(group: ReadonlySet<string>, next: Word | undefined): boolean {
  // "Agreed to sell": a decision, not what two agree on.
  return data.upgrades.some((verb) => group.has(verb) && !(verb === 'agree' && next?.lower === 'to'));
}

/** In any form, in any sentence. */
function standsAnywhere(group: ReadonlySet<string>, { words, stemPlaces, article: { language } }: Ground): boolean {
  return [...group].some(
    (word) => words.has(word) || contentWords(word, language).some((stem) => stemPlaces.has(stem)),
  );
}

function objectToQuantities({ words }: ReadSentence, cited: readonly ReadSentence[]): Objection[] {
  return words.flatMap((word, at) => {
    const isAll = isOneOf(word, ALL) && words[at - 1]?.lower !== 'at';
    const isMost = isOneOf(word, MOST) && words[at - 1]?.lower !== 'at' && !isComparing(words, at);
    if (isAll ? holdsOneOf(cited, ALL) : !isMost || holdsOneOf(cited, MOST) || holdsMoreThanHalf(cited)) return [];
    return [{ check: 'wording', text: word.lower, reason: `the passage does not say “${word.lower}”` }];
  });
}

/** "The most expensive": no share of anything. */
function isComparing(words: readonly Word[], at: number): boolean {
  return (
    ['the', 'a', 'our', 'his', 'her', 'their', 'its'].includes(words[at - 1]?.lower ?? '') &&
    words[at + 1]?.lower !== 'of'
  );
}

function holdsMoreThanHalf(cited: readonly ReadSentence[]): boolean {
  return cited.some(({ figures }) => figures.some(({ kind, value }) => kind === 'percent' && (value ?? 0) > 50));
}

function objectToCause({ text }: ReadSentence, cited: readonly ReadSentence[]): Objection[] {
  const given = data.cause.find((phrase) => holdsPhrase(text, phrase));
  if (given === undefined) return [];
  const isGiven = cited.some((sentence) => data.causeGiven.some((phrase) => holdsPhrase(sentence.text, phrase)));
  return isGiven ? [] : [{ check: 'wording', text, reason: `the passage gives no reason, and this says “${given}”` }];
}

function holdsPhrase(text: string, phrase: string): boolean {
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(phrase); at >= 0; at = lower.indexOf(phrase, at + 1)) {
    const around = [lower.charAt(at - 1), lower.charAt(at + phrase.length)];
    if (!around.some((char) => /[\p{L}\p{N}]/u.test(char))) return true;
  }
  return false;
}

/** Words behind a figure in which its measure stands: "24 million litres", "30 square kilometres". */
const MEASURE_REACH = 2;

function objectToMeasures({ words, figures }: ReadSentence, cited: readonly ReadSentence[]): Objection[] {
  return figures.flatMap(({ kind, span, text }) => {
    // The "m" of "£27m" is a million: money is counted in no measure.
    if (kind === 'money') return [];
    const after = words.filter(({ start }) => start >= span.start).slice(0, MEASURE_REACH + text.split(/\s+/u).length);
    const word = after.find((one) => MEASURES.some((group) => isOneOf(one, group)));
    const group = word === undefined ? undefined : MEASURES.find((list) => isOneOf(word, list));
    if (word === undefined || group === undefined || holdsOneOf(cited, group)) return [];
    return [{ check: 'wording', text: word.lower, reason: `the passage does not count in “${word.lower}”` }];
  });
}

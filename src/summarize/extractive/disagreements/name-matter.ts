import type { Article } from '#core/article.ts';
import { contentWords } from '#language/content-words.ts';
import contrast from '../data/contrast-words.json' with { type: 'json' };
import counted from '../data/counted-things.json' with { type: 'json' };
import type { Passage } from '../read-passages.ts';
import { type NounPhrase, nounPhrases } from './noun-phrases.ts';
import type { Statement } from './read-statements.ts';

/** Nouns that point at what was said before: a reader who sees only the name of the matter does not know at what. */
const POINTING = new Set(contrast.pointing);

const COUNTED = new Set(counted.things.flat());

/** What is said by both sides names the matter better than what the article often says. */
const SHARED_BONUS = 3;

/** What is done comes before when and where; a phrase counts that much less for each one before it. */
const PLACE_DISCOUNT = 0.2;

/** Between the mean (1), which likes single words, and the sum (0), which likes long phrases. */
const LENGTH_DISCOUNT = 0.4;

/** The matter of a difference in the article's own words: the noun phrase that the sides share, or the likeliest one. */
export function nameMatter(group: readonly Statement[], passages: readonly Passage[], article: Article): string {
  const { language } = article;
  const isShared = (words: string): boolean => contentWords(words, language).some((word) => sidesOf(word, group) > 1);
  // What is only counted ("41 people") is the measure, not the matter, unless both sides count it ("one lane", "two lanes").
  const phrasesOf = (text: string) =>
    nounPhrases(text, language).filter(({ isCounted, words }) => !isCounted || isShared(words));
  const isPointing = ({ noun, words }: NounPhrase): boolean => POINTING.has(noun) && words.endsWith(noun);
  const all = group.flatMap(({ text }) => phrasesOf(text));
  const said = all.filter((phrase) => !isPointing(phrase));
  // "112 people were unaccounted for", "200 were missing": what is counted is the matter, and no noun names it.
  const thing = said.length > 0 ? undefined : group.flatMap(({ plain }) => plain).findLast((word) => COUNTED.has(word));
  if (thing !== undefined) return thing;
  const around = group.flatMap(({ place }) => phrasesOf(passages[place]?.text ?? ''));
  const unpointing = around.filter((phrase) => !isPointing(phrase));
  const phrases = [said, unpointing, all, around].find(({ length }) => length > 0) ?? [];
  let best: NounPhrase | undefined;
  let most = -1;
  for (const [place, phrase] of phrases.entries()) {
    const words = contentWords(phrase.words, language);
    const sum = words.reduce((total, word) => total + scoreOf(word, group, passages), 0);
    const score = sum / Math.max(1, words.length) ** LENGTH_DISCOUNT / (1 + place * PLACE_DISCOUNT);
    if (score <= most) continue;
    most = score;
    best = phrase;
  }
  return best === undefined ? article.title : withoutCapital(fullestOf(best.words, [...all, ...around]), article.text);
}

/** "Repairs would cost …": its capital is the sentence's. A word that the article writes so in mid-sentence keeps it, and so does "AI". */
function withoutCapital(phrase: string, text: string): string {
  const [word = ''] = phrase.split(' ', 1);
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return phrase;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (/[\p{Ll},] $/u.test(text.slice(Math.max(0, at - 2), at))) return phrase;
  }
  return phrase.charAt(0).toLowerCase() + phrase.slice(1);
}

/** "Planned test" and "sale of the unit" tell more than "test" and "sale", and of what two count ("one lane", "two lanes") the plural does. */
function fullestOf(phrase: string, phrases: readonly NounPhrase[]): string {
  if (phrase.includes(' ')) return phrase;
  const isSame = ({ noun }: NounPhrase) => [phrase.toLowerCase(), `${phrase.toLowerCase()}s`].includes(noun);
  const size = (words: string) => words.split(' ').length * LONGEST_WORD + words.length;
  return phrases.filter(isSame).reduce((best, { words }) => (size(words) > size(best) ? words : best), phrase);
}

/** More letters than any word has, so that words count before letters. */
const LONGEST_WORD = 100;

function scoreOf(word: string, group: readonly Statement[], passages: readonly Passage[]): number {
  const count = passages.filter(({ words }) => words.has(word)).length;
  return Math.log(1 + count) + (sidesOf(word, group) > 1 ? SHARED_BONUS : 0);
}

/** How many sources say a word. */
function sidesOf(word: string, group: readonly Statement[]): number {
  return new Set(group.filter(({ words }) => words.has(word)).map(({ attribution }) => attribution.source)).size;
}

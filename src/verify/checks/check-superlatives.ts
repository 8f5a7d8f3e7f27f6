import type { Objection } from '#core/claim.ts';
import data from '../data/superlatives.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import type { Word } from '../read-sentence.ts';
import { findBearing } from '../support/find-bearing.ts';
import { sentenceAt } from '../support/retold-by.ts';
import { retoldSentences, type Told } from '../support/told-sentences.ts';
import { plainWords } from '../words/words-of.ts';
import type { Subject } from './check.ts';

const SOLE: ReadonlySet<string> = new Set(data.sole);

/** What stands before "only" or "first" where it says that there is no other: "the only crossing", but not "only six", "at first". */
const BEFORE: ReadonlySet<string> = new Set(data.before);

/** Words by which an article may say the same: "there has never been one", "more than any other". */
const LIKEWISE: ReadonlySet<string> = new Set(data.likewise);

const TOP: ReadonlySet<string> = new Set(data.top);

const NOT_SUPERLATIVE: ReadonlySet<string> = new Set(data.notSuperlative);

/**
 * Nothing is the only one, the first or the largest that the article does not call so: none of the sentences that bear it has the
 * word or another by which that may be said. English only, by its words.
 */
export function checkSuperlatives(subject: Subject, ground: Ground): Objection[] {
  if (!ground.article.language.startsWith('en')) return [];
  return retoldSentences(subject, ground)
    .flatMap((told) => objectTo(told, ground))
    .slice(0, 1);
}

function objectTo({ text, words: { words }, places, isCited }: Told, ground: Ground): Objection[] {
  const said = words.find((word, at) => isSuperlative(word) || isSole(words, at));
  if (said === undefined) return [];
  const bearing = isCited ? places : findBearing(text, ground);
  if (bearing.length === 0) return [];
  const { title } = ground.article;
  const given = bearing.flatMap((place) => plainWords(sentenceAt(place, ground))).concat(plainWords(title));
  // "The biggest" may be told for "the largest".
  if (given.includes(said.lower) || given.some((word) => isSuperlativeForm(word))) return [];
  const isElsewhere = !SOLE.has(said.lower) && ground.words.has(said.lower);
  const alike = SOLE.has(said.lower) ? LIKEWISE : TOP;
  if (isElsewhere || given.some((word) => alike.has(word))) return [];
  return [{ check: 'wording', text: said.lower, reason: `the article does not call this “${said.lower}”` }];
}

function isSuperlative({ lower, isVerb, isName }: Word): boolean {
  return !isVerb && !isName && isSuperlativeForm(lower);
}

function isSuperlativeForm(word: string): boolean {
  return word === 'best' || word === 'worst' || (/.{3}est$/u.test(word) && !NOT_SUPERLATIVE.has(word));
}

function isSole(words: readonly Word[], at: number): boolean {
  return SOLE.has(words[at]?.lower ?? '') && BEFORE.has(words[at - 1]?.lower ?? '');
}

import type { Article } from '#core/article.ts';
import type { Testimony } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { alike, type Grounding, groundAnswer } from './ground-answer.ts';
import { isEnglish } from './is-english.ts';
import { readClauses } from './read-clauses.ts';
import { type Passage, readPassages, sentencesAt } from './read-passages.ts';
import type { Question } from './read-question.ts';

/** A passage that may answer, and what tells whether it does; all from 0 to 1. */
export type Candidate = {
  readonly passage: Passage;
  /** What it is ranked by. */
  readonly score: number;
  /** The share of the question that it holds, with the sentences beside it. */
  readonly coverage: number;
  /** How well the best thing in it is of the kind asked for. */
  readonly fit: number;
  /** How surely what is done in the question is told in it or right before it; 1 where the question's verb says little. */
  readonly deed: number;
  /** Whether the article speaks at all of what is wanted and of what is counted. */
  readonly isTold: boolean;
  /** Whether the article holds all names of the question. */
  readonly isNamed: boolean;
};

/** What a passage gains by a thing of the kind asked for, and by how much of the question hangs on that thing. */
const FIT_BONUS = 0.1;
const GROUND_BONUS = 0.2;

/** What a passage of `LONG_WORDS` content words or more loses: a long sentence holds many words by chance. */
const LENGTH_PENALTY = 0.05;

/** What a word counts for that stands only in the sentence before: pronouns and "the plan" take it up. */
const WORD_BEFORE = 0.4;

/** And where it stands only in the sentence behind, which is seldomer of the same matter. */
const WORD_AFTER = 0.2;

/** Passages that hold fewer of the question's words are not read closely: they are never first. */
const CLOSELY_READ = 12;

const LONG_WORDS = 30;

/** UTF-16 units; longer is no sentence, and pairing its words would take long. */
const LONGEST_READ = 1_500;

/** The article's passages that share a word with the question, with their traits; those that share most first. */
export function describeCandidates(asked: Question, article: Article, testimony: Testimony): Candidate[] {
  const passages = readPassages(article, testimony).filter(({ isProse }) => isProse);
  const mentions = wordsOfMentions(article, testimony);
  const held = passages.map(({ words, index }) => new Set([...words, ...(mentions.get(index) ?? [])]));
  const credits = held.map((words) => creditsOf(asked.words, words));
  const weights = weighWords(asked.words, credits);
  const total = sumOf([...weights.values()]) || 1;
  const holds = (word: string) => credits.some((credit) => (credit.get(word) ?? 0) > 0);
  const isNamed = [...asked.names].every(holds);
  // What "what" asks for is often not written: "What tragic event …".
  const isTold =
    asked.kind === 'any' ||
    [...asked.focus, ...(asked.counted === null ? [] : [asked.counted])].every(
      (word) => isSort(asked, word) || holds(word),
    );
  return passages
    .map((passage, at) => {
      let coverage = 0;
      let inside = 0;
      for (const [word, weight] of weights) {
        const [here = 0, before = 0, after = 0] = [at, at - 1, at + 1].map((place) => credits[place]?.get(word) ?? 0);
        coverage += weight * Math.max(here, before * WORD_BEFORE, after * WORD_AFTER);
        inside += weight * here;
      }
      return { passage, at, coverage: coverage / total, inside: inside / total };
    })
    .filter(({ coverage }) => coverage > 0)
    .toSorted((a, b) => b.coverage - a.coverage || a.at - b.at)
    .slice(0, CLOSELY_READ)
    .map(({ passage, at, coverage, inside }): Candidate => {
      const mentioned = new Set(mentions.get(passage.index) ?? []);
      const { fit, ground } = groundingOf(asked, passage, article.language, weights, mentioned, inside);
      const length = Math.min(1, passage.words.size / LONG_WORDS);
      const deed =
        asked.deed === null ? 1 : Math.max(...[at, at - 1].map((place) => credits[place]?.get(asked.deed ?? '') ?? 0));
      const score = coverage + fit * FIT_BONUS + fit * ground * GROUND_BONUS - length * LENGTH_PENALTY;
      return { passage, score, coverage, fit, deed, isTold, isNamed };
    })
    .toSorted((a, b) => b.score - a.score || a.passage.index - b.passage.index);
}

/** "Company" in "Which company" need not be written: a name is one. */
function isSort({ focus, sort, kind }: Question, word: string): boolean {
  return kind !== 'any' && sort !== null && word === focus.at(-1);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function groundingOf(
  asked: Question,
  { text }: Passage,
  language: string,
  weights: ReadonlyMap<string, number>,
  mentioned: ReadonlySet<string>,
  inside: number,
): Grounding {
  if (!isEnglish(language) || text.length > LONGEST_READ) return { fit: 1, ground: inside };
  return groundAnswer(asked, text, readClauses(text, language), weights, mentioned);
}

/** How surely each word stands among those held. */
function creditsOf(words: ReadonlySet<string>, held: ReadonlySet<string>): Map<string, number> {
  return new Map(
    [...words].map((word) => [
      word,
      held.has(word) ? 1 : [...held].reduce((best, other) => Math.max(best, alike(word, other)), 0),
    ]),
  );
}

/** A word that few sentences hold tells more; one that none holds counts most, since the article does not speak of it. */
function weighWords(words: ReadonlySet<string>, credits: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  return new Map(
    [...words].map((word) => {
      const count = sumOf(credits.map((credit) => credit.get(word) ?? 0));
      return [word, Math.log(1 + credits.length / Math.max(count, 1))];
    }),
  );
}

/** The names of the sources that are mentioned in each sentence, pronouns too, as stems. */
function wordsOfMentions({ sentences, language }: Article, { sources }: Testimony): Map<number, string[]> {
  const bySentence = new Map<number, string[]>();
  for (const { name, role, mentions, kind } of sources) {
    if (kind === 'unstated') continue;
    const words = contentWords(`${name} ${role ?? ''}`, language);
    for (const place of new Set(mentions.flatMap((mention) => sentencesAt(sentences, mention)))) {
      bySentence.set(place, [...(bySentence.get(place) ?? []), ...words]);
    }
  }
  return bySentence;
}

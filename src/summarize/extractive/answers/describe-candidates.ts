import type { Article } from '#core/article.ts';
import type { Testimony } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { isEnglish } from '#language/is-english.ts';
import { readClauses } from '../read-clauses.ts';
import { type Passage, readPassages } from '../read-passages.ts';
import { coverageAt, creditsOf, sumOf, weighWords } from './coverage-of.ts';
import { doerFit } from './doer-fit.ts';
import { type Grounding, groundAnswer } from './ground-answer.ts';
import { isMisspelt } from './is-misspelt.ts';
import { isUnsaid, leavesOpen } from './is-unsaid.ts';
import { likesIn } from './likes-in.ts';
import type { Question } from './read-question.ts';
import { calledByLastName, heldByInitials, heldByLastName } from './read-short-names.ts';
import { scorePassage } from './score-passage.ts';
import { shareTogether } from './share-together.ts';
import { wordsOfMentions } from './words-of-mentions.ts';

/** What tells whether a passage answers; each is 0..1. Those without "the article" are of the passage. */
export const ANSWER_TRAITS = [
  /** The share of the question that it holds, with the sentences beside it. */
  'coverage',
  /** The share that it holds by itself. */
  'inside',
  /** What the sentence before it adds. */
  'before',
  /** How well the best thing in it is of the kind asked for: a figure, a name, a place, a reason; or where any word may answer. */
  'figureFit',
  'nameFit',
  'placeFit',
  'reasonFit',
  'freeFit',
  /** No answer is without a thing of the kind asked for. */
  'isNeeding',
  /** It has none, and how well one fits in the others that are shown with it. */
  'isUnfit',
  'shownFit',
  /** The share of the question's neighbouring words that stand together in it, too. */
  'together',
  /** The share of the question that hangs on that thing. */
  'ground',
  'groundedFit',
  /** How surely what is done in the question is told in it or right before it. */
  'deed',
  'hasDeed',
  /** How surely it holds what is wanted or counted. */
  'focus',
  'hasFocus',
  /** The share of the question that the article holds nowhere. */
  'untold',
  /** The share of the question's names that the article holds nowhere. */
  'unnamed',
  /** How surely whoever does it in the question does something in it. */
  'doer',
  'hasDoer',
  /** It says that something was not said, or asks it. */
  'isUnsaid',
  /** How long it is. */
  'length',
  /** What the sentence behind it adds. */
  'behind',
] as const;

export type AnswerTraits = Readonly<Record<(typeof ANSWER_TRAITS)[number], number>>;

/** A passage that may answer. */
export type Candidate = {
  readonly passage: Passage;
  /** What it is ranked by. */
  readonly score: number;
  /**
   * Whether what no answer can do without is missing: a name of the question or what it wants in the article, a thing of the kind here and
   * in the others that are shown.
   */
  readonly isLacking: boolean;
  readonly traits: AnswerTraits;
};

/** A reader wants the passage, not the article again. */
const MOST_SHOWN = 3;

/** A further passage is worth showing while it fits at least this well beside the best one. */
const LEAST_SHARE_OF_BEST = 0.4;

/** From here on a passage holds the kind of thing asked for. */
const FITS_FROM = 0.5;

/** And from here on nothing else of that kind could fit better. */
const SURELY_FITS_FROM = 0.9;

/** The trait that tells how well a thing of the kind fits. */
const FIT_TRAITS: Readonly<Record<Question['kind'], (typeof ANSWER_TRAITS)[number]>> = {
  count: 'figureFit',
  amount: 'figureFit',
  age: 'figureFit',
  length: 'figureFit',
  time: 'figureFit',
  speaker: 'nameFit',
  person: 'nameFit',
  choice: 'nameFit',
  place: 'placeFit',
  reason: 'reasonFit',
  whether: 'freeFit',
  any: 'freeFit',
};

/** Without the kind of thing that these ask for, a passage is beside the question. */
const NEEDS: ReadonlySet<Question['kind']> = new Set([
  'count',
  'amount',
  'age',
  'length',
  'time',
  'speaker',
  'person',
  'choice',
]);

/** Passages that hold fewer of the question's words are not read closely: they are never first. */
const CLOSELY_READ = 12;

/** Content words from which on a sentence is long. */
const LONG_WORDS = 30;

/** UTF-16 units; longer is no sentence, and pairing its words would take long. */
const LONGEST_READ = 1_500;

/** "The harvest helps …", "She says …": a sentence that takes up what the one before named. */
const POINTING_BACK = /^["“‘']?(?:the|this|these|those|that|his|her|its|their|he|she|they|it) /iu;

/** The article's passages that share a word with the question, with their traits; those that share most first. */
export function describeCandidates(asked: Question, article: Article, testimony: Testimony): Candidate[] {
  const passages = readPassages(article, testimony).filter(({ isProse }) => isProse);
  const mentions = wordsOfMentions(article, testimony);
  // Whoever the question names is nobody else by a first name that it leaves out.
  const others = testimony.sources.filter(
    ({ named, name }) => named && !contentWords(name, article.language).some((word) => asked.words.has(word)),
  );
  const names = wordsOfMentions(article, {
    ...testimony,
    sources: others.map((source) => ({ ...source, role: null })),
  });
  const byLastName = calledByLastName(asked.shortNames.runs, article.text);
  const shortly = passages.map(({ text }) => [
    ...heldByInitials(asked.shortNames, text, article.language),
    ...heldByLastName(byLastName, text),
  ]);
  const held = passages.map(
    ({ words, index }, at) => new Set([...words, ...(mentions.get(index) ?? []), ...(shortly[at] ?? [])]),
  );
  const credits = held.map((words) => creditsOf(asked, words));
  for (const name of asked.names) {
    // A reader's spelling counts only for a name that the article has not.
    if (credits.some((credit) => (credit.get(name) ?? 0) > 0)) continue;
    for (const [at, words] of held.entries()) {
      if ([...words].some((word) => isMisspelt(name, word))) credits[at]?.set(name, 1);
    }
  }
  const weights = weighWords(asked, credits);
  const total = sumOf([...weights.values()]) || 1;
  const isHeld = (word: string) => credits.some((credit) => (credit.get(word) ?? 0) > 0);
  const untold = sumOf([...weights].map(([word, weight]) => (isHeld(word) ? 0 : weight))) / total;
  const unnamed = shareOf(asked.names, (word) => (isHeld(word) ? 0 : 1), 0);
  // What "what" asks for is often not written: "What tragic event …".
  const wanted = asked.kind === 'any' || asked.isIdentity ? [] : asked.focus.filter((word) => !asked.slight.has(word));
  const isUntold = unnamed > 0 || !wanted.every(isHeld);
  const isNeeding = NEEDS.has(asked.kind) ? 1 : 0;
  const ranked = passages
    .map((passage, at) => ({ passage, at, ...coverageAt(at, weights, credits) }))
    .filter(({ coverage }) => coverage > 0)
    .toSorted((a, b) => b.coverage - a.coverage || a.at - b.at)
    .slice(0, CLOSELY_READ)
    .map(({ passage, at, coverage, inside, before, behind }) => {
      const mentioned = new Set([...(mentions.get(passage.index) ?? []), ...(shortly[at] ?? [])]);
      const isBefore = [...asked.doer].some((word) => (credits[at - 1]?.get(word) ?? 0) > 0);
      const named = new Set(names.get(passage.index) ?? []);
      const { fit, ground, together, doer } = groundingOf(
        asked,
        passage,
        article.language,
        weights,
        mentioned,
        named,
        inside,
        isBefore,
      );
      const length = Math.min(1, passage.words.size / LONG_WORDS);
      const takenUp = POINTING_BACK.test(passage.text) ? before : 0;
      const isSaid = asked.asksWords && passage.attributions.length + passage.unsure.length > 0;
      const depth = at / passages.length;
      const isReason = asked.kind === 'reason' && fit >= SURELY_FITS_FROM;
      const ledTo = (asked.kind === 'reason' || asked.kind === 'whether') && fit >= FITS_FROM ? before : 0;
      const score = scorePassage({
        coverage,
        fit,
        ground,
        together,
        takenUp,
        ledTo,
        isReason,
        isSaid,
        length,
        depth,
      });
      const creditOf = (word: string, place = at) => credits[place]?.get(word) ?? 0;
      const { deed } = asked;
      const noun = asked.focus.at(-1);
      const traits: AnswerTraits = {
        coverage,
        inside,
        before,
        figureFit: 0,
        nameFit: 0,
        placeFit: 0,
        reasonFit: 0,
        freeFit: 0,
        [FIT_TRAITS[asked.kind]]: fit,
        isNeeding,
        isUnfit: isNeeding > 0 && fit < FITS_FROM ? 1 : 0,
        shownFit: 0,
        together,
        ground,
        groundedFit: fit * ground,
        deed: deed === null ? 1 : Math.max(creditOf(deed), creditOf(deed, at - 1)),
        hasDeed: deed === null ? 0 : 1,
        focus: noun === undefined ? 1 : creditOf(noun),
        hasFocus: noun === undefined ? 0 : 1,
        untold,
        unnamed,
        doer,
        hasDoer: asked.doer.size > 0 ? 1 : 0,
        isUnsaid: isUnsaid(passage) ? 1 : 0,
        length,
        behind,
      };
      return { passage, score, fit, traits };
    })
    .toSorted((a, b) => b.score - a.score || a.passage.index - b.passage.index);
  return ranked.map(({ passage, score, fit, traits }, rank): Candidate => {
    const others = shownOf(ranked).filter((other) => other.passage !== passage);
    const shownFit = rank > 0 ? 0 : isNeeding * Math.max(0, ...others.map((other) => other.fit - fit));
    const isLacking =
      isUntold || leavesOpen(passage.text, asked.asking) || (isNeeding > 0 && fit + shownFit < FITS_FROM);
    return { passage, score, isLacking, traits: { ...traits, shownFit } };
  });
}

/** Those of the ranked that a reader is shown. */
export function shownOf<One extends { readonly score: number }>(ranked: readonly One[]): One[] {
  const best = ranked[0]?.score ?? 0;
  return ranked.slice(0, MOST_SHOWN).filter(({ score }) => score >= best * LEAST_SHARE_OF_BEST);
}

/** The mean credit of some words; `ofNone` where there are none. */
function shareOf(words: ReadonlySet<string>, credit: (word: string) => number, ofNone: number): number {
  return words.size === 0 ? ofNone : sumOf([...words].map(credit)) / words.size;
}

function groundingOf(
  asked: Question,
  { text }: Passage,
  language: string,
  weights: ReadonlyMap<string, number>,
  mentioned: ReadonlySet<string>,
  named: ReadonlySet<string>,
  inside: number,
  isBefore: boolean,
): Grounding & { readonly together: number; readonly doer: number } {
  if (!isEnglish(language) || text.length > LONGEST_READ) return { fit: 1, ground: inside, together: 0, doer: 1 };
  const clauses = readClauses(text, language);
  const likes = likesIn(asked.words, clauses);
  return {
    ...groundAnswer(asked, text, clauses, weights, mentioned, named, likes),
    together: shareTogether(asked.inOrder, likes),
    doer: doerFit(asked, clauses, mentioned, isBefore),
  };
}

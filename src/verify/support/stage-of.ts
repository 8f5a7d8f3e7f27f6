import { onceFor } from '#core/once-for.ts';
import scopes from '../data/scopes.json' with { type: 'json' };
import data from '../data/stages.json' with { type: 'json' };
import type { ReadSentence, Word } from '../read-sentence.ts';
import { baseForms } from '../words/base-forms.ts';
import { scopesOver } from './match-scope.ts';
import { branchOf, childrenIn, phraseOf } from './parts-of.ts';
import { negationsIn, withoutTree } from './read-scopes.ts';

/** How far what a word tells has come: not done at all, possible, asked for, planned, decided or begun, done. */
export type Stage = 0 | 1 | 2 | 3 | 4 | 5;

export const STAGES = { undone: 0, possible: 1, asked: 2, planned: 3, begun: 4, done: 5 } as const;

/** Of the lists that a word stands on the lowest counts, which comes last. */
const LISTS = ['begun', 'planned', 'asked', 'possible', 'undone'] as const;
const GOVERNORS: ReadonlyMap<string, Stage> = new Map(
  LISTS.flatMap((name) => data[name].split(', ').map((word): [string, Stage] => [word, STAGES[name]])),
);

const MODALS = new Map(
  Object.entries(data.modals).flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
);

/** Words that look ahead only where a "to" follows: "told it to", but not "told them that it had". */
const NEEDS_TO: ReadonlySet<string> = new Set(data.needTo.split(', '));
const OPEN: ReadonlySet<string> = new Set(data.open.split(', '));

/** Prepositions that tie an event to what governs it, "a call for change"; "sold on Monday", "fined after it" are done. */
const TYING: ReadonlySet<string> = new Set(['for', 'of', 'on', 'about', 'to', 'against', 'that', 'whether']);

/** Relations of what a governor governs: "plans to sell", "demanded that", "considered a fine", "a bid to stop it". */
const GOVERNED = new Set(['xcomp', 'ccomp', 'obj', 'nsubj', 'nsubj:pass', 'csubj', 'compound']);

/** Steps up a tree. */
const DEEPEST = 8;

/** By what governs the word in its sentence, and by a "not"; null where it cannot be told. English only, by its trees. */
export function stageOf(word: Word, sentence: ReadSentence): Stage | null {
  const isNot = isNegated(word, sentence);
  if (isNot === null) return null;
  return isNot ? STAGES.undone : governedStage(word, sentence);
}

/** Whether a "not" turns it round; null where tree and words tell otherwise. "Not until four months later" turns nothing round. */
export function isNegated(word: Word, sentence: ReadSentence): boolean | null {
  if (holdsNone(word, sentence)) return null;
  const byTree = isTurnedIn(word, sentence);
  return byTree === isTurnedIn(word, withoutTree(sentence)) ? byTree : null;
}

/** "Knows of no casualties". */
function holdsNone(word: Word, sentence: ReadSentence): boolean {
  const inner = phraseOf(word, sentence);
  return inner.some((one) => one.start > word.start && NONE.has(one.lower));
}

const NONE: ReadonlySet<string> = new Set(scopes.none);

function isTurnedIn(word: Word, sentence: ReadSentence): boolean {
  const late = lastLate(sentence.words);
  const turning = scopesOver(word, negationsIn(sentence, 'en')).filter(({ cue }) => late <= cue.at && cue.at < word.at);
  return turning.length % 2 === 1;
}

/** The place of the last "until" or the like; -1 where there is none. */
const lastLate = onceFor((words: readonly Word[]) => words.findLastIndex(({ lower }) => LATE.has(lower)));

const LATE: ReadonlySet<string> = new Set(data.late.split(', '));

/** The same without the "not". */
export function governedStage(word: Word, sentence: ReadSentence): Stage {
  let stage: Stage = urgedStage(word, sentence) ?? STAGES.done;
  const lower = (to: Stage | null) => {
    if (to !== null && to < stage) stage = to;
  };
  let here = word;
  for (let steps = 0; steps < DEEPEST; steps += 1) {
    const children = childrenIn(sentence).get(here) ?? [];
    for (const { word: child, relation } of children) {
      if (relation.startsWith('aux')) lower(modalStage(child));
      // "A planned sale".
      if (steps === 0 && relation === 'amod' && !word.isVerb) lower(governorOf(child));
      if (OPEN.has(child.lower) && (relation === 'mark' || (steps === 0 && relation === 'advmod')))
        lower(STAGES.possible);
    }
    const isAhead = holdsTo(children.map(({ word }) => word));
    const { head, relation } = branchOf(here, sentence);
    if (head === null) {
      if (isAhead && here.isVerb) lower(STAGES.planned);
      return stage;
    }
    if (relation === 'conj') {
      // "Would appeal and fight", but not "would appeal and described".
      const isBare = here.lower === here.lemma && !children.some(({ relation }) => /^(?:aux|nsubj)/u.test(relation));
      if (here.isVerb && !isBare) return stage;
      here = head;
      continue;
    }
    const ties = children
      .filter(({ relation }) => relation === 'case' || relation === 'mark')
      .map(({ word }) => word.lower);
    // "Players to have won it", "after selling it": done, whatever is said of that.
    if (
      here.isVerb &&
      isPast(
        here,
        children.map(({ word }) => word),
      )
    )
      return stage;
    const isTied = relation === 'obl' || relation === 'nmod' ? ties.some((one) => TYING.has(one)) : false;
    const isClause = relation === 'acl' || relation === 'advcl' ? isAhead || ties.some((one) => TYING.has(one)) : false;
    if (!GOVERNED.has(relation) && !isTied && !isClause) return stage;
    const governor = governorStage(head, here, sentence, ties, isAhead);
    lower(governor);
    // "Is to buy a boat"; "used it to buy a boat": they may have bought it.
    if (governor === null && isAhead) lower(head.lemma === 'be' ? STAGES.planned : STAGES.begun);
    if (governor === null && (isTied || isClause || relation === 'ccomp')) return stage;
    here = head;
  }
  return stage;
}

/** "Urged lawmakers to suspend it", whatever the tree makes of that. */
function urgedStage(word: Word, { words }: ReadSentence): Stage | null {
  const { at } = word;
  if (words[at - 1]?.lower !== 'to' || word.lower !== word.lemma) return null;
  const before = words.slice(Math.max(0, at - 1 - URGED_REACH), at - 1).filter(({ clause }) => clause === word.clause);
  const verb = before.findLast(({ isVerb }) => isVerb);
  return verb === undefined ? null : governorOf(verb);
}

/** Words between an "urged" and its "to". */
const URGED_REACH = 5;

function modalStage({ lower }: Word): Stage | null {
  const name = MODALS.get(lower);
  if (name === undefined) return null;
  return name === 'planned' ? STAGES.planned : name === 'asked' ? STAGES.asked : STAGES.possible;
}

function isPast({ lower }: Word, children: readonly Word[]): boolean {
  if (lower.endsWith('ing')) return children.some(({ lower }) => PAST.has(lower));
  return children.some(({ lower }) => lower === 'to') && children.some(({ lower }) => lower === 'have');
}

const PAST: ReadonlySet<string> = new Set(data.past.split(', '));

/** "To play", but not "to have played". */
function holdsTo(children: readonly Word[]): boolean {
  return children.some(({ lower }) => lower === 'to') && !children.some(({ lower }) => lower === 'have');
}

function governorStage(
  head: Word,
  here: Word,
  sentence: ReadSentence,
  ties: readonly string[],
  isAhead: boolean,
): Stage | null {
  const children = childrenIn(sentence).get(head) ?? [];
  const particle = children.find(({ relation }) => relation === 'compound:prt')?.word.lower;
  const forms = baseForms(head);
  for (const form of forms) {
    for (const more of particle === undefined ? ties : [particle]) {
      const stage = GOVERNORS.get(`${form} ${more}`);
      if (stage !== undefined) return stage;
    }
  }
  if (particle !== undefined) return null;
  for (const form of forms) {
    const stage = GOVERNORS.get(form);
    if (stage === undefined || (NEEDS_TO.has(form) && !isAhead && head.isVerb && (here.isVerb || form !== 'order')))
      continue;
    return stage;
  }
  return null;
}

/** What the first form of a word does that stands on a list. */
function governorOf(word: Word): Stage | null {
  return baseForms(word).flatMap((form) => GOVERNORS.get(form) ?? [])[0] ?? null;
}

/** Whether a word by itself looks ahead, or tells that nothing came of something. */
export function isGovernor(word: Word): boolean {
  return baseForms(word).some((form) => {
    const stage = GOVERNORS.get(form);
    return stage !== undefined && stage > STAGES.undone && stage < STAGES.begun && !NEEDS_TO.has(form);
  });
}

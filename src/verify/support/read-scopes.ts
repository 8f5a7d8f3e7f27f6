import { onceFor } from '#core/once-for.ts';
import data from '../data/scopes.json' with { type: 'json' };
import { isOneOf, type ReadSentence, type Word } from '../read-sentence.ts';
import { hangsOn, topOf } from './hangs-on.ts';

/** A word that turns round or leaves open what others say, and the telling words that it does this to, nearest first. */
export type Scope = { readonly cue: Word; readonly covers: readonly Word[] };

const NEGATORS = new Set(data.negators);
const NONE = new Set(data.none);
const WITHOUT = new Set(data.without);
const DENIALS = new Set(data.denials);
const REFUSALS = new Set(data.refusals);
const IDLE = new Set(data.idle);
const ENDS = new Set(data.ends);
const MODALS = new Set(data.modals);
const PLANS = new Set(data.plans);
const HEDGES = new Set(data.hedges);
const WEIGHING = new Set(data.weighing);
const NEARING = new Set(data.nearing);
const TALKING = new Set(data.talking);
const CONDITIONS = new Set(data.conditions);

/** Telling words after a "not" that it turns round. */
const REACH = 5;

/** Telling words after a "denied": all that is denied. */
const FAR_REACH = 8;

/** Telling words of a part of a German sentence; longer ones were made to take long. */
const CLAUSE_REACH = 100;

/** Telling words that a hedge, which stands beside any of them, may be about. */
const HEDGE_REACH = 4;

/** What a sentence negates, denies or refuses. "Not only" and "no more than" negate nothing. */
export const negationsIn = onceFor((sentence: ReadSentence, language: string): readonly Scope[] => {
  const { words } = sentence;
  return words.flatMap((cue): Scope[] => {
    const behind = cue.at + 1;
    const next = words[behind]?.lower ?? '';
    if (isOneOf(cue, DENIALS) || (cue.lemma === 'rule' && next === 'out')) {
      return [{ cue, covers: under(cue, telling(words, { from: behind, to: words.length }, FAR_REACH), sentence) }];
    }
    if (isOneOf(cue, REFUSALS)) {
      const covers = () => under(cue, telling(words, { from: behind, to: words.length }, REACH), sentence);
      return next === 'to' ? [{ cue, covers: covers() }] : [];
    }
    const isNone = isOneOf(cue, NONE);
    const isNegator = NEGATORS.has(cue.lower) || isNone || isOneOf(cue, WITHOUT);
    // "No one" is nobody; "not one" more than a "not".
    if (!isNegator || (IDLE.has(next) && next !== 'one')) return [];
    const clause = clauseOf(cue, words);
    // German puts "nicht" and "nichts" behind the verb: there it turns round its whole part of the sentence.
    if (language.startsWith('de')) return [{ cue, covers: telling(words, clause, CLAUSE_REACH) }];
    const after = under(topOf(cue, sentence), telling(words, { from: behind, to: clause.to }, REACH), sentence);
    // "Found no trace": what is done to nothing is not done.
    const verb = words.slice(Math.max(clause.from, cue.at - VERB_REACH), cue.at).findLast(isVerb);
    return [{ cue, covers: isNone && verb !== undefined ? [verb, ...after] : after }];
  });
});

/** The same sentence, of which only the words are asked. */
export const withoutTree = onceFor(
  ({ text, words }: ReadSentence): ReadSentence => ({ text, words, figures: [], tree: [] }),
);

/** Those of the words that are said of this one; all where the tree is not asked. */
function under(top: Word | null, words: readonly Word[], sentence: ReadSentence): readonly Word[] {
  return top === null || sentence.tree.length === 0 ? words : words.filter((word) => hangsOn(word, top, sentence));
}

/** Words between a verb and its "no". */
const VERB_REACH = 2;

/** What a sentence plans, reports, holds possible or makes depend on something. */
export const openingsIn = onceFor((sentence: ReadSentence): readonly Scope[] => {
  const { words } = sentence;
  return words.flatMap((cue): Scope[] => {
    const after = { from: cue.at + 1, to: clauseOf(cue, words).to };
    const top = () => topOf(cue, sentence);
    if (MODALS.has(cue.lower) && cue.isVerb)
      return [{ cue, covers: under(top(), verbAfter(words, after, false), sentence) }];
    if (CONDITIONS.has(cue.lower)) return [{ cue, covers: under(top(), telling(words, after, REACH), sentence) }];
    if (isOneOf(cue, HEDGES)) {
      const near = [...telling(words, after, HEDGE_REACH), ...tellingBefore(cue, words, 2)];
      return [{ cue, covers: under(top(), near, sentence) }];
    }
    const prospect = prospectOf(cue, words, after);
    if (prospect !== null) {
      const covers = verbAfter(words, prospect, true);
      const [narrow, wide] = [under(cue, covers, sentence), under(covers[0] ?? null, covers, sentence)];
      return [{ cue, covers: narrow.length > wide.length ? narrow : wide }];
    }
    const isPlan = isOneOf(cue, PLANS) || ['is', 'are', 'was', 'were'].includes(cue.lower);
    if (!isPlan || wordIn(after, 0, words)?.lower !== 'to') return [];
    const [verb, ...rest] = verbAfter(words, { from: after.from + 1, to: after.to }, true);
    // What follows the "to" is planned, whatever the tree hangs it on.
    return [{ cue, covers: verb === undefined ? [] : [verb, ...under(cue, rest, sentence)] }];
  });
});

/** Places of words that stand in a row, from the first to the one behind the last. */
type Run = { readonly from: number; readonly to: number };

function wordIn({ from, to }: Run, step: number, words: readonly Word[]): Word | undefined {
  return from + step < to ? words[from + step] : undefined;
}

/** The words behind a "considering" (selling), "close to" (a deal), "in talks to" (buy); null where the word is none of these. */
function prospectOf(cue: Word, words: readonly Word[], after: Run): Run | null {
  const next = wordIn(after, 0, words);
  if (next === undefined) return null;
  const rest = { from: after.from + 1, to: after.to };
  if (isOneOf(cue, WEIGHING) && next.lower.endsWith('ing')) return after;
  if (NEARING.has(cue.lower) && next.lower === 'to' && wordIn(rest, 0, words)?.lower.endsWith('ing')) return rest;
  return isOneOf(cue, TALKING) && next.lower === 'to' ? rest : null;
}

/** The verb that a "will" or a "plans to" is about, with what is said right after it. */
function verbAfter(words: readonly Word[], { from, to }: Run, isSure: boolean): readonly Word[] {
  const near = words.slice(from, Math.min(from + 5, to));
  const at = near.findIndex((word) => isVerb(word) || (isSure && word.root !== null));
  // "May be closer": what it is to be.
  const be = near.findIndex(({ lower }) => lower === 'be');
  if (at < 0 && be < 0) return [];
  return telling(words, { from: from + (at < 0 ? be + 1 : at), to }, REACH);
}

/** The first telling words of a run, up to one that ends what a cue covers. */
function telling(words: readonly Word[], { from, to }: Run, most: number): Word[] {
  const { tellers, firstFrom, endFrom } = placesIn(words);
  const first = firstFrom[from] ?? tellers.length;
  const end = Math.min(to, endFrom[from] ?? to);
  const found = tellers.slice(first, first + most);
  const past = found.findIndex(({ at }) => at >= end);
  return past < 0 ? found : found.slice(0, past);
}

/** The same, backwards from a word to the start of its clause, nearest first. */
function tellingBefore({ at, clause }: Word, words: readonly Word[], most: number): Word[] {
  const { tellers, firstFrom, endFrom } = placesIn(words);
  const behind = firstFrom[at] ?? tellers.length;
  return tellers
    .slice(Math.max(0, behind - most), behind)
    .filter((word) => word.clause === clause && (endFrom[word.at] ?? at) >= at)
    .toReversed();
}

/** The words between the marks that a word stands between. */
function clauseOf({ at, clause }: Word, words: readonly Word[]): Run {
  const { clauses } = placesIn(words);
  return clauses[clause] ?? { from: at, to: at + 1 };
}

/** Where things stand in a sentence: a cue then need not look through all that stands behind it. */
type Places = {
  readonly tellers: readonly Word[];
  /** Of each place the first of `tellers` from there on, and the first word from there on that ends what a cue covers. */
  readonly firstFrom: readonly number[];
  readonly endFrom: readonly number[];
  readonly clauses: readonly Run[];
};

const placesIn = onceFor((words: readonly Word[]): Places => {
  const tellers = words.filter(({ root }) => root !== null);
  const firstFrom: number[] = [];
  const endFrom: number[] = [];
  const clauses: Run[] = [];
  let first = tellers.length;
  let end = words.length;
  for (const { at, root, lower, clause } of words.toReversed()) {
    if (root !== null) first -= 1;
    if (ENDS.has(lower)) end = at;
    firstFrom[at] = first;
    endFrom[at] = end;
    clauses[clause] = { from: at, to: clauses[clause]?.to ?? at + 1 };
  }
  return { tellers, firstFrom, endFrom, clauses };
});

function isVerb({ isVerb, root, lemma }: Word): boolean {
  return isVerb && root !== null && lemma !== 'be' && lemma !== 'have';
}

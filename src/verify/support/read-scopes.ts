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

/** Telling words that a hedge, which stands beside any of them, may be about. */
const HEDGE_REACH = 4;

/** What a sentence negates, denies or refuses. "Not only" and "no more than" negate nothing. */
export function negationsIn(sentence: ReadSentence, language: string): Scope[] {
  const { words } = sentence;
  return words.flatMap((cue, at): Scope[] => {
    const next = words[at + 1]?.lower ?? '';
    if (isOneOf(cue, DENIALS) || (cue.lemma === 'rule' && next === 'out')) {
      return [{ cue, covers: under(cue, telling(words.slice(at + 1), FAR_REACH), sentence) }];
    }
    if (isOneOf(cue, REFUSALS)) {
      return next === 'to' ? [{ cue, covers: under(cue, telling(words.slice(at + 1), REACH), sentence) }] : [];
    }
    const isNone = isOneOf(cue, NONE);
    const isNegator = NEGATORS.has(cue.lower) || isNone || isOneOf(cue, WITHOUT);
    // "No one" is nobody; "not one" more than a "not".
    if (!isNegator || (IDLE.has(next) && next !== 'one')) return [];
    const clause = words.filter((word) => word.clause === cue.clause);
    // German puts "nicht" and "nichts" behind the verb: there it turns round its whole part of the sentence.
    if (language.startsWith('de')) return [{ cue, covers: telling(clause, clause.length) }];
    const after = under(topOf(cue, sentence), telling(clause.slice(clause.indexOf(cue) + 1), REACH), sentence);
    // "Found no trace": what is done to nothing is not done.
    const verb = clause.slice(Math.max(0, clause.indexOf(cue) - VERB_REACH), clause.indexOf(cue)).findLast(isVerb);
    return [{ cue, covers: isNone && verb !== undefined ? [verb, ...after] : after }];
  });
}

/** Those of the words that are said of this one; all where the tree is not asked. */
function under(top: Word | null, words: readonly Word[], sentence: ReadSentence): readonly Word[] {
  return top === null || sentence.tree.length === 0 ? words : words.filter((word) => hangsOn(word, top, sentence));
}

/** Words between a verb and its "no". */
const VERB_REACH = 2;

/** What a sentence plans, reports, holds possible or makes depend on something. */
export function openingsIn(sentence: ReadSentence): Scope[] {
  const { words } = sentence;
  return words.flatMap((cue, at): Scope[] => {
    const after = words.slice(at + 1).filter((word) => word.clause === cue.clause);
    const top = topOf(cue, sentence);
    if (MODALS.has(cue.lower) && cue.isVerb) return [{ cue, covers: under(top, verbAfter(after, false), sentence) }];
    if (CONDITIONS.has(cue.lower)) return [{ cue, covers: under(top, telling(after, REACH), sentence) }];
    if (isOneOf(cue, HEDGES)) {
      const before = words.slice(0, at).filter((word) => word.clause === cue.clause);
      const near = [...telling(after, HEDGE_REACH), ...telling(before.toReversed(), 2)];
      return [{ cue, covers: under(top, near, sentence) }];
    }
    const prospect = prospectOf(cue, after);
    if (prospect !== null) {
      const covers = verbAfter(prospect, true);
      const [narrow, wide] = [under(cue, covers, sentence), under(covers[0] ?? null, covers, sentence)];
      return [{ cue, covers: narrow.length > wide.length ? narrow : wide }];
    }
    const isPlan = isOneOf(cue, PLANS) || ['is', 'are', 'was', 'were'].includes(cue.lower);
    if (!isPlan || after[0]?.lower !== 'to') return [];
    const [verb, ...rest] = verbAfter(after.slice(1), true);
    // What follows the "to" is planned, whatever the tree hangs it on.
    return [{ cue, covers: verb === undefined ? [] : [verb, ...under(cue, rest, sentence)] }];
  });
}

/** The words behind a "considering" (selling), "close to" (a deal), "in talks to" (buy); null where the word is none of these. */
function prospectOf(cue: Word, after: readonly Word[]): readonly Word[] | null {
  const [next] = after;
  if (next === undefined) return null;
  if (isOneOf(cue, WEIGHING) && next.lower.endsWith('ing')) return after;
  if (NEARING.has(cue.lower) && next.lower === 'to' && after[1]?.lower.endsWith('ing')) return after.slice(1);
  return isOneOf(cue, TALKING) && next.lower === 'to' ? after.slice(1) : null;
}

/** The verb that a "will" or a "plans to" is about, with what is said right after it. */
function verbAfter(words: readonly Word[], isSure: boolean): readonly Word[] {
  const near = words.slice(0, 5);
  const at = near.findIndex((word) => isVerb(word) || (isSure && word.root !== null));
  // "May be closer": what it is to be.
  const be = near.findIndex(({ lower }) => lower === 'be');
  if (at < 0 && be < 0) return [];
  return telling(words.slice(at < 0 ? be + 1 : at), REACH);
}

function telling(words: readonly Word[], most: number): Word[] {
  const end = words.findIndex(({ lower }) => ENDS.has(lower));
  return words
    .slice(0, end < 0 ? words.length : end)
    .filter(({ root }) => root !== null)
    .slice(0, most);
}

function isVerb({ isVerb, root, lemma }: Word): boolean {
  return isVerb && root !== null && lemma !== 'be' && lemma !== 'have';
}

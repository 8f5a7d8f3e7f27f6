import type { Name } from '#language/find-names.ts';
import { alike } from '../alike.ts';
import type { Clauses } from '../read-clauses.ts';
import { findNewNames } from './find-new-names.ts';
import type { Question } from './read-question.ts';

/** Words between what someone is and the name, at most: "the mayor of Tarn Vale, Ada Roe". */
const MOST_BETWEEN = 5;

/** "The gunman as", "a horse called": a name follows. */
const NAMING: ReadonlySet<string> = new Set(['as', 'is', 'was', 'called', 'named']);

/** "Osmark’s new chief executive": words from the mark to what is possessed, at most. */
const POSSESSED_WITHIN = 3;

/** What may answer in a sentence: `at` is its token, `fit` how well it is of the kind asked for, 0..1. */
export type AnswerItem = { readonly at: number; readonly fit: number };

/** Who may answer "who": names, pronouns and nouns that do what is asked, or have it done to them, or are what is described. */
export function findPeople(
  asked: Question,
  text: string,
  clauses: Clauses,
  mentioned: ReadonlySet<string>,
  named: ReadonlySet<string>,
): AnswerItem[] {
  const names = findNewNames(asked, text, clauses).map(({ name, at }) => ({
    at,
    fit: (name.kind === 'place' ? 0.3 : 1) * fitOfPerson(asked, clauses, name, at),
  }));
  const isOther = [...mentioned].some((stem) => !asked.words.has(stem));
  if (asked.kind === 'speaker' && isOther) {
    for (const at of clauses.tokens.keys()) {
      if (/^nsubj/u.test(clauses.tree[at]?.relation ?? '')) names.push({ at, fit: 0.9 });
    }
  }
  if (asked.isIdentity) return names;
  if (asked.deed !== null && isDoneByNobody(asked, clauses)) {
    return names.map(({ at, fit }) => ({ at, fit: fit * NOBODY }));
  }
  const isNamed = [...named].some((stem) => !asked.words.has(stem));
  const nouns = clauses.tokens.flatMap(({ tag }, at) => {
    const relation = clauses.tree[at]?.relation ?? '';
    const stem = clauses.stems[at] ?? '';
    const isPronoun = isNamed && tag === 'PRON' && /^(?:nsubj|nmod|obj)/u.test(relation);
    const isSomebody = /^(?:he|she|they)$/u.test(clauses.tokens[at]?.lower ?? '');
    if (!isPronoun && !isSomebody && (tag !== 'NOUN' || stem === '' || asked.words.has(stem))) return [];
    const isDoer = asked.deed !== null && doesOrBears(asked, clauses, at);
    return isDoer ? [{ at, fit: isPronoun ? 0.9 : tag === 'PRON' ? 0.5 : 0.7 }] : isPronoun ? [{ at, fit: 0.5 }] : [];
  });
  return [...names, ...nouns];
}

/** What a name counts for where it is told that something was done and not by whom. */
const NOBODY = 0.4;

/** "He had been ordered to leave" does not tell who ordered it. */
function isDoneByNobody({ deed, asksPatient }: Question, { stems, tree }: Clauses): boolean {
  if (asksPatient || deed === null) return false;
  const deeds = stems.flatMap((stem, at) => (stem !== '' && alike(deed, stem) > 0 ? [at] : []));
  const has = (at: number, relation: RegExp) => tree.some((one) => one.head === at && relation.test(one.relation));
  return deeds.length > 0 && deeds.every((at) => has(at, /^aux:pass$/u) && !has(at, /^obl:agent$/u));
}

/** A name answers surely beside the deed that is asked of, or beside the description. */
function fitOfPerson(asked: Question, clauses: Clauses, { span }: Name, at: number): number {
  const own = clauses.tokens.flatMap(({ start, end }, place) =>
    start >= span.start && end <= span.end ? [place] : [],
  );
  const beside = (word: string) =>
    clauses.stems.some(
      (stem, place) =>
        stem !== '' &&
        alike(word, stem) > 0 &&
        (own.includes(place) ||
          own.includes(clauses.tree[place]?.head ?? -1) ||
          isDescribed(clauses, own, place) ||
          isApposed(clauses, own, place)),
    );
  const noun = asked.focus.at(-1);
  if (asked.isIdentity) {
    if (noun !== undefined && beside(noun) && !isOfOthers(asked, clauses, noun)) return 1;
    // The names of many stand in a list.
    return asked.isMany ? 0.5 : 0.3;
  }
  if (asked.deed === null) return 1;
  return beside(asked.deed) ||
    own.some((place) => doesOrBears(asked, clauses, place)) ||
    doesOrBears(asked, clauses, at)
    ? 1
    : 0.6;
}

/** "Osmark's director" where the one of another firm is asked for. */
function isOfOthers({ owner }: Question, { tokens, stems }: Clauses, noun: string): boolean {
  if (owner.size === 0) return false;
  const possessors = stems.flatMap((stem, place) => {
    if (stem === '' || alike(noun, stem) === 0) return [];
    const mark = tokens.slice(0, place).findLastIndex(({ text }) => /^['’]s?$/u.test(text));
    return place - mark <= POSSESSED_WITHIN && tokens[mark - 1]?.tag === 'PROPN' ? [stems[mark - 1] ?? ''] : [];
  });
  return possessors.length > 0 && !possessors.some((one) => [...owner].some((word) => alike(word, one) > 0));
}

/** "Director" beside "Halm" in "the museum's director, Halm", not in "Halm's director". */
function isDescribed({ tokens, tree }: Clauses, own: readonly number[], place: number): boolean {
  const next = tokens[Math.max(...own) + 1]?.lower ?? '';
  if (/^['’]s?$/u.test(next)) return false;
  return own.some((at) => tree[at]?.head === place && /^(?:appos|flat|compound|nsubj)/u.test(tree[at]?.relation ?? ''));
}

/** "The director, Lars Ottesen, …", "Ina Roe, a chemist and the paper's author": read by their places, which trees often miss. */
function isApposed({ tokens, tree }: Clauses, own: readonly number[], place: number): boolean {
  const first = Math.min(...own);
  const between = tokens.slice(place + 1, first);
  if (place < first && between.length <= MOST_BETWEEN) {
    const last = between.at(-1);
    const isLinked = last === undefined || last.lower === ',' || last.tag === 'PROPN' || NAMING.has(last.lower);
    const isRun = between.every(
      ({ tag, lower }, at) =>
        /^(?:NOUN|PROPN|ADJ|DET)$/u.test(tag) ||
        lower === 'of' ||
        ((lower === ',' || NAMING.has(lower)) && at === between.length - 1),
    );
    if (isLinked && isRun) return true;
  }
  const { head = -1, relation = '' } = tree[place] ?? {};
  return relation === 'conj' && tree[head]?.relation === 'appos' && own.includes(tree[head]?.head ?? -1);
}

/** Whether the word at a place does what is asked, or has it done to it where that is asked for. */
function doesOrBears({ deed, asksPatient }: Question, { stems, tree }: Clauses, at: number): boolean {
  if (deed === null) return false;
  const { head = -1, relation = '' } = tree[at] ?? {};
  const wanted = asksPatient ? /^(?:nsubj:pass|obj)/u : /^(?:nsubj$|obl:agent)/u;
  const isDeed = (place: number) => alike(deed, stems[place] ?? '') > 0;
  if (head >= 0 && wanted.test(relation)) {
    if (isDeed(head)) return true;
    // "She left and sold it", "agreed to sell it".
    return stems.some(
      (_, place) => tree[place]?.head === head && /^(?:conj|xcomp)/u.test(tree[place]?.relation ?? '') && isDeed(place),
    );
  }
  // "Kestler, which owns the line".
  return stems.some(
    (_, place) => tree[place]?.head === at && /^acl/u.test(tree[place]?.relation ?? '') && isDeed(place),
  );
}

import type { Name } from '#language/find-names.ts';
import { alike } from './alike.ts';
import { findNewNames } from './find-new-names.ts';
import type { Clauses } from './read-clauses.ts';
import type { Question } from './read-question.ts';

/** What may answer in a sentence: `at` is its token, `fit` how well it is of the kind asked for, 0..1. */
export type AnswerItem = { readonly at: number; readonly fit: number };

/** Who may answer "who": names, pronouns and nouns that do what is asked, or have it done to them, or are what is described. */
export function findPeople(
  asked: Question,
  text: string,
  clauses: Clauses,
  mentioned: ReadonlySet<string>,
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
  const nouns = clauses.tokens.flatMap(({ tag }, at) => {
    const relation = clauses.tree[at]?.relation ?? '';
    const stem = clauses.stems[at] ?? '';
    const isPronoun = isOther && tag === 'PRON' && /^(?:nsubj|nmod|obj)/u.test(relation);
    if (!isPronoun && (tag !== 'NOUN' || stem === '' || asked.words.has(stem))) return [];
    const isDoer = asked.deed !== null && doesOrBears(asked, clauses, at);
    return isDoer ? [{ at, fit: isPronoun ? 0.9 : 0.7 }] : isPronoun ? [{ at, fit: 0.5 }] : [];
  });
  return [...names, ...nouns];
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
        (own.includes(place) || own.includes(clauses.tree[place]?.head ?? -1) || isDescribed(clauses, own, place)),
    );
  const noun = asked.focus.at(-1);
  if (asked.isIdentity) return noun !== undefined && beside(noun) ? 1 : 0.3;
  if (asked.deed === null) return 1;
  return beside(asked.deed) ||
    own.some((place) => doesOrBears(asked, clauses, place)) ||
    doesOrBears(asked, clauses, at)
    ? 1
    : 0.6;
}

/** "Director" beside "Halm" in "the museum's director, Halm", not in "Halm's director". */
function isDescribed({ tokens, tree }: Clauses, own: readonly number[], place: number): boolean {
  const next = tokens[Math.max(...own) + 1]?.lower ?? '';
  if (/^['’]s?$/u.test(next)) return false;
  return own.some((at) => tree[at]?.head === place && /^(?:appos|flat|compound|nsubj)/u.test(tree[at]?.relation ?? ''));
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

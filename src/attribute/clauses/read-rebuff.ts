import grammar from '../data/grammar-en.json' with { type: 'json' };
import stances from '../data/stances-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import { contentEnd, opensClause, type Range } from './content-end.ts';
import { findSubject } from './find-subject.ts';
import { fullVerb } from './full-verb.ts';
import { isAccount, isCharge } from './is-charge.ts';
import { isHearing } from './is-hearing.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import { tokenSpan } from './token-span.ts';
import { lowerAt, type UnitState } from './unit-state.ts';

const ANSWERING: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(stances.answering));
/** The forms of these verbs: the tagger does not know the lemmas of the rarer ones. */
const FORMS: ReadonlyMap<string, string> = new Map(
  Object.keys(stances.answering).flatMap((verb) =>
    [
      verb,
      `${verb}s`,
      `${verb}es`,
      ...[verb, verb.replace(/e$/, ''), `${verb}${verb.at(-1)}`].flatMap((stem) => [`${stem}ed`, `${stem}ing`]),
    ].map((form) => [form, verb] as const),
  ),
);
/** Of these an account may be the object too: "took issue with the figure". */
const CONTESTING: ReadonlySet<string> = new Set(stances.contesting);

/** The rest of such a phrase behind its verb, and how many tokens it takes; null where another stands there. */
function restOf({ tokens }: Scan, at: number, lemma: string): { rest: string; size: number } | null {
  for (const rest of ANSWERING.get(lemma) ?? []) {
    const words = rest === '' ? [] : rest.split(' ');
    if (words.every((word, i) => tokens[at + 1 + i]?.lower === word)) return { rest, size: words.length };
  }
  return null;
}

/** "Poured cold water on reports of …", "took issue with the figure": a denial by a figure of speech, of what a noun tells. */
export function readRebuff(state: UnitState, k: number): Reading | null {
  const { scan, chunks } = state;
  const chunk = chunks[k];
  if (chunk?.kind !== 'verb') return null;
  const words = scan.tokens.slice(chunk.first, chunk.end);
  // "Quashed": an adjective to the tagger.
  const at = words.length === 1 ? chunk.first : fullVerb(scan, chunk);
  const verb = scan.tokens[at];
  if (verb === undefined || words.some(({ lower }) => UNDONE.has(lower))) return null;
  const lemma = FORMS.get(verb.lower) ?? verb.lemma;
  const found = restOf(scan, at, lemma);
  if (found === null) return null;
  const first = at + 1 + found.size;
  const object = chunks.findIndex((other) => other.first <= first && first < other.end);
  const what = chunks[object];
  if (object < 0 || !(isCharge(scan, what) || (CONTESTING.has(lemma) && isAccount(scan, what)))) return null;
  const link = chunks[k - 1]?.kind;
  const own = findSubject(scan, chunks, k, true);
  const source = own ?? (link === 'and' || link === 'comma' ? state.before : null);
  // A court that quashes a report annuls it.
  if (source === null || (lemma === 'quash' && isHearing(scan, source))) return null;
  const cue = tokenSpan(scan, at, first);
  const range = deniedFrom(state, object);
  const told = {
    basis: 'object',
    cue,
    verb: `${lemma} ${found.rest.replace(/ ?(?:against|at|on|over|to|with)$/, '')}`.trim(),
    source,
  } as const;
  return readRanges(state, [range], { ...told, isCarried: own === null, stance: 'denies' });
}

/** "Claims | that it had hidden the losses": the clause itself, as of any denial; else the noun with what belongs to it. */
function deniedFrom({ scan, chunks }: UnitState, object: number): Range {
  const next = object + 1;
  const from = chunks[next]?.kind === 'that' ? next + 1 : opensClause(scan, chunks, next) ? next : object;
  const isLong = from > object || /^(?:of|about)$/.test(lowerAt(scan, chunks[next]));
  return { from, to: isLong ? contentEnd(scan, chunks, from) : next };
}

const UNDONE: ReadonlySet<string> = new Set([...grammar.negators, ...grammar.be]);

import type { Token } from '#language/read-tokens.ts';
import grammar from '../data/grammar-en.json' with { type: 'json' };
import rebuffs from '../data/rebuffs-en.json' with { type: 'json' };
import { type Charge, chargeAfter } from './charge-after.ts';
import type { Chunk } from './chunk-unit.ts';
import { contentEnd, opensClause, type Range } from './content-end.ts';
import { findSubject } from './find-subject.ts';
import { fullVerb } from './full-verb.ts';
import { isHearing } from './is-hearing.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { tokenSpan } from './token-span.ts';
import { lowerAt, type UnitState } from './unit-state.ts';

const REBUFFS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(rebuffs.verbs));
/** The forms of these verbs: the tagger does not know the lemmas of the rarer ones. */
const FORMS: ReadonlyMap<string, string> = new Map(
  Object.keys(rebuffs.verbs).flatMap((verb) =>
    [
      verb,
      `${verb}s`,
      `${verb}es`,
      ...[verb, verb.replace(/e$/, ''), `${verb}${verb.at(-1)}`].flatMap((stem) => [`${stem}ed`, `${stem}ing`]),
    ].map((form) => [form, verb] as const),
  ),
);
/** Of these the object must be a charge: "mocked the finding" denies nothing. */
const CHARGES_ALONE: ReadonlySet<string> = new Set(rebuffs.chargesAlone);
/** Behind these the object may stand before the particle: "batted | the claim | away". */
const PARTED: ReadonlySet<string> = new Set(rebuffs.parted);
/** "Moved | to quash", "was quick | to scotch". */
const MOVING: ReadonlySet<string> = new Set(rebuffs.moving);
const READY: ReadonlySet<string> = new Set(rebuffs.ready);
const NEGATORS: ReadonlySet<string> = new Set(grammar.negators);
const BE: ReadonlySet<string> = new Set(grammar.be);
/** So many words may stand between a verb and what it moves to do: "has moved swiftly to". */
const ADVERBS = 2;

/** A rebuff: its verb, the token behind the phrase, and what is rebuffed. */
type Rebuff = { readonly verb: number; readonly lemma: string; readonly object: number; readonly charge: Charge };

/** "Poured cold water on reports of …", "took issue with the figure", "moved to quash talk of …": a denial by a figure of speech, of what a noun tells. */
export function readRebuff(state: UnitState, k: number): Reading | null {
  const { scan, chunks } = state;
  const chunk = chunks[k];
  if (chunk?.kind !== 'verb') return null;
  const { tokens } = scan;
  const words = tokens.slice(chunk.first, chunk.end);
  if (words.some(({ lower }) => NEGATORS.has(lower))) return null;
  // "Quashed": an adjective to the tagger.
  const own = words.length === 1 ? chunk.first : fullVerb(scan, chunk);
  const isBe = words.some(({ lower }) => BE.has(lower));
  const isGerund = tokens[own]?.fine === 'VBG';
  const direct = own >= 0 && (!isBe || isGerund) ? rebuffAt(tokens, own) : null;
  const found = direct ?? moved(tokens, chunk, own);
  if (found === null) return null;
  const link = chunks[k - 1]?.kind;
  const subject = findSubject(scan, chunks, k, true);
  const source = subject ?? (link === 'and' || link === 'comma' ? state.before : null);
  if (source === null || isLegal(state, found, source)) return null;
  const range = deniedFrom(state, found);
  if (range === null) return null;
  const reading = readRanges(state, [range], {
    basis: 'object',
    cue: tokenSpan(scan, found.verb, found.object),
    verb: phraseOf(tokens, found),
    source,
    isCarried: subject === null,
    stance: 'denies',
  });
  return reading === null ? null : startAt(reading, tokens[found.object]?.start ?? 0);
}

/** "Hit back", "pour cold water". */
function phraseOf(tokens: readonly Token[], { verb, lemma, object }: Rebuff): string {
  const rest = tokens.slice(verb + 1, object).map(({ lower }) => lower);
  return [lemma, ...rest].join(' ').replace(/ (?:against|at|on|over|to|with)$/, '');
}

/** A rebuff whose verb is token `at`; null where something else is told. */
function rebuffAt(tokens: readonly Token[], at: number): Rebuff | null {
  const verb = tokens[at];
  if (verb === undefined) return null;
  const lemma = FORMS.get(verb.lower) ?? verb.lemma;
  for (const rest of REBUFFS.get(lemma) ?? []) {
    const words = rest === '' ? [] : rest.split(' ');
    let object = at + 1;
    // "Hit | straight | back at": an adverb in between.
    if (words.length > 0 && tokens[object]?.lower !== words[0] && tokens[object]?.tag === 'ADV') object += 1;
    if (words.every((word, i) => tokens[object + i]?.lower === word)) {
      const charge = chargeAfter(tokens, object + words.length);
      if (charge !== null && isRebuffed(tokens, lemma, charge))
        return { verb: at, lemma, object: object + words.length, charge };
    }
    const charge = PARTED.has(rest) ? chargeAfter(tokens, at + 1) : null;
    if (charge !== null && tokens[charge.noun + 1]?.lower === rest && isRebuffed(tokens, lemma, charge))
      return { verb: at, lemma, object: at + 1, charge };
  }
  return null;
}

/** "Fears" are denied where a clause tells what is feared; "mocked | the figure" denies nothing. */
function isRebuffed(tokens: readonly Token[], lemma: string, { noun, kind }: Charge): boolean {
  if (kind === 'charge') return true;
  const next = tokens[noun + 1];
  const hasClause = next?.lower === 'that' || next?.tag === 'PRON' || next?.tag === 'DET';
  return kind === 'worry' ? hasClause : !CHARGES_ALONE.has(lemma);
}

/** "Moved to quash rumours", "was quick to scotch talk". */
function moved(tokens: readonly Token[], chunk: Chunk, own: number): Rebuff | null {
  const first = tokens[own < 0 ? chunk.end - 1 : own];
  if (first === undefined) return null;
  let at = (own < 0 ? chunk.end - 1 : own) + 1;
  const isMoving = MOVING.has(first.lemma);
  const skipAdverbs = () => {
    for (let i = 0; i < ADVERBS && tokens[at]?.tag === 'ADV'; i += 1) at += 1;
  };
  skipAdverbs();
  const isReady = BE.has(tokens[chunk.end - 1]?.lower ?? '') && READY.has(tokens[at]?.lower ?? '');
  if (isReady) at += 1;
  if (!(isMoving || isReady) || tokens[at]?.lower !== 'to') return null;
  at += 1;
  skipAdverbs();
  return rebuffAt(tokens, at);
}

/** A court that quashes a report annuls it; a lawyer who moves to quash charges asks for that. */
function isLegal({ scan }: UnitState, { lemma, charge }: Rebuff, source: SourcePhrase): boolean {
  if (lemma !== 'quash') return false;
  return isHearing(scan, source) || /^charges?$/.test(scan.tokens[charge.noun]?.lower ?? '');
}

/** "Claims | that it had hidden the losses": the clause itself, as of any denial; else the noun with what belongs to it. */
function deniedFrom({ scan, chunks }: UnitState, { charge, object }: Rebuff): Range | null {
  const next = chunks.findIndex(({ first, end }) => first <= charge.noun + 1 && charge.noun + 1 < end);
  const noun = chunks.findIndex(({ first, end }) => first <= object && object < end);
  if (noun < 0) return null;
  if (next < 0) return { from: noun, to: noun + 1 };
  const isThat = chunks[next]?.kind === 'that';
  if (isThat || (next > noun && opensClause(scan, chunks, next))) {
    const from = isThat ? next + 1 : next;
    return { from, to: contentEnd(scan, chunks, from) };
  }
  const isLong = /^(?:of|about|against|by|from|over)$/.test(lowerAt(scan, chunks[next]));
  return { from: noun, to: isLong ? contentEnd(scan, chunks, next) : Math.max(noun + 1, next) };
}

/** The content from the object's first word on, where its phrase began with the verb: "to | quash rumours". */
function startAt(reading: Reading, start: number): Reading {
  const [first, ...rest] = reading.statement.content;
  if (first === undefined || first.start >= start || first.end <= start) return reading;
  return { ...reading, statement: { ...reading.statement, content: [{ start, end: first.end }, ...rest] } };
}

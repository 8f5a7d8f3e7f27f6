import type { Span } from '#core/article.ts';
import grammar from '../data/grammar-en.json' with { type: 'json' };
import silent from '../data/silent-en.json' with { type: 'json' };
import stances from '../data/stances-en.json' with { type: 'json' };
import verbs from '../data/verbs-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import { nounKind } from '../sources/noun-kind.ts';
import type { Chunk } from './chunk-unit.ts';
import { headWord } from './noun-start.ts';
import { WEEKDAYS } from './times.ts';
import {
  CLAIM_NOUNS,
  FINITE,
  type Frame,
  framesOf,
  isSaying,
  type VerbForm,
  verbForm,
  withParticle,
} from './verb-form.ts';

/** A verb that may report what somebody said. Whether it does is decided with its source and its content. */
export type VerbCue = {
  /** The phrase that holds the verb. */
  readonly chunk: number;
  /** The index of the verb's token. */
  readonly token: number;
  /** "say", "point out". */
  readonly lemma: string;
  readonly frames: ReadonlySet<Frame>;
  readonly tense: VerbForm['tense'];
  readonly isNegated: boolean;
  /** "would announce", "may say". */
  readonly isModal: boolean;
  /** "was told", "is believed": a form of "be" before a participle. */
  readonly isPassive: boolean;
  /** "to say", and participles that describe a noun. */
  readonly isInfinitive: boolean;
  /** The verb group with its negation; the cue that is shown. */
  readonly span: Span;
  /** The first phrase after the cue. */
  readonly next: number;
};

const FORMS_OF_BE: ReadonlySet<string> = new Set([...grammar.be, ...grammar.beShort]);
const MODALS: ReadonlySet<string> = new Set(grammar.modals);
/** After these stands what describes a noun, or the noun; "her" may be an object: "who met her said". */
const DETERMINERS: ReadonlySet<string> = new Set(
  [...grammar.articles, ...grammar.possessives].filter((word) => word !== 'her'),
);
/** "Went on to say", "kept insisting": how something was said. */
const ASPECTS: ReadonlySet<string> = new Set(verbs.aspects);
/** "Was quick to deny": what somebody did at once. */
const READY: ReadonlySet<string> = new Set(verbs.ready);
const UNSURE: ReadonlySet<string> = new Set(verbs.unsure);
const NOT: ReadonlySet<string> = new Set(grammar.negators);

/** "Holm figures to win", "assuming a race of two": forms of verbs of saying by which nobody says anything. */
function isSilent({ tokens }: Scan, chunk: Chunk, at: number, lemma: string): boolean {
  const { lower = '' } = tokens[at] ?? {};
  return (
    SILENT_BEFORE.get(lemma)?.includes(tokens[at + 1]?.lower ?? '') === true ||
    (at === chunk.first && silent.alone.includes(lower)) ||
    // "Exactly what it says on the tin".
    (tokens[at - 1]?.lower === 'it' && tokens[at - 2]?.lower === 'what')
  );
}

const SILENT_BEFORE: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(silent.before));

function readVerb(scan: Scan, chunks: readonly Chunk[], k: number): VerbCue | null {
  const chunk = chunks[k];
  if (chunk === undefined) return null;
  const { tokens } = scan;
  // The last verb of the group is the one that counts: "had told", "did not say".
  let at = chunk.end - 1;
  while (
    at >= chunk.first &&
    verbForm(tokens[at]?.lower ?? '') === undefined &&
    (tokens[at]?.tag === 'ADV' || tokens[at]?.tag === 'PART')
  )
    at -= 1;
  const token = tokens[at];
  const form = verbForm(token?.lower ?? '');
  if (token === undefined || form === undefined || at < chunk.first) return null;
  if (isSilent(scan, chunk, at, form.lemma)) return null;
  // "An estimated 300 people", "its claimed success": a participle that describes a noun.
  if (at === chunk.first && form.tense === 'past' && DETERMINERS.has(tokens[at - 1]?.lower ?? '')) return null;
  // "Leads by some 270 pledged votes": so does one between a count and what is counted.
  if (at === chunk.first && form.tense === 'past' && isCounted(scan, at)) return null;
  // "One of the main reasons it failed": behind an adjective without a noun stands the noun.
  const isAlone = at === chunk.first && form.tense !== 'past' && form.tense !== 'ing';
  if (isAlone && tokens[at - 1]?.tag === 'ADJ' && chunks[k - 1]?.kind === 'noun') return null;
  let isNegated = false;
  let isPassive = false;
  let isModal = false;
  let start = token.start;
  for (let i = chunk.first; i < at; i += 1) {
    const lower = tokens[i]?.lower ?? '';
    if (NOT.has(lower)) isNegated = true;
    if (MODALS.has(lower)) isModal = true;
    if (FORMS_OF_BE.has(lower)) isPassive = form.tense === 'past';
    else if (lower === 'has' || lower === 'have' || lower === 'had') isPassive = false;
  }
  if (isNegated || isPassive) start = tokens[chunk.first]?.start ?? start;
  let { lemma } = form;
  let frames = framesOf(lemma);
  let { end } = token;
  let next = k + 1;
  const follower = tokens[at + 1];
  // "Insisted | on Monday": when, and not on what.
  const isWhen = follower?.lower === 'on' && WEEKDAYS.has(tokens[at + 2]?.lower ?? '');
  const longer = isWhen ? undefined : withParticle(lemma, follower?.lower ?? '');
  if (longer !== undefined && follower !== undefined && (at + 1 >= chunk.end || chunk.end > at + 1)) {
    lemma = longer;
    frames = new Set([...framesOf(longer), ...(longer.endsWith(' out') || longer.endsWith(' it') ? frames : [])]);
    end = follower.end;
    if (at + 1 >= chunk.end) next = chunks[k + 1]?.end === at + 2 ? k + 2 : k + 1;
  }
  return {
    chunk: k,
    token: at,
    lemma,
    frames,
    tense: form.tense,
    isNegated,
    isModal,
    isPassive,
    isInfinitive: chunk.kind === 'infinitive',
    span: { start, end },
    next,
  };
}

/** Whether a word stands between a number behind a preposition and a noun: "of 12 reported cases". Not "12 reported cases". */
function isCounted({ tokens }: Scan, at: number): boolean {
  const link = tokens[at - 2]?.tag === 'ADV' ? at - 3 : at - 2;
  return tokens[at - 1]?.tag === 'NUM' && tokens[link]?.tag === 'ADP' && tokens[at + 1]?.tag === 'NOUN';
}

/** "Went on | to say", "kept | insisting": the phrase of the verb that tells how something was said; -1 where none stands before. */
function aspectBefore({ tokens }: Scan, chunks: readonly Chunk[], k: number): number {
  const isParticle = chunks[k - 1]?.kind === 'preposition' || chunks[k - 1]?.kind === 'adverb';
  // "Was quick | to deny"
  const isReady = READY.has(tokens[chunks[k - 1]?.first ?? -1]?.lower ?? '') && chunks[k - 2]?.kind === 'verb';
  if (isReady && FORMS_OF_BE.has(tokens[chunks[k - 2]?.first ?? -1]?.lower ?? '')) return k - 2;
  const at = isParticle ? k - 2 : k - 1;
  const before = chunks[at];
  if (before?.kind !== 'verb' || !ASPECTS.has(tokens[before.end - 1]?.lemma ?? '')) return -1;
  return isParticle && tokens[chunks[k - 1]?.first ?? -1]?.lower !== 'on' ? -1 : at;
}

/** Verbs of how something was said that stand before a purpose: "rang back to say that", "used the speech to argue that". */
const MEANS: ReadonlySet<string> = new Set(verbs.means);
/** How many phrases may stand between such a verb and its purpose. */
const MEANS_REACH = 4;

/** Verbs of denying before which the same stands without a "that": "was forced to deny the report", "took to the air to dispel rumours". */
const DENYING: ReadonlySet<string> = new Set(stances.denyingByDeed);

/** The phrase of such a verb before "to say that"; -1 where none stands there. */
function meansBefore({ tokens }: Scan, chunks: readonly Chunk[], cue: VerbCue): number {
  const isDenial = DENYING.has(cue.lemma);
  if (!isDenial && !(isSaying(cue.lemma) && chunks[cue.next]?.kind === 'that')) return -1;
  for (let k = cue.chunk - 1; k >= Math.max(0, cue.chunk - MEANS_REACH); k -= 1) {
    const chunk = chunks[k];
    const kind = chunk?.kind;
    if (kind === 'noun' || kind === 'preposition' || kind === 'adverb') continue;
    const verb =
      (chunk?.first ?? 0) +
      Math.max(
        0,
        tokens.slice(chunk?.first, chunk?.end).findLastIndex(({ tag }) => tag === 'VERB'),
      );
    const isPast = kind === 'verb' && /^VB[DN]$/.test(tokens[verb]?.fine ?? '');
    const means = isDenial ? MEANS_OF_DENYING : MEANS;
    return isPast && means.has(tokens[verb]?.lemma ?? '') && !isNegatedIn(tokens, chunk) ? k : -1;
  }
  return -1;
}

const MEANS_OF_DENYING: ReadonlySet<string> = new Set([...verbs.means, ...verbs.meansOfDenying]);

const isNegatedIn = (tokens: Scan['tokens'], chunk: Chunk | undefined): boolean =>
  tokens.slice(chunk?.first, chunk?.end).some(({ lower }) => NOT.has(lower));

/** The cue at the place of its finite verb. Whoever only "appeared to suggest" something is shown so. */
function withAspect({ tokens }: Scan, chunks: readonly Chunk[], cue: VerbCue, aspect: number): VerbCue {
  const verb = tokens[(chunks[aspect]?.end ?? 1) - 1];
  const start = verb !== undefined && UNSURE.has(verb.lemma) ? verb.start : cue.span.start;
  return { ...cue, chunk: aspect, isInfinitive: false, tense: 'past', span: { start, end: cue.span.end } };
}

/** "Stopped short of | announcing", "refrained from | saying": what nobody said. */
function isUndone({ tokens }: Scan, chunks: readonly Chunk[], k: number): boolean {
  if (chunks[k - 1]?.kind !== 'preposition') return false;
  // "An inquiry into Voltra over | claims that it hid the losses": a noun, and nobody's.
  if (CLAIM_NOUNS.has(tokens[chunks[k]?.first ?? -1]?.lower ?? '')) return true;
  const at = chunks[k - 1]?.first ?? 0;
  // "Reported it without | saying how it knew", "said in | announcing the fine"
  if (/^(?:without|in)$/.test(tokens[at]?.lower ?? '') && tokens[chunks[k]?.first ?? -1]?.fine === 'VBG') return true;
  const [before, link] = [tokens[at - 1], tokens[at]?.lower];
  return (link === 'of' && before?.lower === 'short') || (link === 'from' && before?.lemma === 'refrain');
}

/** "A draft | posted | last year | put …": a participle that tells of a paper, before the verb of the sentence. */
function isReduced(scan: Scan, chunks: readonly Chunk[], { chunk, tense, span, lemma }: VerbCue): boolean {
  const [noun, verb, time, next] = chunks.slice(Math.max(0, chunk - 1), chunk + 3);
  if (tense !== 'past' || lemma === 'say' || noun?.kind !== 'noun' || time?.kind !== 'time') return false;
  const isBare = verb !== undefined && scan.tokens[verb.first]?.start === span.start;
  const hasVerb = next?.kind === 'verb' && FINITE.has(scan.tokens[next.first]?.fine ?? '');
  return isBare && hasVerb && nounKind(headWord(scan, noun)) === 'document';
}

/** The verbs of the lists in a unit, outside quotations, in order. */
export function findCues(scan: Scan, chunks: readonly Chunk[]): VerbCue[] {
  const cues: VerbCue[] = [];
  chunks.forEach((chunk, k) => {
    if (chunk.kind !== 'verb' && chunk.kind !== 'infinitive') return;
    const cue = readVerb(scan, chunks, k);
    if (cue === null || isUndone(scan, chunks, k) || isReduced(scan, chunks, cue)) return;
    const aspect = cue.isInfinitive || cue.tense === 'ing' ? aspectBefore(scan, chunks, k) : -1;
    const means = aspect < 0 && cue.isInfinitive ? meansBefore(scan, chunks, cue) : -1;
    if (means >= 0) cues.push({ ...cue, chunk: means, isInfinitive: false, tense: 'past' });
    else cues.push(aspect < 0 ? cue : withAspect(scan, chunks, cue, aspect));
  });
  return cues;
}

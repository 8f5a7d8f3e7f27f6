import { contains, overlaps } from '#core/article.ts';
import type { Token } from '#language/read-tokens.ts';
import type { Chunk } from '../clauses/chunk-unit.ts';
import { appositionAfter } from '../clauses/describes-noun.ts';
import { findNounAfter } from '../clauses/find-noun-after.ts';
import { findSubject, phrase } from '../clauses/find-subject.ts';
import { nounEnd, nounStart } from '../clauses/noun-start.ts';
import { readUnitChunks } from '../clauses/read-unit-chunks.ts';
import { readUnitTree, type UnitTree } from '../clauses/read-unit-tree.ts';
import type { SourcePhrase } from '../clauses/source-phrase.ts';
import { firstTokenOf, lastTokenBefore } from '../clauses/token-before.ts';
import { isSaying } from '../clauses/verb-form.ts';
import type { Scan, Unit } from '../scan-article.ts';
import { nounKind } from '../sources/noun-kind.ts';
import type { Basis, Statement } from '../statement.ts';

/** Who may be the source of a statement. `byRule`: what the rules give it, 0..1, before anything is learned; `isRuled`: it is theirs. */
export type SourcePlace = {
  readonly source: SourcePhrase;
  readonly isCarried: boolean;
  readonly isRuled: boolean;
  readonly byRule: number;
  readonly features: readonly string[];
};

/** The grounds whose cue is a verb that has a subject. */
const VERBAL: ReadonlySet<Basis> = new Set([
  'quotation',
  'clause',
  'parsed',
  'before',
  'object',
  'thought',
  'finding',
  'silence',
]);
/** A subject beside its verb is nearly always right, one that was taken over from another verb less often. */
const BESIDE = 0.95;
const CARRIED = 0.73;
const OTHER = 0.5;
/** More words than any sentence has in which a reader finds who speaks; this also bounds the time. */
const LONGEST = 240;
/** So many verbs are climbed from a cue to the one that has a subject. */
const MOST_STEPS = 4;
const MOST = 3;
/** So many statements before and after are looked at. */
const MOST_BESIDE = 8;

type Offer = {
  readonly source: SourcePhrase;
  readonly head: number;
  readonly by: Set<string>;
  readonly isCarried: boolean;
};

/**
 * The phrases that may name the source of a statement, with what tells which of them does: the one that the rules take, the subject of
 * the cue and of the verbs before it, who stands behind the cue, whom the tree of the sentence makes its subject, whoever spoke right
 * before. `all`: the article's statements in the order of its text. Empty where there is nothing to choose.
 */
export function sourcePlaces(scan: Scan, all: readonly Statement[], at: number): SourcePlace[] {
  const statement = all[at];
  const unit = scan.units[statement?.unit ?? -1];
  if (statement === undefined || unit === undefined || statement.cue === null || statement.source === null) return [];
  if (!VERBAL.has(statement.basis) || unit.end - unit.first > LONGEST || isPlain(scan, statement)) return [];
  const said = verbOf(scan.tokens, statement.cue);
  const chunks = readUnitChunks(unit, scan);
  const k = chunks.findIndex(({ first, end }) => first <= said && said < end);
  if (k < 0) return [];
  const near = all.slice(Math.max(0, at - MOST_BESIDE), at + MOST_BESIDE + 1);
  const beside = near.filter((other) => other.unit === statement.unit);
  const read: Read = { scan, unit, tree: readUnitTree(unit, scan), chunks, statement, beside, said };
  const offers = offersOf(read, k, all[at - 1]);
  if (offers.length < 2) return [];
  return offers.map((one) => {
    const isRuled = one.by.has('rule');
    const { source, isCarried } = one;
    const byRule = isRuled ? (isCarried ? CARRIED : BESIDE) : OTHER;
    return { source, isCarried, isRuled, byRule, features: featuresOf(read, one, offers) };
  });
}

/** Whether the source stands before its verb as a whole: then the tree, which costs as much as all the rest, has nothing to tell. */
function isPlain({ tokens }: Scan, { isCarried, source }: Statement): boolean {
  const before = tokens[firstTokenOf(tokens, source?.antecedent ?? source?.span ?? { start: 0, end: 0 }) - 1];
  return !isCarried && !(before?.tag === 'ADP' || before?.tag === 'CCONJ' || before?.text === ',');
}

type Read = {
  readonly scan: Scan;
  readonly unit: Unit;
  readonly tree: UnitTree;
  readonly chunks: readonly Chunk[];
  readonly statement: Statement;
  /** The statements of its unit. */
  readonly beside: readonly Statement[];
  readonly said: number;
};

/** The verb among the words of a cue, the last one. */
function verbOf(tokens: readonly Token[], cue: { readonly start: number; readonly end: number }): number {
  const last = lastTokenBefore(tokens, cue.end);
  for (let i = last; i >= 0 && (tokens[i]?.start ?? -1) >= cue.start; i -= 1) if (tokens[i]?.tag === 'VERB') return i;
  return last;
}

/** Who is offered, each once, by the word on which the others of its phrase hang. */
function offersOf(read: Read, k: number, before: Statement | undefined): Offer[] {
  const { scan, chunks, statement } = read;
  const found = new Map<number, Offer>();
  const offer = (source: SourcePhrase | null | undefined, by: string, isCarried: boolean) => {
    if (source === null || source === undefined) return;
    const head = headOf(read, source);
    const known = found.get(head);
    if (known !== undefined) known.by.add(by);
    else if (by === 'rule' || !statement.content.some((span) => contains(span, source.span)))
      found.set(head, { source, head, by: new Set([by]), isCarried });
  };
  offer(statement.source, 'rule', statement.isCarried);
  offer(findSubject(scan, chunks, k, true), 'subject', false);
  offer(findNounAfter(scan, chunks, k + 1, 'inverted')?.source, 'inverted', false);
  const verbs = [...chunks.keys()].filter((i) => i < k && chunks[i]?.kind === 'verb');
  offer(
    firstFound(verbs, (i) => findSubject(scan, chunks, i)),
    'main',
    true,
  );
  offer(
    firstFound(verbs.toReversed(), (i) => findSubject(scan, chunks, i)),
    'verb before',
    true,
  );
  offerByTree(read, offer);
  if (before?.unit === statement.unit) offer(before.source, 'before', true);
  return [...found.values()];
}

function firstFound<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/** The subject that the tree gives the cue, or the verb that the cue hangs on, and who did it in a passive. */
function offerByTree(
  { scan, tree, chunks, said }: Read,
  offer: (source: SourcePhrase | null, by: string, isCarried: boolean) => void,
): void {
  let verb = said;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const children = tree.childrenOf(verb);
    const agent = children.find(
      (child) =>
        tree.relationOf(child).startsWith('obl') &&
        tree.childrenOf(child).some((word) => scan.tokens[word]?.lower === 'by'),
    );
    if (agent !== undefined) offer(phraseAt(scan, chunks, agent, 'agent'), 'agent', false);
    const subject = children.find((child) => tree.relationOf(child).startsWith('nsubj'));
    if (subject !== undefined) {
      offer(phraseAt(scan, chunks, subject, 'subject'), steps === 0 ? 'tree' : 'tree outer', steps > 0);
      return;
    }
    const relation = tree.relationOf(verb);
    verb = tree.headOf(verb);
    if (verb < 0) return;
    if (relation.startsWith('acl')) offer(phraseAt(scan, chunks, verb, 'subject'), 'tree noun', true);
    if (!/^(?:conj|advcl|xcomp|ccomp|parataxis)/.test(relation)) return;
  }
}

/** The noun phrase that a word stands in. */
function phraseAt(
  scan: Scan,
  chunks: readonly Chunk[],
  token: number,
  place: SourcePhrase['place'],
): SourcePhrase | null {
  const k = chunks.findIndex(({ first, end }) => first <= token && token < end);
  if (chunks[k]?.kind !== 'noun') return null;
  const end = nounEnd(scan, chunks, k);
  const apposition = chunks[end]?.kind === 'comma' ? appositionAfter(scan, chunks, end) : null;
  return phrase(scan, chunks, nounStart(scan, chunks, k), Math.max(k, end - 1), place, apposition);
}

/** The word of a phrase on which its others hang. */
function headOf({ scan, tree }: Read, source: SourcePhrase): number {
  const span = source.antecedent ?? source.span;
  const first = firstTokenOf(scan.tokens, span);
  const last = lastTokenBefore(scan.tokens, span.end);
  for (let i = first; i <= last; i += 1) {
    const head = tree.headOf(i);
    if (head < first || head > last) return i;
  }
  return first;
}

function featuresOf({ scan, tree, statement, beside, said }: Read, one: Offer, offers: readonly Offer[]): string[] {
  const { tokens, quoteAt } = scan;
  const span = one.source.antecedent ?? one.source.span;
  const first = firstTokenOf(tokens, span);
  const last = lastTokenBefore(tokens, span.end);
  const side = first > said ? 'after' : tokens[first]?.sentence === tokens[said]?.sentence ? 'before' : 'earlier';
  const between = first > said ? tokens.slice(said + 1, first) : tokens.slice(last + 1, Math.max(last + 1, said));
  const commas = Math.min(MOST, between.filter(({ text }) => text === ',').length);
  const verbs = Math.min(MOST, between.filter(({ tag }) => tag === 'VERB').length);
  const relation = tree.relationOf(one.head);
  const governor = governorOf(tree, one.head, said);
  const tense = tokens[said]?.fine ?? 'none';
  const link = linkOf(tokens[said - 1]);
  const kind = kindOf(tokens[one.head]);
  const own = one.by.has('rule') ? `rule ${one.isCarried}` : 'other';
  const by = [...one.by].filter((name) => name !== 'rule').toSorted();
  const others = beside.filter((other) => other !== statement);
  const cue = statement.cue ?? span;
  const isSaid = others.some((other) => other.content.some((part) => contains(part, span)));
  const isCueSaid = others.some((other) => other.content.some((part) => contains(part, cue)));
  const speaks = others.some(({ source }) => source !== null && overlaps(source.span, span));
  const before = tokens[first - 1]?.tag === 'ADP' ? 'preposition' : tokens[first - 1]?.tag === 'VERB' ? 'verb' : 'free';
  return [
    'bias',
    `own ${own} ${statement.basis}`,
    `by ${by.join('+')}`,
    `by ${by.join('+')} ${tense}`,
    `by ${by.join('+')} ${link}`,
    ...by.flatMap((name) => [`offer ${name} ${own}`, `offer ${name} ${tense} ${link}`]),
    `governor ${governor} ${relation}`,
    `governor ${governor} ${relation} ${own}`,
    `governor ${governor} ${link} ${tense}`,
    `governor ${governor} ${tree.relationOf(said)} ${tense}`,
    `relation ${relation} ${side}`,
    `relation ${relation} ${link} ${tense}`,
    `kind ${kind} ${own}`,
    `kind ${kind} ${isSaying(statement.verb ?? '')} ${side}`,
    `kind ${kind} ${link} ${tense}`,
    `side ${side} ${commas} ${verbs}`,
    `quoted ${(quoteAt[one.head] ?? -1) >= 0} ${own}`,
    `said ${isSaid} ${isCueSaid} ${own}`,
    `speaks ${speaks} ${link} ${tense}`,
    `after ${before} ${side} ${own}`,
    `among ${Math.min(MOST, offers.length)} ${own}`,
  ];
}

/** A pronoun as it is; any other word by what its noun may be. */
function kindOf(token: Token | undefined): string {
  if (token?.tag === 'PRON') return token.lower;
  if (token?.tag === 'PROPN') return 'name';
  return nounKind(token?.lower ?? '') ?? (token?.tag === 'NUM' ? 'number' : 'thing');
}

/** A mark or a linking word as it is, any other word by its tag. */
function linkOf(token: Token | undefined): string {
  if (token === undefined) return 'edge';
  return token.tag === 'PUNCT' || token.tag === 'CCONJ' || token.tag === 'SCONJ' ? token.lower : token.fine;
}

/** How far up a tree is looked for the cue, in words. */
const MOST_UP = 8;

/** How a noun and the verb of saying hang together in the tree. */
function governorOf(tree: UnitTree, noun: number, said: number): string {
  const head = tree.headOf(noun);
  if (head === said) return 'cue';
  for (
    let steps = 1, outer = tree.headOf(said);
    steps <= MOST_STEPS && outer >= 0;
    steps += 1, outer = tree.headOf(outer)
  ) {
    if (outer === noun) return steps === 1 ? 'is outer' : 'is far outer';
    if (head === outer) return steps === 1 ? 'outer' : 'far outer';
  }
  for (let steps = 0, up = head; steps < MOST_UP && up >= 0; steps += 1, up = tree.headOf(up))
    if (up === said) return 'below';
  return 'none';
}

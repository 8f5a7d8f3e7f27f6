import { overlaps, type Span } from '#core/article.ts';
import type { Token } from '#language/read-tokens.ts';
import type { SourcePhrase } from '../clauses/source-phrase.ts';
import { firstTokenOf, lastTokenBefore } from '../clauses/token-before.ts';
import type { Scan } from '../scan-article.ts';
import type { Bearer } from '../sources/bearer.ts';
import type { Statement } from '../statement.ts';
import { weighConfidence } from './weigh-confidence.ts';

/** A statement that has its bearer, as the weigher sees it. */
export type Weighed = { readonly statement: Statement; readonly bearer: Bearer; readonly isNested: boolean };

/** Words that say how a clause hangs on another; all other words are told by their tags, so that no topic is learned by heart. */
const LINKS = new Set(
  'that who which whom to as if whether because while when after before and but or so of for in by with about not than'.split(
    ' ',
  ),
);
/** What a word and its space take, on average: lengths are told in words. */
const LETTERS_A_WORD = 6;
/** Further from its cue, in words, a source was carried over from another sentence. */
const FAR = 60;
/** So many statements before and after are looked at. */
const BESIDE = 4;
/** Sizes from 2 to the power of this are one. */
const LARGE = 5;

/** What the rules alone give a statement, 0..1. */
export function weighByRule({ statement, bearer }: Weighed): number {
  return weighConfidence(statement.basis, bearer.certainty, statement.isCarried, statement.source !== null);
}

/**
 * What tells whether a source said its content, as names of features: the ground and the rules' own weight, cue, form, what stands
 * around content and source, how far they are from the cue, which statements are beside it. `all` are the article's statements in
 * the order of its text, `at` is the place of the one that is asked about. Pure. The tree of the sentence tells nothing more: tried, and left out.
 */
export function statementFeatures(scan: Scan, all: readonly Weighed[], at: number): string[] {
  const weighed = all[at];
  if (weighed === undefined) return [];
  const { statement, bearer, isNested } = weighed;
  const { tokens } = scan;
  const { basis, source } = statement;
  const verb = statement.verb ?? 'none';
  const cueAt = statement.cue === null ? -1 : lastTokenBefore(tokens, statement.cue.end);
  const quoted = quotedShare(scan, statement.content);
  const chars = statement.content.reduce((sum, { start, end }) => sum + end - start, 0);
  return [
    'bias',
    `rule ${Math.round(weighByRule(weighed) * 10)}`,
    `basis ${basis}`,
    `basis ${basis} carried ${statement.isCarried}`,
    `basis ${basis} ${quoted}`,
    `basis ${basis} ${bearer.kind}`,
    `basis ${basis} nested ${isNested}`,
    `basis ${basis} length ${sizeOf(chars / LETTERS_A_WORD)}`,
    `certainty ${Math.round(bearer.certainty * 20)}`,
    `verb ${verb}`,
    `verb ${verb} ${quoted}`,
    `cue ${tokens[cueAt]?.fine ?? 'none'} ${basis}`,
    `cue before ${nameOf(tokens[cueAt - 1])}`,
    `cue after ${nameOf(tokens[cueAt + 1])}`,
    `stance ${statement.stance}`,
    `hedged ${statement.hedge !== null}`,
    `cited ${statement.cited !== null}`,
    `bearer ${bearer.kind} ${bearer.named}`,
    ...besideFeatures(all, at, weighed),
    ...contentFeatures(scan, statement, cueAt),
    ...sourceFeatures(scan, source, cueAt),
  ];
}

/** What else the unit says, and who spoke before. */
function besideFeatures(all: readonly Weighed[], at: number, { statement, bearer }: Weighed): string[] {
  const { basis, unit, content } = statement;
  const others: Statement[] = [];
  for (let i = Math.max(0, at - BESIDE); i <= at + BESIDE; i += 1) {
    const other = i === at ? undefined : all[i]?.statement;
    if (other?.unit === unit) others.push(other);
  }
  const shares = others.some((other) => other.content.some((span) => content.some((own) => overlaps(own, span))));
  const before = all[at - 1]?.bearer;
  return [
    `others ${basis} ${Math.min(2, others.length)}`,
    `shares ${basis} ${shares}`,
    `previous ${basis} ${before === undefined ? 'none' : before.key === bearer.key ? 'same' : 'other'}`,
  ];
}

/** Where the content begins and ends, and which side of the cue it stands on. */
function contentFeatures({ tokens, units }: Scan, { basis, content, unit }: Statement, cueAt: number): string[] {
  const [opening] = content;
  const closing = content.at(-1);
  const first = opening === undefined ? -1 : firstTokenOf(tokens, opening);
  const last = closing === undefined ? -1 : lastTokenBefore(tokens, closing.end);
  const isEnd = last + 2 >= (units[unit]?.end ?? 0);
  const after = isEnd ? 'end' : nameOf(tokens[last + 1]);
  return [
    `first ${basis} ${nameOf(tokens[first])}`,
    `before ${basis} ${nameOf(tokens[first - 1])}`,
    `after ${after}`,
    `after ${basis} ${after}`,
    `after both ${isEnd ? after : `${after} ${nameOf(tokens[last + 2])}`}`,
    `pieces ${basis} ${Math.min(3, content.length)}`,
    `side ${basis} ${first > cueAt ? 'right' : last < cueAt ? 'left' : 'both'}`,
  ];
}

/** What the source looks like, and how far it stands from the cue. */
function sourceFeatures({ tokens, text, quoteAt }: Scan, source: SourcePhrase | null, cueAt: number): string[] {
  if (source === null) return ['source none'];
  const { span, place } = source;
  const first = firstTokenOf(tokens, span);
  const last = lastTokenBefore(tokens, span.end);
  const words = text.slice(span.start, span.end);
  const shape = tokens[last]?.tag === 'PRON' ? words.toLowerCase() : /\p{Lu}/u.test(words.slice(1)) ? 'name' : 'words';
  const [from, to] = first > cueAt ? [cueAt + 1, first] : [last + 1, cueAt];
  const commas =
    cueAt < 0 || to - from > FAR
      ? 'far'
      : Math.min(3, tokens.slice(from, Math.max(from, to)).filter((token) => token.text === ',').length);
  return [
    `place ${place}`,
    `shape ${shape}`,
    `shape ${shape} ${place}`,
    `source quoted ${(quoteAt[first] ?? -1) >= 0}`,
    `source ${cueAt < 0 ? 'without cue' : `${first > cueAt ? 'after' : 'before'} by ${sizeOf(to - from)}`}`,
    `commas ${commas} ${place}`,
    `source before ${nameOf(tokens[first - 1])}`,
    `apposition ${source.apposition !== null}`,
  ];
}

/** A mark or a linking word as it is, any other word as its tag. */
function nameOf(token: Token | undefined): string {
  if (token === undefined) return 'edge';
  return token.tag === 'PUNCT' || LINKS.has(token.lower) ? token.lower : token.fine;
}

/** Whether all, some or none of the content stands in quotation marks. */
function quotedShare({ tokens, quoteAt }: Scan, content: readonly Span[]): string {
  let inside = 0;
  let all = 0;
  for (const span of content) {
    const last = lastTokenBefore(tokens, span.end);
    for (let at = firstTokenOf(tokens, span); at <= last; at += 1) {
      all += 1;
      if ((quoteAt[at] ?? -1) >= 0) inside += 1;
    }
  }
  return inside === 0 ? 'unquoted' : inside === all ? 'quoted' : 'partly quoted';
}

/** Sizes by steps that double: 0, 1, 2, 4, 8, 16 and more. */
function sizeOf(count: number): string {
  return count < 1 ? '0' : String(2 ** Math.min(LARGE, Math.floor(Math.log2(count))));
}

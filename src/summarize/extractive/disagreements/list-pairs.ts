import type { Article } from '#core/article.ts';
import { areWithin } from '#core/article.ts';
import type { Source, Testimony } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import words from '../data/pair-words.json' with { type: 'json' };
import type { Passage } from '../read-passages.ts';
import { clashOf } from './clash-of.ts';
import type { Pair, Speaker } from './learned/pair.ts';
import type { Neighbours } from './overlap-of.ts';
import { plainWords, readStatements, type Statement } from './read-statements.ts';

/** Stems of what an outlet does with what others say. */
const CHECKING = new Set(contentWords('verify confirm check corroborate', 'en'));

const ONE_OF_THEM = /^(?:one|two|both|another) of (?:them|the)\b/i;

const NAMELESS = new Set(words.nameless);
const SHORTEST_NAME = 3;

/** More of what leads up to a statement than this is no lead. */
const LONGEST_LEAD = 300;

/** A word that this many sentences hold is no longer rare. */
const COMMON_FROM = 3;

/** Every statement is compared with every other, so that their number needs a cap; long articles have some 60. */
const MOST_STATEMENTS = 200;

/** Pairs of shown statements of different sources, each with what the rules make of it, in the order of the text. */
export function listPairs(article: Article, testimony: Testimony, passages: readonly Passage[]): Pair[] {
  const statements = readStatements(article, testimony, passages, MOST_STATEMENTS);
  const speakers = new Map(testimony.sources.map((source) => [source.id, { source, words: wordsOf(source) }]));
  const counts = countWords(passages);
  const weights = weighWords(counts, passages.length);
  const isRare = (word: string) => (counts.get(word) ?? COMMON_FROM) < COMMON_FROM;
  const pairs: Omit<Pair, 'besides'>[] = [];
  for (const [at, first] of statements.entries()) {
    const between = new Set<string>();
    let others = 0;
    for (const second of statements.slice(at + 1)) {
      const by = second.attribution.source;
      const isOther = by !== first.attribution.source;
      const isNext = [...between].every((source) => source === by);
      const isRelayed = isWithin(second, first) || isUnsettled(second);
      const neighbours = { isNext, isLast: others === 0, weights };
      const pair = isOther ? makePair(first, second, neighbours) : null;
      if (pair !== null)
        pairs.push({ ...pair, isRare, between: { statements: others, sources: between.size }, lead: leadTo(pair) });
      if (isRelayed) continue;
      others += 1;
      if (isOther) between.add(by);
    }
  }
  return withBesides(pairs, statements);

  function makePair(first: Statement, second: Statement, neighbours: Neighbours) {
    const one = speakers.get(first.attribution.source);
    const other = speakers.get(second.attribution.source);
    const passage = passages[first.place];
    const next = passages[second.place];
    if (one === undefined || other === undefined || passage === undefined || next === undefined) return null;
    if (isUnsettled(first) || isUnsettled(second) || (neighbours.isLast && areOneGroup(one, other))) return null;
    const clash = clashOf(first, second, neighbours);
    const pair = { first, second, neighbours, clash };
    return { ...pair, speakers: [one, other], passages: [passage, next] } as const;
  }

  function leadTo({ first, second, passages: [, passage] }: Pick<Pair, 'first' | 'second' | 'passages'>): string[] {
    const start = second.attribution.content[0]?.start ?? 0;
    const end = Math.max(...first.attribution.content.map((piece) => piece.end));
    const from = Math.min(start, first.place === second.place ? end : passage.span.start);
    return plainWords(article.text.slice(from, start).slice(0, LONGEST_LEAD));
  }
}

/** Each pair with what is disputed in the article besides it. */
function withBesides(pairs: readonly Omit<Pair, 'besides'>[], statements: readonly Statement[]): Pair[] {
  const isDenial = ({ attribution: { stance } }: Statement) => stance === 'denies';
  const clashing = pairs.filter(({ clash }) => clash !== null);
  const denials = statements.filter(isDenial).length;
  return pairs.map((pair) => {
    const own = new Set([pair.first, pair.second]);
    const clashes = clashing.filter(({ first, second }) => !own.has(first) && !own.has(second)).length;
    const ownDenials = [...own].filter(isDenial).length;
    return { ...pair, besides: { clashes, denials: denials - ownDenials } };
  });
}

/** "Two porters said …. “…,” one of them said": they are of one mind. */
function areOneGroup({ source: one }: Speaker, { source: other }: Speaker): boolean {
  return one.kind === 'group' && ONE_OF_THEM.test(other.name);
}

/** A statement that another one relays does not stand between that and the next. */
function isWithin(inner: Statement, outer: Statement): boolean {
  return areWithin(inner.attribution.content, outer.attribution.content);
}

/** "The Courier could not verify that": it takes no side, and stands between nobody. */
function isUnsettled({ words: said, isNegated }: Statement): boolean {
  return isNegated && said.size === 1 && [...said].every((word) => CHECKING.has(word));
}

function wordsOf({ name, role }: Source): Set<string> {
  const all = plainWords(`${name} ${role ?? ''}`.replace(/[’']s\b/gu, ''));
  return new Set(all.filter((word) => word.length >= SHORTEST_NAME && !NAMELESS.has(word)));
}

/** In how many sentences each word stands. */
function countWords(passages: readonly Passage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const passage of passages) for (const word of passage.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The rarer a word is in the article, the more two statements that share it have in common. */
function weighWords(counts: ReadonlyMap<string, number>, sentences: number): Map<string, number> {
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + sentences / count)]));
}

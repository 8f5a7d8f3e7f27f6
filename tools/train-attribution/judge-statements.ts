import { type Settled, settleArticle } from '#attribute/attribute.ts';
import { statementFeatures, weighByRule } from '#attribute/learned/statement-features.ts';
import { overlaps, type Span } from '#core/article.ts';
import { sameName } from '../../bench/same-name.ts';
import type { Case } from './fit-weights.ts';
import type { Marked, MarkedArticle } from './read-marked.ts';

/** So much of a content, in characters, must be within what the same source is marked to have said. */
const MOST = 0.5;

/**
 * The cases of the decision whether a source said its content. Finds the statements of a marked article by the rules, and judges each by what is marked. Where not all is marked, what has no mark
 * is left out: nobody knows whether it is right.
 */
export function judgeStatements({ article, marked, isWhole }: MarkedArticle): Case[] {
  const { scan, settled } = settleArticle(article);
  const speakers = [...new Set(marked.flatMap(({ speaker }) => speaker ?? []))];
  return settled.flatMap((one, at): Case[] => {
    const around = marked.filter((mark) => isWithin(one, mark));
    // Who hung up or walked past without a word is silent too, and seldom marked.
    if (around.length === 0 && (!isWhole || one.statement.basis === 'silence')) return [];
    const judged = {
      features: statementFeatures(scan, settled, at),
      isRight: around.some((mark) => isSameSource(one, mark, speakers)),
      byRule: weighByRule(one),
    };
    return [judged];
  });
}

/** What was declined is told in words that each marks differently: there the same cue is enough. */
function isWithin({ statement: { content, cue, stance } }: Settled, mark: Marked): boolean {
  if (stance === 'declines' && cue !== null && mark.cue.some((at) => overlaps(at, cue))) return true;
  return sharedSize(content, mark.content) >= MOST * Math.max(1, sharedSize(content, content));
}

/** Whether the name is right; where the article's own words stand for a name, whether they are the words of the source. */
function isSameSource({ statement, bearer }: Settled, mark: Marked, speakers: readonly string[]): boolean {
  if (mark.kind === 'unstated' || bearer.kind === 'unstated') return mark.kind === bearer.kind;
  const span = statement.source?.span;
  if (bearer.entity === null && span !== undefined && mark.source.some((at) => overlaps(at, span))) return true;
  if (mark.speaker === null) return span !== undefined && mark.source.some((at) => overlaps(at, span));
  return sameName(mark.speaker, bearer.name, mark.kind === 'person' && mark.named, speakers);
}

/** Characters in both. */
function sharedSize(some: readonly Span[], others: readonly Span[]): number {
  return some.reduce(
    (sum, a) =>
      sum + others.reduce((part, b) => part + Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)), 0),
    0,
  );
}

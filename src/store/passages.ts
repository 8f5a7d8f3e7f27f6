import { overlaps, type Span, textAt } from '#core/article.ts';
import type { Briefing } from '#core/briefing.ts';

/** Words of an article and where they begin in it. */
export type Passage = { readonly start: number; readonly words: string };

/**
 * What a briefing quotes of its article, and so may keep when the article's text is dropped: the evidence of its points, the
 * statements that it credits, and the sentences in which accounts differ. In order, none overlapping.
 */
export function quotedPassages(briefing: Briefing): Passage[] {
  const { article, points, attributions, disagreements } = briefing;
  const disputed = new Set(disagreements.flatMap(({ sides }) => sides.flatMap((side) => side.attributions)));
  const spans = [
    ...points.flatMap(({ evidence }) => evidence),
    ...attributions.flatMap(({ cue, content, quotes }) => [...(cue === null ? [] : [cue]), ...content, ...quotes]),
    ...attributions
      .filter(({ id }) => disputed.has(id))
      .flatMap(({ content: [first] }) =>
        article.sentences.filter((sentence) => first !== undefined && overlaps(sentence, first)),
      ),
  ];
  return joinSpans(spans).map((span) => ({ start: span.start, words: textAt(article.text, span) }));
}

/** An article whose text was dropped, with the passages at their places and blanks between, so that every offset holds. */
export function fillPassages(article: unknown, passages: readonly Passage[]): unknown {
  if (typeof article !== 'object' || article === null) return article;
  let text = '';
  for (const { start, words } of passages) text = text.padEnd(start, ' ') + words;
  return { ...article, text: text.padEnd(lengthOf(article), ' '), textLength: undefined };
}

/** Of the text that was dropped, or of the one that is there again since somebody had the article briefed anew. */
function lengthOf(article: object): number {
  if ('textLength' in article && typeof article.textLength === 'number') return article.textLength;
  return 'text' in article && typeof article.text === 'string' ? article.text.length : 0;
}

/** @throws Error where the column holds something else. */
export function parsePassages(value: unknown): Passage[] {
  if (!Array.isArray(value)) throw new Error('passages are no list');
  return value.map((one: unknown) => {
    if (!isPassage(one)) throw new Error('a passage lacks its place or its words');
    return one;
  });
}

function isPassage(value: unknown): value is Passage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'start' in value &&
    typeof value.start === 'number' &&
    'words' in value &&
    typeof value.words === 'string'
  );
}

function joinSpans(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

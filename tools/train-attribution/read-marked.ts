import { readFileSync } from 'node:fs';
import type { Article, Span } from '#core/article.ts';
import type { SourceKind } from '#core/testimony.ts';
import { plainArticle } from '../plain-article.ts';
import { type Pair, readCorpus } from '../read-corpus.ts';

/** A marked statement: where its content, its source and its cue stand, and who speaks ("he" resolved). */
export type Marked = {
  readonly content: readonly Span[];
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  /** Null where only the place of the source is marked. */
  readonly speaker: string | null;
  readonly kind: SourceKind | null;
  readonly named: boolean;
};

export type MarkedArticle = {
  readonly slug: string;
  readonly article: Article;
  readonly marked: readonly Marked[];
  /** Whether everything is marked that it credits to someone. */
  readonly isWhole: boolean;
};

/**
 * Reads the articles of a folder like `corpus/`, by name: all that they credit to someone is marked.
 * @throws Error where a span does not hold the words that are written beside it: a corpus edited by hand must not teach what is wrong.
 */
export function readMarked(folder: string): MarkedArticle[] {
  return readCorpus(folder).map(({ name, file, article }) => {
    if (article.text !== file.text) throw new Error(`${name}: the text is not as it is read`);
    const marked = file.attributions.map(({ speaker, kind, named, content, spans }): Marked => {
      const [places, source, cue] = [spans.content, spans.source, spans.cue].map((list) => list.map(toSpan));
      if (places === undefined || source === undefined || cue === undefined)
        throw new Error(`${name}: spans are missing`);
      const lost = places.findIndex(({ start, end }, at) => file.text.slice(start, end) !== content[at]);
      if (lost >= 0) throw new Error(`${name}: not at its place: ${content[lost]}`);
      return { content: places, source, cue, speaker, kind, named };
    });
    return { slug: file.slug, article, marked, isWhole: true };
  });
}

type GumLine = {
  readonly doc: string;
  readonly text: string;
  readonly quotes: readonly Readonly<Record<'content' | 'speaker' | 'verb', readonly Pair[]>>[];
};

/** Reads attribution relations of GUM, one document a line. They mark clauses of saying and thinking, and neither names nor the rest. */
export function readGum(file: string): MarkedArticle[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const { doc, text, quotes }: GumLine = JSON.parse(line);
    const marked = quotes.map(({ content, speaker, verb }): Marked => {
      const spans = { content: content.map(toSpan), source: speaker.map(toSpan), cue: verb.map(toSpan) };
      return { ...spans, speaker: null, kind: null, named: false };
    });
    return { slug: doc, article: plainArticle(text), marked, isWhole: false };
  });
}

function toSpan([start, end]: Pair): Span {
  return { start, end };
}

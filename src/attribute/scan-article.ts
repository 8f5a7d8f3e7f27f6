import type { Article, Span } from '#core/article.ts';
import { readTokens, type Token } from '#language/read-tokens.ts';
import { sureDatelineEnd } from './dateline-end.ts';
import { findQuotes, type Quote } from './find-quotes.ts';

/** One or more sentences that a quotation holds together; `first` and `end` are indexes of tokens. */
export type Unit = {
  readonly span: Span;
  readonly first: number;
  readonly end: number;
  readonly paragraph: number;
};

/** An article made ready for the search for statements. */
export type Scan = {
  readonly article: Article;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly units: readonly Unit[];
  readonly quotes: readonly Quote[];
  /** For each token the index of the quotation that it stands in, or -1. */
  readonly quoteAt: Int32Array;
};

/** Which token stands in which quotation: both lists are in order, so one walk is enough. */
function placeQuotes(tokens: readonly Token[], quotes: readonly Quote[]): Int32Array {
  const placed = new Int32Array(tokens.length).fill(-1);
  let q = 0;
  tokens.forEach((token, i) => {
    while (q < quotes.length && (quotes[q]?.outer.end ?? 0) <= token.start) q += 1;
    const quote = quotes[q];
    if (quote !== undefined && quote.outer.start < token.end) placed[i] = q;
  });
  return placed;
}

function paragraphFinder(paragraphs: readonly Span[]): (at: number) => number {
  let current = 0;
  return (at) => {
    while (current + 1 < paragraphs.length && (paragraphs[current + 1]?.start ?? 0) <= at) current += 1;
    return current;
  };
}

/** How far into a sentence its dateline may reach, in characters. */
const DATELINE_REACH = 130;

/** A dateline is nobody's subject: its length at the front of a sentence, 0 where there is none. */
function datelineIn(text: string, { start, end }: Span): number {
  return sureDatelineEnd(text.slice(start, Math.min(end, start + DATELINE_REACH)));
}

/** Sentences joined where a quotation goes on over their border, so that “A. B,” she said. is one unit. */
function joinSentences(article: Article, tokens: readonly Token[], quotes: readonly Quote[]): Unit[] {
  const units: Unit[] = [];
  const paragraphOf = paragraphFinder(article.paragraphs);
  let q = 0;
  let t = 0;
  let open: { start: number; first: number; paragraph: number } | null = null;
  const { sentences } = article;
  const starts = new Set(article.paragraphs.map((one) => one.start));
  sentences.forEach((sentence, i) => {
    while (t < tokens.length && (tokens[t]?.end ?? 0) <= sentence.start) t += 1;
    const paragraph = paragraphOf(sentence.start);
    const start = sentence.start + (starts.has(sentence.start) ? datelineIn(article.text, sentence) : 0);
    while (t < tokens.length && (tokens[t]?.end ?? 0) <= start) t += 1;
    const current: { start: number; first: number; paragraph: number } = open ?? { start, first: t, paragraph };
    while (t < tokens.length && (tokens[t]?.start ?? 0) < sentence.end) t += 1;
    while (q < quotes.length && (quotes[q]?.outer.end ?? 0) <= sentence.end) q += 1;
    const next = sentences[i + 1];
    const quote = quotes[q];
    const goesOn =
      quote !== undefined && quote.outer.start < sentence.end && next !== undefined && next.start < quote.outer.end;
    const asks =
      next !== undefined &&
      /[!?]["”’»]?$/.test(article.text.slice(Math.max(0, sentence.end - 2), sentence.end)) &&
      /["”’»]/.test(article.text.charAt(sentence.end - 1)) &&
      /^\p{Ll}/u.test(article.text.charAt(next.start));
    if ((goesOn || asks) && next !== undefined && next.start - sentence.end < 3) {
      open = current;
      return;
    }
    open = null;
    if (t > current.first)
      units.push({
        span: { start: current.start, end: sentence.end },
        first: current.first,
        end: t,
        paragraph: current.paragraph,
      });
  });
  return units;
}

/** Reads tokens, quotations and units of an article once, for all the steps after. */
export function scanArticle(article: Article): Scan {
  const { text, language } = article;
  const tokens = readTokens(text, article.sentences, language);
  const quotes = findQuotes(text, language);
  return {
    article,
    text,
    tokens,
    quotes,
    quoteAt: placeQuotes(tokens, quotes),
    units: joinSentences(article, tokens, quotes),
  };
}

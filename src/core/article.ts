/** A half-open range of UTF-16 offsets into `Article.text`. */
export type Span = { readonly start: number; readonly end: number };

/** One news article, cleaned. `text` is the only copy of its words; everything else points into it. */
export type Article = {
  readonly url: string | null;
  readonly title: string;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  /** ISO 8601, in the page's own zone where it names one. */
  readonly publishedAt: string | null;
  /** BCP 47, told from the text; `und` where the text is too short to tell. */
  readonly language: string;
  /** The body: paragraphs parted by "\n\n"; no title, no boilerplate. */
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly paragraphs: readonly Span[];
  /** `partial`: a teaser, a paywall, a text that breaks off. */
  readonly completeness: 'full' | 'partial';
};

/** The only way to quoted words: they are cut from the text, never retyped. */
export function textAt(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Whether two ranges share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether each of the inner pieces lies within one of the outer ones; so it is of no pieces. */
export function areWithin(inner: readonly Span[], outer: readonly Span[]): boolean {
  return inner.every((piece) => outer.some((whole) => contains(whole, piece)));
}

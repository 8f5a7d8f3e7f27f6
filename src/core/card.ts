/** A message with no platform in it. Each platform draws the blocks in its own way; all text in it is plain, never markup. */
export type Card = {
  readonly title: string;
  readonly blocks: readonly Block[];
};

export type Block =
  /** Small print: the line under the title, counts, caveats. */
  | { readonly kind: 'note'; readonly text: string }
  /** An ordinary paragraph. */
  | { readonly kind: 'text'; readonly text: string }
  /** Opens a part of the message. */
  | { readonly kind: 'heading'; readonly text: string; readonly detail: string | null }
  /** A key point or a statement, and who it comes from. `passage` holds the article's own words where they differ. */
  | { readonly kind: 'point'; readonly text: string; readonly credit: string | null; readonly passage: string | null }
  /** Words of the article, shown as a quotation. */
  | { readonly kind: 'passage'; readonly text: string; readonly credit: string | null };

/** One entry of a feed. */
export type FeedItem = {
  /** What the feed calls it, else its address, else a mark made from its words: the same in every reading. */
  readonly id: string;
  readonly url: string | null;
  /** Plain text on one line. */
  readonly title: string | null;
  /** HTML as the feed gave it, addresses made absolute; not sanitized. */
  readonly summary: string | null;
  /** HTML, as `summary`. */
  readonly content: string | null;
  readonly authors: readonly string[];
  /** ISO 8601, in UTC. */
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly categories: readonly string[];
};

/** What a channel follows: RSS, Atom, RDF and JSON Feed alike. Texts are plain and on one line; items as the feed orders them. */
export type Feed = {
  readonly title: string | null;
  /** The site that the feed belongs to. */
  readonly link: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly items: readonly FeedItem[];
};

/** What one fetch may cost. Times in milliseconds, sizes in bytes. */
export type FetchLimits = {
  /** From the call to the last byte, redirects and robots.txt in it. */
  readonly totalMs: number;
  readonly connectMs: number;
  readonly headersMs: number;
  /** The longest silence within a body. */
  readonly idleMs: number;
  readonly redirects: number;
  readonly headerBytes: number;
  /** As they come over the wire, compressed or not. */
  readonly wireBytes: number;
  readonly decodedBytes: number;
};

export const FETCH_LIMITS: FetchLimits = {
  /** An article request ends after 30 s (contract); 10 s are left for reading what came. */
  totalMs: 20_000,
  /** A site on the other side of the world answers within 1 s; this covers a lost packet and a slow resolver. */
  connectMs: 8_000,
  headersMs: 15_000,
  idleMs: 10_000,
  /** RFC 9309, section 2.3.1.2, and RFC 1945 both settle on five. */
  redirects: 5,
  /** Twice Node's own limit: sites with long content security policies exceed 16 KiB. */
  headerBytes: 32 * 1024,
  /** The largest article page in our development data has 2 MiB uncompressed; PDF articles need some more. */
  wireBytes: 5 * 1024 * 1024,
  /** Twice the wire limit: text that shrinks more than that is no single article, or is a bomb. */
  decodedBytes: 10 * 1024 * 1024,
};

/** Feeds with whole articles in them have up to 6 MiB; `readFeed` takes 16. */
export const FEED_LIMITS: FetchLimits = {
  ...FETCH_LIMITS,
  wireBytes: 10 * 1024 * 1024,
  decodedBytes: 16 * 1024 * 1024,
};

/** RFC 9309, section 2.5: a crawler must read 500 KiB of robots.txt at least; what follows is ignored. */
export const ROBOTS_BYTES = 500 * 1024;

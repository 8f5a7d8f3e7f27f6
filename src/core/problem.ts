/** Failures that we foresaw. The code steers the program; words for readers live in `render/problem-words.ts`. */
export type ProblemCode =
  /** The request makes no sense: wrong options, no input. */
  | 'BAD_USAGE'
  /** A setting cannot be understood. */
  | 'BAD_SETTINGS'
  /** What was given is not an address that can be fetched (no host, `file:`, credentials in it). */
  | 'BAD_ADDRESS'
  /** The address leads into a private, local or otherwise reserved network. */
  | 'BLOCKED_ADDRESS'
  /** 404, 410, no such host, no such file. */
  | 'NOT_FOUND'
  /** 401, 403, 451 or a bot wall. */
  | 'FORBIDDEN'
  /** The site asks automatic readers to stay away (robots.txt). */
  | 'DISALLOWED'
  | 'PAYWALLED'
  /** 429; `retryAfterMs` where the server said when. */
  | 'RATE_LIMITED'
  /** No connection, a broken connection, TLS failure, 5xx. */
  | 'UNREACHABLE'
  | 'TOO_MANY_REDIRECTS'
  | 'TOO_LARGE'
  | 'TOO_SLOW'
  | 'UNSUPPORTED_TYPE'
  /** Bytes that are no text in any encoding, a broken compression, a broken PDF. */
  | 'UNDECODABLE'
  /** Read, but no article in it: a home page, a list of links, a video page, an empty shell that needs JavaScript. */
  | 'NOT_AN_ARTICLE'
  /** Nothing of a draft survived verification. */
  | 'NOTHING_VERIFIED'
  /** A configured service (the model) does not answer, or is not configured. */
  | 'SERVICE_UNAVAILABLE'
  /** The person or program that asked has gone: an aborted signal. */
  | 'CANCELLED';

/**
 * A foreseen failure. `message` is the technical fact for the log, complete in itself ("example.org answered 404");
 * it never decides anything. Anything else that is thrown is a bug.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly retryAfterMs: number | null;

  constructor(code: ProblemCode, message: string, options: { cause?: unknown; retryAfterMs?: number | null } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

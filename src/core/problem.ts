/** Failures that we foresaw. The code steers the program; words for readers live in `render/problem-words.ts`. */
export type ProblemCode =
  /** The request makes no sense: wrong options, no input. */
  | 'BAD_USAGE'
  /** What somebody names of what this channel has, a feed or a schedule, is none of them, or may be several. */
  | 'NOT_THERE'
  /** A setting cannot be understood. */
  | 'BAD_SETTINGS'
  /** Words for a weekly schedule that are not, or not all, understood, or that no week has. The message says what was. */
  | 'BAD_SCHEDULE'
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
  /** Read, but neither RSS, Atom, RDF nor JSON Feed; for an import, no OPML. */
  | 'NOT_A_FEED'
  /** A channel's feeds brought nothing lately about the words that were asked for. */
  | 'NO_NEWS'
  /** Nothing of a draft survived verification. */
  | 'NOTHING_VERIFIED'
  /** A configured service does not answer, or is not configured: the model, or the `service` that is named. */
  | 'SERVICE_UNAVAILABLE'
  /** The person or program that asked has gone: an aborted signal. */
  | 'CANCELLED'
  /** A question or `/sources cited` where nothing was briefed yet. */
  | 'NO_BRIEFING'
  /** The briefing is kept, its article's text was dropped after RETENTION_DAYS. */
  | 'FORGOTTEN'
  /** The asker may not change this here. */
  | 'NOT_ALLOWED'
  /** The channel, thread or message to post to is no longer there, or the bot was removed. */
  | 'CHANNEL_GONE'
  /** The bot lacks the permission to post here. */
  | 'MAY_NOT_POST'
  /** The platform's handle for answering (an interaction's token) is too old. */
  | 'REPLY_EXPIRED'
  /** The platform refuses this message as it is; trying again changes nothing. */
  | 'POST_REFUSED'
  /** Another process works in the data folder. */
  | 'FOLDER_IN_USE'
  /** The data folder cannot be made or written, or what is in it cannot be opened. */
  | 'BAD_FOLDER'
  /** The database of DATABASE_URL does not answer or refuses us. */
  | 'DATABASE_UNAVAILABLE'
  /** What was asked could not be written down (a full disk, a database that is away), so nothing comes of it. */
  | 'NOT_KEPT'
  /** More work waits than can be done in time; the same request may go well in a moment. */
  | 'SATURATED'
  /** Tokens are to be kept, and SECRET_KEYS is not set. */
  | 'NO_KEYS'
  /** A sealed token does not open: its key is gone from SECRET_KEYS, or the row was tampered with. */
  | 'BAD_SEAL'
  /** Something else listens at HOST:PORT. */
  | 'PORT_IN_USE';

/**
 * A foreseen failure. `message` is the technical fact for the log, complete in itself ("example.org answered 404");
 * it never decides anything. Anything else that is thrown is a bug.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly retryAfterMs: number | null;
  /** Which service it is about, by the name that people know: "Slack". Null: the model, or none. */
  readonly service: string | null;

  constructor(
    code: ProblemCode,
    message: string,
    options: { cause?: unknown; retryAfterMs?: number | null; service?: string } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.service = options.service ?? null;
  }
}

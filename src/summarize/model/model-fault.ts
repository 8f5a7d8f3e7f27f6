import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';

/**
 * `silent`: no answer, for whatever reason; `useless`: an answer that cannot be used; `unreadable`: the same, and it may be another
 * time; `unwilling`: the server does not take the request as it is, and may take it otherwise; `too-long`: the prompt does not fit.
 */
export type FaultKind = 'silent' | 'useless' | 'unreadable' | 'unwilling' | 'too-long';

type FaultMore = {
  /** When it is worth asking the same again; null: it is not. */
  readonly retryAfterMs?: number | null;
  /** Tokens that fit, where the server told. */
  readonly context?: number | null;
  /** What the server objects to, for choosing another manner. It is outside data and shown to nobody. */
  readonly complaint?: string;
  readonly isRateLimit?: boolean;
  readonly status?: number | null;
};

/**
 * What went wrong with a model, in words for a reader. The server's own words are never part of them: they may repeat the prompt,
 * that is the article, or the key.
 */
export class ModelFault extends Error {
  override readonly name = 'ModelFault';
  readonly kind: FaultKind;
  readonly retryAfterMs: number | null;
  readonly context: number | null;
  readonly complaint: string;
  readonly isRateLimit: boolean;
  readonly status: number | null;

  constructor(kind: FaultKind, words: string, more: FaultMore = {}) {
    super(words);
    this.kind = kind;
    this.retryAfterMs = more.retryAfterMs ?? null;
    this.context = more.context ?? null;
    this.complaint = more.complaint ?? '';
    this.isRateLimit = more.isRateLimit ?? false;
    this.status = more.status ?? null;
  }
}

/** A server that failed once often works a moment later. */
const AFTER_FAILURE_MS = 500;

/** Where a server asks for a pause and does not say how long. */
const AFTER_CROWD_MS = 2_000;

/** What the SDK or the connection threw, as a fault. What is none of a server's is thrown on: it is a bug. */
export function faultOf(error: unknown, now: Date): ModelFault {
  if (error instanceof ModelFault) return error;
  if (error instanceof APIConnectionTimeoutError) return new ModelFault('silent', 'the model did not answer in time');
  if (error instanceof APIConnectionError) return faultOfConnection(error);
  if (error instanceof APIError) return faultOfStatus(error, now);
  // The SDK's own readers throw these at a cut connection and at a line that is no JSON.
  if (error instanceof TypeError && /terminated|fetch failed|network|socket/i.test(error.message))
    return new ModelFault('silent', 'the model’s answer broke off', { retryAfterMs: AFTER_FAILURE_MS });
  if (error instanceof SyntaxError) return new ModelFault('useless', 'the model’s answer was damaged on its way');
  throw error;
}

function faultOfConnection({ cause }: APIConnectionError): ModelFault {
  const isRefused = codesOf(cause).some((code) =>
    /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CERT|ERR_TLS|DEPTH)/.test(code),
  );
  return new ModelFault('silent', 'the model’s server cannot be reached', {
    retryAfterMs: isRefused ? null : AFTER_FAILURE_MS,
  });
}

/** The codes of an error and of what caused it. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...own, ...codesOf(error.cause)];
}

function faultOfStatus(error: APIError, now: Date): ModelFault {
  const { status } = error;
  const complaint = `${error.param ?? ''} ${error.code ?? ''} ${error.message}`.toLowerCase();
  // An error inside a stream carries no status.
  if (status === undefined)
    return new ModelFault('silent', 'the model’s server failed while it answered', { retryAfterMs: AFTER_FAILURE_MS });
  if (isTooLong(status, complaint))
    return new ModelFault('too-long', 'the article is longer than the model can read', {
      ...{ status, complaint },
      context: contextIn(complaint),
    });
  switch (status) {
    case 401:
    case 403:
      return new ModelFault('silent', `the model’s server refused the key (${status})`, { status });
    case 402:
      return new ModelFault('silent', 'the account at the model’s server is used up (402)', { status });
    case 404:
      return new ModelFault('silent', 'the model’s server does not know this model or address (404)', { status });
    case 429:
      return faultOfCrowd(error, complaint, now);
    case 400:
    case 413:
    case 415:
    case 422:
    case 501:
      return new ModelFault('unwilling', `the model’s server did not take the request (${status})`, {
        ...{ status, complaint },
      });
    default:
  }
  // llama.cpp and others answer 500 where they cannot make a grammar of a schema.
  const kind = status === 500 && /grammar|schema|response_format/.test(complaint) ? 'unwilling' : 'silent';
  const mayPass = status >= 500 || status === 408 || status === 409;
  const retryAfterMs = mayPass ? (pauseOf(error, now) ?? AFTER_FAILURE_MS) : null;
  return new ModelFault(kind, `the model’s server failed (${status})`, { status, complaint, retryAfterMs });
}

function faultOfCrowd(error: APIError, complaint: string, now: Date): ModelFault {
  const status = 429;
  if (/insufficient_quota|billing/.test(complaint))
    return new ModelFault('silent', 'the account at the model’s server is used up (429)', { status });
  const retryAfterMs = pauseOf(error, now) ?? AFTER_CROWD_MS;
  return new ModelFault('silent', 'the model’s server was asked too often (429)', {
    ...{ status, retryAfterMs },
    isRateLimit: true,
  });
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), or OpenAI's own `retry-after-ms`. */
function pauseOf({ headers }: APIError, now: Date): number | null {
  const exact = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (exact >= 0) return exact;
  const value = headers?.get('retry-after')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1_000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

function isTooLong(status: number, complaint: string): boolean {
  if (status === 413) return true;
  const isAboutLength =
    /context_length_exceeded|exceed_context_size|maximum context|context (?:length|size|window)|too long|too many tokens/;
  return (status === 400 || status === 422) && isAboutLength.test(complaint);
}

/** "This model's maximum context length is 4097 tokens", "the available context size (4096 tokens)". */
function contextIn(complaint: string): number | null {
  const [, number = ''] = /(?:context (?:length|size|window)|maximum)[^\d]{0,40}(\d[\d,]{2,9})/.exec(complaint) ?? [];
  const tokens = Number(number.replaceAll(',', ''));
  return tokens > 0 ? tokens : null;
}

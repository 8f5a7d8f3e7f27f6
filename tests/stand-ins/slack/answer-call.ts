import type { ServerResponse } from 'node:http';
import type { Fields } from './fields.ts';
import type { SlackFault } from './stand-in.ts';
import { APP } from './world.ts';

export type Outcome = { readonly status: number; readonly body: Fields; readonly retryAfter?: number };
/** What came of a call, for the list of requests. Status 0: no answer was sent. */
export type Result = { readonly status: number; readonly error: string | null };

export const tooSoon = (seconds: number): Outcome => ({
  status: 429,
  body: { ok: false, error: 'ratelimited' },
  retryAfter: seconds,
});

const broken = (status: number): Outcome => ({ status, body: { ok: false, error: 'internal_error' } });

/** The fault that stands in the way of the work itself. Null: the work is done, whatever becomes of the answer. */
function insteadOfWork(fault: SlackFault | undefined): Outcome | 'drop-before' | 'stall' | null {
  if (fault === undefined || fault.kind === 'drop-after') return null;
  if (fault.kind === 'drop-before' || fault.kind === 'stall') return fault.kind;
  if (fault.kind === 'error') return { status: 200, body: { ok: false, error: fault.error } };
  if (fault.kind === 'rate-limited') return tooSoon(fault.retryAfter);
  return fault.isDone === true ? null : broken(fault.status);
}

function send(response: ServerResponse, { status, body, retryAfter }: Outcome): Result {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-oauth-scopes': APP.scopes,
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  });
  response.end(JSON.stringify(body));
  return { status, error: typeof body.error === 'string' ? body.error : null };
}

function cut(response: ServerResponse, error: string): Result {
  response.destroy();
  return { status: 0, error };
}

/** Does the work and answers, unless the fault that was ordered forbids the one or the other. */
export function answerCall(response: ServerResponse, fault: SlackFault | undefined, work: () => Outcome): Result {
  const instead = insteadOfWork(fault);
  if (instead === 'stall') return { status: 0, error: instead };
  if (instead === 'drop-before') return cut(response, instead);
  if (instead !== null) return send(response, instead);
  const outcome = work();
  if (fault?.kind === 'drop-after') return cut(response, fault.kind);
  return send(response, fault?.kind === 'status' ? broken(fault.status) : outcome);
}

import { isRecord, type Json } from './json.ts';

/** One complaint about a form body, at a path such as `embeds.0.title`. */
export type Issue = { readonly path: readonly (string | number)[]; readonly code: string; readonly message: string };

/** How Discord words its refusals: code, HTTP status, message. */
const REFUSALS = {
  0: [401, '401: Unauthorized'],
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40094: [400, 'This interaction has reached the maximum number of follow-up messages'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50021: [400, 'Cannot execute action on a system message'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50035: [400, 'Invalid Form Body'],
  50041: [400, 'Invalid API version provided'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [400, 'This thread is locked'],
} as const satisfies Readonly<Record<number, readonly [number, string]>>;

export type RefusalCode = keyof typeof REFUSALS;

/** Any answer that is not a success; `rest.ts` sends it. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly body: Json;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: Json, headers: Readonly<Record<string, string>> = {}) {
    super(typeof body.message === 'string' ? body.message : `status ${status}`);
    this.status = status;
    this.code = typeof body.code === 'number' ? body.code : 0;
    this.body = body;
    this.headers = headers;
  }
}

export function refusal(code: RefusalCode): DiscordError {
  const [status, message] = REFUSALS[code];
  return new DiscordError(status, { message, code });
}

/** Discord's words for a code, where we know them. */
export function wordsOf(code: number): string {
  return Object.entries(REFUSALS).find(([known]) => Number(known) === code)?.[1][1] ?? `Error ${code}`;
}

/** A refusal of the HTTP layer, which has code 0 and repeats the status in words. */
export function httpRefusal(status: number, words: string): DiscordError {
  return new DiscordError(status, { message: `${status}: ${words}`, code: 0 });
}

/** @throws DiscordError 50035 with all issues in Discord's nested shape, when there are any. */
export function refuseIssues(issues: readonly Issue[]): void {
  if (issues.length === 0) return;
  const errors: Record<string, unknown> = {};
  for (const { path, code, message } of issues) {
    const end = path.reduce<Record<string, unknown>>((at, step) => {
      const next = at[step];
      if (isRecord(next)) return next;
      const made: Record<string, unknown> = {};
      at[step] = made;
      return made;
    }, errors);
    end._errors = [...(Array.isArray(end._errors) ? end._errors : []), { code, message }];
  }
  throw new DiscordError(400, { message: 'Invalid Form Body', code: 50035, errors });
}

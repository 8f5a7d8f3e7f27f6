import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Call, Reply, Route } from './call.ts';
import { DiscordError, httpRefusal, refusal, wordsOf } from './discord-error.ts';
import type { Faults } from './faults.ts';
import { type RateLimits, rateLimited, roomyHeaders } from './rate-limits.ts';
import type { DiscordFault } from './stand-in.ts';

const PREFIX = '/api/v10';
/** Discord's own limit of a request body. */
const LARGEST_BODY_BYTES = 25 * 1024 * 1024;

type LoggedRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  /** What went over the wire; 0 where nothing did. */
  status: number;
  readonly at: number;
  code: number | null;
};

export type Rest = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly requests: readonly LoggedRequest[];
};

type Answer = Reply & { readonly headers: Readonly<Record<string, string>> };

export function createRest(
  token: string,
  routes: readonly Route[],
  { limits, faults }: { readonly limits: RateLimits; readonly faults: Faults },
): Rest {
  const requests: LoggedRequest[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = decoded(url.pathname).replace(PREFIX, '');
    const body = await readBody(request);
    const entry: LoggedRequest = { method, path, query: url.search, body, status: 0, at: Date.now(), code: null };
    requests.push(entry);
    const fault = faults.next(`${method} ${path}`);
    const isDone = fault === null || fault.kind === 'drop-after' || (fault.kind === 'status' && fault.isDone === true);
    const answer = isDone ? await work() : null;
    if (fault?.kind === 'stall') return;
    if (fault?.kind === 'drop-before' || fault?.kind === 'drop-after') {
      if (fault.isReset === true) request.socket.resetAndDestroy();
      else request.socket.destroy();
      return;
    }
    send(fault === null ? answer : broken(fault));

    async function work(): Promise<Answer> {
      try {
        if (!url.pathname.startsWith(`${PREFIX}/`)) throw versionRefusal(url.pathname);
        const { route, params } = match(routes, method, path);
        if (route.isByToken !== true) {
          if (request.headers.authorization !== `Bot ${token}`) throw refusal(0);
          limits.countRequest();
        }
        if (body === INVALID_JSON) throw refusal(50109);
        const call: Call = { params, query: url.searchParams, body };
        return { ...(await route.handle(call)), headers: roomyHeaders(`${route.method} ${route.path}`) };
      } catch (error) {
        if (error instanceof DiscordError) return { status: error.status, body: error.body, headers: error.headers };
        throw error;
      }
    }

    function send(reply: Answer | null): void {
      if (reply === null || response.destroyed) return;
      entry.status = reply.status;
      const code = reply.status >= 400 && reply.body !== null && 'code' in reply.body ? reply.body.code : null;
      entry.code = typeof code === 'number' ? code : null;
      // A 204 with a content type makes discord.js parse an empty body.
      const type: Record<string, string> = reply.body === null ? {} : { 'content-type': 'application/json' };
      response.writeHead(reply.status, { ...type, ...reply.headers });
      response.end(reply.body === null ? undefined : JSON.stringify(reply.body));
    }
  }

  return { handle, requests };
}

const INVALID_JSON = Symbol('the body is no JSON');

function broken(fault: DiscordFault): Answer {
  switch (fault.kind) {
    case 'status':
      return { status: fault.status, body: { message: `${fault.status}: as the test wished`, code: 0 }, headers: {} };
    case 'error':
      return { status: fault.status, body: { message: wordsOf(fault.code), code: fault.code }, headers: {} };
    case 'rate-limited': {
      const limited = rateLimited(fault.retryAfter, {
        isGlobal: fault.isGlobal === true,
        bucket: 'as the test wished',
      });
      return { status: limited.status, body: limited.body, headers: limited.headers };
    }
    default:
      throw new Error(`${fault.kind} sends nothing`);
  }
}

function match(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } {
  const parts = path.split('/');
  const found = routes.flatMap((route) => {
    const wanted = route.path.split('/');
    const isMatch =
      wanted.length === parts.length && wanted.every((part, at) => part.startsWith(':') || part === parts[at]);
    if (!isMatch) return [];
    const named = wanted.flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), parts[at] ?? '']] : []));
    return [{ route, params: Object.fromEntries(named) }];
  });
  if (found.length === 0) throw httpRefusal(404, 'Not Found');
  const fitting = found.find(({ route }) => route.method === method);
  if (fitting === undefined) throw httpRefusal(405, 'Method Not Allowed');
  return fitting;
}

function versionRefusal(path: string): DiscordError {
  return /^\/api\/v\d+\//.test(path) ? refusal(50041) : httpRefusal(404, 'Not Found');
}

/** discord.js sends `%40original`. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > LARGEST_BODY_BYTES) return INVALID_JSON;
    chunks.push(chunk);
  }
  if (bytes === 0) return undefined;
  const whole = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  try {
    if (!type.startsWith('multipart/form-data')) return JSON.parse(whole.toString('utf8'));
    const form = await new Response(whole, { headers: { 'content-type': type } }).formData();
    return JSON.parse(String(form.get('payload_json')));
  } catch {
    return INVALID_JSON;
  }
}

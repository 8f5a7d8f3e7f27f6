import type { IncomingMessage } from 'node:http';
import { type Fields, isFields, readJson } from './fields.ts';

/** The fields that a form carries as JSON. */
const JSON_FIELDS = new Set(['blocks', 'attachments', 'metadata', 'view', 'unfurls', 'user_auth_blocks']);

export async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece)));
  return Buffer.concat(pieces).toString('utf8');
}

/** The arguments of a call, from the query, a form or JSON. What is no JSON stays a text and is refused later. */
export function readArguments(request: IncomingMessage, body: string): Fields {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
  if (type === 'application/json') {
    const parsed = readJson(body);
    return { ...Object.fromEntries(query), ...(isFields(parsed) ? parsed : {}) };
  }
  const given = Object.fromEntries([...query, ...new URLSearchParams(body)]);
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      JSON_FIELDS.has(key) && value !== '' ? (readJson(value) ?? value) : value,
    ]),
  );
}

/** The token of a call: a bearer, or the field `token`. */
export function readToken(request: IncomingMessage, args: Fields): string | null {
  const header = /^Bearer (?<token>\S+)$/u.exec(request.headers.authorization ?? '')?.groups?.token;
  if (header !== undefined) return header;
  return typeof args.token === 'string' && args.token !== '' ? args.token : null;
}

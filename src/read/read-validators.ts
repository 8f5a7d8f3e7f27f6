import type { Validators } from '#core/corrections.ts';
import type { HeaderOf } from './status-problem.ts';

/** Longer is no validator; it would come back in every request. In characters. */
const LONGEST_VALIDATOR = 4_096;

/** What may go back in a request as it came (RFC 9110, section 5.5); blanks alone are nothing. */
const FIELD = /^[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff][\t\x20-\x7e\x80-\xff]*$/;

/** The validators of an answer (RFC 9110, section 8.8). */
export function readValidators(headerOf: HeaderOf): Validators {
  const validator = (name: string) => {
    const value = headerOf(name);
    return value !== null && value.length <= LONGEST_VALIDATOR && FIELD.test(value) ? value : null;
  };
  return { etag: validator('etag'), lastModified: validator('last-modified') };
}

/** The headers that ask only for what has changed since (RFC 9110, section 13). */
export function conditionalHeaders({ etag, lastModified }: Partial<Validators>): Record<string, string> {
  return {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
}

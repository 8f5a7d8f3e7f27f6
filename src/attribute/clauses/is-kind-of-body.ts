import type { Token } from '#language/read-tokens.ts';
import people from '../data/people-en.json' with { type: 'json' };
import { nounKind } from '../sources/noun-kind.ts';

const KINDS: ReadonlySet<string> = new Set(people.doing);

/** "The world | governing body", "the presiding judge": a participle that tells what a body or a person is rather than what it does. */
export function isKindOfBody({ fine, lower }: Token, after: Token | undefined): boolean {
  return fine === 'VBG' && KINDS.has(lower) && nounKind(after?.lower ?? '') !== null;
}

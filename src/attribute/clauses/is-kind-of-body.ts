import type { Token } from '#language/read-tokens.ts';
import { nounKind } from '../sources/noun-kind.ts';

const KINDS: ReadonlySet<string> = new Set(
  'acting attending commanding consulting governing incoming investigating leading managing outgoing participating presiding ruling sitting supervising visiting'.split(
    ' ',
  ),
);

/** "The world | governing body", "the presiding judge": a participle that tells what a body or a person is rather than what it does. */
export function isKindOfBody({ fine, lower }: Token, after: Token | undefined): boolean {
  return fine === 'VBG' && KINDS.has(lower) && nounKind(after?.lower ?? '') !== null;
}

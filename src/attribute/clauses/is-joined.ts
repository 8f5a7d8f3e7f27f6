import type { Token } from '#language/read-tokens.ts';

/** Whether a token touches the one before it. */
export function isJoined(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const token = tokens[i];
  return before !== undefined && token !== undefined && before.end === token.start;
}

/** The bare apostrophe of "the dockworkers' union": after an s without a space, before the noun that is owned. */
export function isPluralOwner(tokens: readonly Token[], i: number): boolean {
  const [before, token, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (token === undefined || before === undefined || after === undefined || !/^['’]$/.test(token.lower)) return false;
  const isAttached = before.end === token.start && before.lower.endsWith('s') && after.start > token.end;
  return isAttached && ['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(after.tag);
}

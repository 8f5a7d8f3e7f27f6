/** `<https://x|label>` and `<https://x>`, as Slack writes a link. */
const IN_BRACKETS = /^<((?:https?:\/\/)[^|>\s]+)(?:\|[^>]*)?>$/i;
const WITH_SCHEME = /^https?:\/\/\S+$/i;
/** "example.org/story": a host with a dot in it, and a letters-only end. */
const BARE = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}(?::\d{1,5})?(?:[/?#]\S*)?$/u;

/** The web address that a word is, or null. A host without a scheme gets https. */
export function findAddress(word: string): string | null {
  const bare = IN_BRACKETS.exec(word)?.[1] ?? word;
  if (WITH_SCHEME.test(bare)) return bare;
  return BARE.test(bare) ? `https://${bare}` : null;
}

import { echo } from './find-command.ts';
import { Problem } from './problem.ts';

/** `<https://x|label>` and `<https://x>`, as Slack writes a link. */
const IN_BRACKETS = /^<((?:https?:\/\/)[^|>\s]+)(?:\|[^>]*)?>$/i;
const WITH_SCHEME = /^https?:\/\/\S+$/i;
/** "example.org/story": a host with a dot in it, and a letters-only end. */
const BARE = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}(?::\d{1,5})?(?:[/?#]\S*)?$/u;
/** "node.js", "story.html": what ends like this is a thing or a file; no top-level domain is called so. */
const NO_HOST = /^[^/:?#]*\.(?:x?html?|txt|pdf|json|jsx?|tsx?|css|php|exe|csv|docx?|xlsx?|jpe?g|png|gif)(?=$|[/:?#])/i;

/**
 * The web address that a word is, or null. A host without a scheme gets https; what a sentence puts after an address is not part
 * of it.
 */
export function findAddress(word: string): string | null {
  const bare = withoutEnd(IN_BRACKETS.exec(withoutEnd(word))?.[1] ?? word);
  if (WITH_SCHEME.test(bare)) return bare;
  return BARE.test(bare) && !NO_HOST.test(bare) ? `https://${bare}` : null;
}

/** The address that somebody gave. @throws Problem `BAD_USAGE` where it is none. */
export function readAddress(word: string): string {
  const address = findAddress(word);
  if (address === null) throw new Problem('BAD_USAGE', `“${echo(word)}” is not the address of an article`);
  return address;
}

/** Without the marks of the sentence around it; a bracket that was opened inside an address belongs to it. */
function withoutEnd(word: string): string {
  const marks = `.,;:!?'"’”»…${word.includes('(') ? '' : ')'}${word.includes('[') ? '' : ']'}`;
  let end = word.length;
  while (end > 0 && marks.includes(word[end - 1] ?? '')) end--;
  return word.slice(0, end);
}

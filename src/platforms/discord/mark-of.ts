/** Component ids are positive 32-bit integers, unique in their message. */
export type Marks = readonly [number, number];

const LARGEST = 2 ** 31 - 1;

/**
 * Two ids for components of the message that shows a post: by them it is found again, whatever it shows and whoever asks. 62 bits
 * together, so that no other message of ours has both.
 */
export function markOf(post: string): Marks {
  const first = hash(post, 0x811c9dc5);
  const second = hash(post, 0x9e3779b9);
  return [first, first === second ? (second % LARGEST) + 1 : second];
}

/** FNV-1a from a starting value of its own, its bits then mixed (as MurmurHash3 ends), so that short texts spread well. */
function hash(text: string, start: number): number {
  let state = start;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return ((state ^ (state >>> 16)) >>> 1) % LARGEST || 1;
}

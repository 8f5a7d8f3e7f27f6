import { cutMarks } from './cut-marks.ts';

/**
 * Control characters, and the marks that turn the writing direction around or hide text (Unicode TR 36). In a terminal or a page
 * they could move the cursor, colour the screen or make a line say something else than it holds.
 */
const UNSAFE = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/gu;

const PARTS = /[\t-\r\u0085]/;

/** Text from outside as one line that a terminal shows as it is. */
export function plainText(text: string): string {
  // What is unsafe goes first: it may stand between two spaces. A line's end is a control character too, and parts words.
  const safe = text.replace(UNSAFE, (sign) => (PARTS.test(sign) ? ' ' : ''));
  return cutMarks(safe).replace(/\s+/g, ' ').trim();
}

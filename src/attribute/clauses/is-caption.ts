import captions from '../data/captions-en.json' with { type: 'json' };

const any = (list: readonly string[]) => list.toSorted((a, b) => b.length - a.length).join('|');
/** "Photo:", "PICTURED (left):", "Image caption": the front of what stands below a picture, whatever name is glued to it. */
const CAPTION = new RegExp(
  `^(?:(?:\\p{Lu}[\\p{L}.’'-]*\\s){1,3}(?=\\p{Lu}))?(?:(?:${any(captions.labels)})(?:\\s\\(?(?:above|below|left|right|centre|center)\\)?)?\\s?:|(?:${any(captions.bare)})\\s)`,
  'iu',
);
/** "PHOTO Jan Holt": in capitals it needs no colon. */
const SHOUTED = new RegExp(`^(?:${any(captions.labels).toUpperCase()})\\s`, 'u');
/** As much of a paragraph is read for such a label, in characters. */
const READ_AT_MOST = 90;

/** Whether a paragraph is the caption or the credit of a picture: it tells what is seen, and its words are nobody's. */
export function isCaption(paragraph: string): boolean {
  const front = paragraph.slice(0, READ_AT_MOST);
  // The label has a capital: "watch: it may rain" is told.
  return /^\p{Lu}/u.test(front) && !paragraph.includes('\n') && (CAPTION.test(front) || SHOUTED.test(front));
}

import breakingOff from './data/breaking-off.json' with { type: 'json' };

/** Only the last paragraphs tell whether a text breaks off; such a line is short. */
const LAST_PARAGRAPHS = 3;
const LONGEST_NOTICE = 250;

/** `partial` where the text breaks off: "Continue reading", a subscription notice, an ellipsis at the very end. */
export function judgeCompleteness(paragraphs: readonly string[]): 'full' | 'partial' {
  const last = paragraphs.slice(-LAST_PARAGRAPHS);
  if (last.some(breaksOff)) return 'partial';
  return /(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$/.test(paragraphs.at(-1) ?? '') ? 'partial' : 'full';
}

/** Whether a paragraph is the notice at which a teaser ends. */
export function breaksOff(paragraph: string): boolean {
  if (paragraph.length > LONGEST_NOTICE) return false;
  const line = paragraph.toLowerCase().replaceAll('’', "'");
  return breakingOff.some((phrase) => line.startsWith(phrase) || (line.length < 120 && line.includes(phrase)));
}

import questionWords from '../data/question-words.json' with { type: 'json' };
import type { Passage } from '../read-passages.ts';

const UNSAID = new RegExp(`\\b(?:${questionWords.unsaid.join('|')})\\b`, 'iu');

/** "She declined to say who", "it is not known why", "‘Who signed it?’ he asked": a sentence that leaves open what it speaks of. */
export function isUnsaid({ text, attributions }: Passage): boolean {
  return attributions.some(({ stance }) => stance === 'declines') || /\?/u.test(text) || UNSAID.test(text);
}

/** "Not asked why", "declined to say which side": between what is not done and the word of asking there may be two words. */
const OPEN = new RegExp(
  `\\b(?:${questionWords.unsaid.join('|')})(?: \\p{L}+){0,2}? (who|whom|whose|what|which|when|where|why|how)\\b`,
  'giu',
);

/** Whether a sentence says that just what is asked for is not said. */
export function leavesOpen(text: string, asking: string): boolean {
  return asking !== '' && [...text.matchAll(OPEN)].some(([, word = '']) => word.toLowerCase() === asking);
}

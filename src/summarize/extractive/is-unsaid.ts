import questionWords from './data/question-words.json' with { type: 'json' };
import type { Passage } from './read-passages.ts';

const UNSAID = new RegExp(`\\b(?:${questionWords.unsaid.join('|')})\\b`, 'iu');

/** "She declined to say who", "it is not known why", "‘Who signed it?’ he asked": a sentence that leaves open what it speaks of. */
export function isUnsaid({ text, attributions }: Passage): boolean {
  return attributions.some(({ stance }) => stance === 'declines') || /\?/u.test(text) || UNSAID.test(text);
}

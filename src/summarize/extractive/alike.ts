import { likeness } from './likeness.ts';
import { sameThing } from './same-thing.ts';

/** How surely two stems say the same, things that are counted among them. */
export function alike(word: string, stem: string): number {
  return Math.max(likeness(word, stem), sameThing(new Set([word]), new Set([stem])).length);
}

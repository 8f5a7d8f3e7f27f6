import { likeness } from './likeness.ts';
import { isSameThing } from './same-thing.ts';

/** How surely two stems say the same, things that are counted among them. */
export function alike(word: string, stem: string): number {
  return isSameThing(word, stem) ? 1 : likeness(word, stem);
}

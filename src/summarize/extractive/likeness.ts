import { contentWords } from '#language/content-words.ts';
import suffixes from './data/derivations.json' with { type: 'json' };
import related from './data/related-words.json' with { type: 'json' };

/** Words of one family or of one matter ("own", "proprietor") say the same less surely than a word itself. */
const RELATED = 0.7;

/** A shared beginning of fewer letters is chance. */
const SHORTEST_ROOT = 4;

const SUFFIXES: ReadonlySet<string> = new Set(suffixes);

/** Groups of `related-words.json` by the stems of their words. */
const GROUPS: ReadonlyMap<string, readonly number[]> = groupsByStem();

/** How surely two English stems name one thing: 1 for the same, `RELATED` for related ones, 0 for others. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const groups = GROUPS.get(a);
  if (groups !== undefined && GROUPS.get(b)?.some((group) => groups.includes(group)) === true) return RELATED;
  return isDerived(a, b) || isDerived(b, a) ? RELATED : 0;
}

/** "Iran" and "Iranian", "build" and "builder". */
function isDerived(root: string, word: string): boolean {
  return root.length >= SHORTEST_ROOT && word.startsWith(root) && SUFFIXES.has(word.slice(root.length));
}

function groupsByStem(): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [group, words] of related.entries()) {
    for (const stem of new Set(contentWords(words, 'en'))) found.set(stem, [...(found.get(stem) ?? []), group]);
  }
  return found;
}

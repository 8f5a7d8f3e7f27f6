import { contentWords } from '#language/content-words.ts';
import suffixes from './data/derivations.json' with { type: 'json' };
import forms from './data/irregular-forms.json' with { type: 'json' };
import kinds from './data/kinds-of-things.json' with { type: 'json' };
import related from './data/related-words.json' with { type: 'json' };

/** Words of one family or of one matter ("own", "proprietor") say the same less surely than a word itself. */
const RELATED = 0.7;

/** A shared beginning of fewer letters is chance. */
const SHORTEST_ROOT = 4;

const SUFFIXES: ReadonlySet<string> = new Set(suffixes);

/** By a stem, those that stand beside it in a list. */
type Beside = ReadonlyMap<string, ReadonlySet<string>>;

const FORMS: Beside = besideEach(forms.map((words) => [words, words]));

/** A word of one matter may stand for any of its group, a kind only for its things: an animal may be a wolf, but a wolf is no bear. */
const MEANT: Beside = besideEach([...related.map((words) => [words, words] as const), ...Object.entries(kinds)]);

/** How surely the first of two English stems names what the second does: 1 for the same, `RELATED` for related ones, 0 for others. */
export function likeness(a: string, b: string): number {
  if (a === b || FORMS.get(a)?.has(b) === true) return 1;
  return MEANT.get(a)?.has(b) === true ? RELATED : likeName(a, b);
}

/** The same of two names, which mean nothing. */
export function likeName(a: string, b: string): number {
  if (a === b) return 1;
  return isDerived(a, b) || isDerived(b, a) ? RELATED : 0;
}

/** "Iran" and "Iranian", "build" and "builder". */
function isDerived(root: string, word: string): boolean {
  return root.length >= SHORTEST_ROOT && word.startsWith(root) && SUFFIXES.has(word.slice(root.length));
}

function besideEach(lists: readonly (readonly [string, string])[]): Beside {
  const found = new Map<string, Set<string>>();
  for (const [words, others] of lists) {
    const stems = contentWords(others, 'en');
    for (const stem of contentWords(words, 'en')) found.set(stem, new Set([...(found.get(stem) ?? []), ...stems]));
  }
  return found;
}

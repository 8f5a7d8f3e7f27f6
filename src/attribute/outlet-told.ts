import type { Span } from '#core/article.ts';
import data from './data/said-other.json' with { type: 'json' };
import { isOutletName } from './is-outlet-name.ts';
import type { Scan, Unit } from './scan-article.ts';

const anyOf = (words: readonly string[]) => words.map((word) => word.replaceAll(' ', '\\s')).join('|');
const TOLD = new RegExp(
  `(?:^|[\\s,(])(?:${anyOf([...data.seenBy, ...data.outlets].toSorted((a, b) => b.length - a.length))})\\s[„“"«‘]?\\s?((?:(?:de|het|le|la|el|il|o|a|der|die)\\s)?\\p{Lu}[\\p{L}’'-]*(?:\\s(?:\\p{Lu}[\\p{L}’'-]*|de|della|del|da|do|of))*)`,
  'giu',
);

/** Whom a source told, or who saw the paper: "dem „Vale Kurier“", "consulté par Le Courrier". Null where no outlet is named. */
export function outletTold(scan: Scan, unit: Unit): Span | null {
  const text = scan.text.slice(unit.span.start, unit.span.end);
  for (const match of text.matchAll(TOLD)) {
    const words = match[1];
    if (words === undefined || !/^(?:\p{Ll}+\s)?\p{Lu}/u.test(words)) continue;
    const end = unit.span.start + match.index + match[0].length;
    const bare = words.replace(/^(?:le|la|el|il|de|het|der|die|o|a)\s/i, '');
    if (isOutletName(words)) return { start: end - words.length, end };
    if (isOutletName(bare)) return { start: end - bare.length, end };
  }
  return null;
}

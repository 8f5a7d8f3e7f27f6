import type { Span } from '#core/article.ts';

/** A text in the letters that count for finding quoted words, each with its place in the text itself. */
type Letters = { readonly chars: string; readonly at: readonly number[] };

/**
 * Where words stand in a stretch of a text, null where they do not: letter for letter but for white space, letter case, and the
 * style of quotation marks and dashes; marks at either end do not count. What is found is cut from the text and shown as it stands
 * there, so that nobody's retyping reaches a reader.
 */
export function cutQuote(words: string, text: string, within: Span): Span | null {
  const wanted = toLetters(words.replace(LEAD, '').replace(TRAIL, '')).chars;
  if (!/[\p{L}\p{N}]/u.test(wanted)) return null;
  const { chars, at } = toLetters(text.slice(within.start, within.end));
  for (let found = chars.indexOf(wanted); found >= 0; found = chars.indexOf(wanted, found + 1)) {
    const first = at[found] ?? 0;
    const last = at[found + wanted.length - 1] ?? 0;
    const span = { start: within.start + first, end: within.start + last + 1 };
    if (isWhole(text, span)) return span;
  }
  return null;
}

const LEAD = /^[\s"“”„«»‘’'.,;:…]+/u;
const TRAIL = /[\s"“”„«»‘’'.,;:!?…]+$/u;

/** The marks at either end of quoted words, which belong to whoever quotes them. */
export function edgesOf(words: string): { readonly lead: string; readonly trail: string } {
  return { lead: LEAD.exec(words)?.[0] ?? '', trail: TRAIL.exec(words)?.[0] ?? '' };
}

/** What stands between the end of quoted words and the mark that closes a quotation inside them. */
const INNER_END = /^[.,!?…]?’/u;

/** The same place, with the mark that closes a quotation inside it: “She said ‘no’”. */
export function closeInner(text: string, { start, end }: Span): Span {
  const inside = text.slice(start, end);
  const isOpen = inside.lastIndexOf('‘') > inside.lastIndexOf('’');
  const close = isOpen ? INNER_END.exec(text.slice(end, end + 2))?.[0] : undefined;
  return { start, end: end + (close?.length ?? 0) };
}

/** Neither end cuts a word in two. */
function isWhole(text: string, { start, end }: Span): boolean {
  const meets = (at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(at));
  return !meets(start) && !meets(end);
}

function toLetters(text: string): Letters {
  let chars = '';
  const at: number[] = [];
  let isAfterSpace = true;
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (/\s/u.test(char)) {
      if (!isAfterSpace) {
        chars += ' ';
        at.push(index);
      }
      isAfterSpace = true;
      continue;
    }
    isAfterSpace = false;
    const plain = PLAIN[char] ?? char.toLowerCase();
    // A letter whose small form is two keeps its own, so that every place stays right.
    chars += plain.length === 1 ? plain : char;
    at.push(index);
  }
  return { chars, at };
}

const PLAIN: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '–': '-',
  '—': '-',
  '‑': '-',
};

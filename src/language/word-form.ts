import { hashText } from './hash-text.ts';

/** What tagger and parser see of a word, hashed. `plain`: lower-case, marks straightened, digits as 0. */
export type WordForm = {
  readonly plain: string;
  readonly lower: string;
  readonly isQuotationMark: boolean;
  readonly word: number;
  /** The last and the first characters of `plain`, by their number. */
  readonly end1: number;
  readonly end2: number;
  readonly end3: number;
  readonly end4: number;
  readonly start1: number;
  readonly start2: number;
  readonly start3: number;
  readonly shape: number;
  /** 0 small or no letter, 1 a capital first, 2 capitals only. */
  readonly capitals: 0 | 1 | 2;
};

/** Forms kept for words that come again; a text of nonsense cannot fill the memory. */
const REMEMBERED = 50_000;
const known = new Map<string, WordForm>();

/** Beyond the first or last word of a sentence. */
export const NO_WORD: WordForm = makeForm('');

/** The form of a word or mark as written. */
export function wordForm(text: string): WordForm {
  const found = known.get(text);
  if (found !== undefined) return found;
  const form = makeForm(text);
  if (known.size < REMEMBERED) known.set(text, form);
  return form;
}

/** Treebanks write straight marks and plain dashes: features see these, texts stay as they are. */
function straighten(text: string): string {
  if (/^[\w,.]+$/.test(text)) return text;
  return text
    .replace(/[“”„«»]|``|''/gu, '"')
    .replace(/[’‘]/gu, "'")
    .replace(/^[—―–]$/u, '--')
    .replace(/^…$/u, '...');
}

function makeForm(text: string): WordForm {
  const straight = straighten(text);
  const lower = straight.toLowerCase();
  const plain = lower.replace(/\d/g, '0');
  const end = (count: number) => hashText(`-${count}${plain.slice(-count)}`);
  const start = (count: number) => hashText(`${count}-${plain.slice(0, count)}`);
  return {
    plain,
    lower,
    isQuotationMark: straight === '"',
    word: hashText(plain),
    ...{ end1: end(1), end2: end(2), end3: end(3), end4: end(4) },
    ...{ start1: start(1), start2: start(2), start3: start(3) },
    shape: hashText(shapeOf(straight)),
    capitals: capitalsOf(straight),
  };
}

/** "McKay-9" is "XxXxx-d": runs longer than two count as two. */
function shapeOf(text: string): string {
  return text
    .slice(0, 40)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\d/g, 'd')
    .replace(/(.)\1{2,}/gu, '$1$1');
}

function capitalsOf(text: string): 0 | 1 | 2 {
  if (!/^\p{Lu}/u.test(text)) return 0;
  return text.length > 1 && /^[\p{Lu}.]+$/u.test(text) ? 2 : 1;
}

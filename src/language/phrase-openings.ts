import { lettersEnd } from './is-letter.ts';
import type { Phrase } from './read-phrase.ts';

/** With which letters a phrase may begin ("" for what is no letter); null where any word may be its first. */
export type Openings = ReadonlySet<string> | null;

/** More first words than these are looked at one by one. */
const MOST = 400;

/**
 * The letters up to the first character that is none, of every way to write a phrase: "no", "not" and "no" of "no[t] so" and "no-one". A text
 * holds the phrase where it goes on with exactly one of these, so that all other phrases need not be looked at.
 */
export function openingsOf(phrase: Phrase): Openings {
  const whole = new Set<string>();
  const open = goOn(phrase, new Set(['']), whole);
  if (open === null) return null;
  const all = new Set([...whole, ...open]);
  return all.size > MOST ? null : all;
}

/** What is begun after `phrase` and not whole yet; null where any letters may follow. What is whole is put into `whole`. */
function goOn(phrase: Phrase, begun: ReadonlySet<string>, whole: Set<string>): ReadonlySet<string> | null {
  switch (phrase.kind) {
    case 'letters': {
      const end = lettersEnd(phrase.letters, 0);
      const longer = [...begun].map((letters) => letters + phrase.letters.slice(0, end));
      if (end === phrase.letters.length) return new Set(longer);
      for (const letters of longer) whole.add(letters);
      return new Set();
    }
    case 'row': {
      let open: ReadonlySet<string> | null = begun;
      for (const part of phrase.parts) if (open !== null && open.size > 0) open = goOn(part, open, whole);
      return open;
    }
    case 'either': {
      const open = new Set<string>();
      for (const choice of phrase.choices) {
        const one = goOn(choice, begun, whole);
        if (one === null) return null;
        for (const letters of one) open.add(letters);
      }
      return open;
    }
    case 'gap':
    case 'mark':
    case 'apostrophe':
      for (const letters of begun) whole.add(letters);
      return new Set();
    case 'word':
    case 'few':
      return null;
    default:
      return phrase satisfies never;
  }
}

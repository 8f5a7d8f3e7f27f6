import type { Span } from '#core/article.ts';
import credits from './data/credits-other.json' with { type: 'json' };
import { isFirstName } from './noun-kind.ts';
import type { Scan, Unit } from './scan-article.ts';

/** A name with the tokens it takes, half-open. */
export type NameAt = { readonly span: Span; readonly first: number; readonly end: number };

/** How far from a verb of saying a name may stand as its subject, in tokens. */
const SUBJECT_REACH = 9;

/** Capitalised, and never part of a name: "Laut Polizei", "nach Angaben der Stadt". */
const CREDIT_WORDS: ReadonlySet<string> = new Set(credits.noNames);

const OPENING: ReadonlySet<string> = new Set(credits.opening);

/** Runs of capitalised words outside quotations: two words or more, or one that was part of such a run before. */
export function namesIn(scan: Scan, unit: Unit, known: Set<string>): NameAt[] {
  const names: NameAt[] = [];
  const isHigh = (i: number) =>
    i < unit.end &&
    // "Die Polizei" at the front of a sentence is an article and a noun.
    !(i === unit.first && OPENING.has(scan.tokens[i]?.lower ?? '')) &&
    (scan.quoteAt[i] ?? -1) < 0 &&
    /^\p{Lu}[\p{L}’'-]+$/u.test(scan.tokens[i]?.text ?? '') &&
    !CREDIT_WORDS.has(scan.tokens[i]?.lower ?? '');
  for (let i = unit.first; i < unit.end; i += 1) {
    if (!isHigh(i)) continue;
    let end = i + 1;
    while (
      end < unit.end &&
      end - i < 6 &&
      (isHigh(end) ||
        (/^(?:de|da|do|dos|del|della|di|von|van|der|den|la|le|-|’|')$/.test(scan.tokens[end]?.lower ?? '') &&
          isHigh(end + 1)))
    )
      end += 1;
    // "Sprecherin Anna Weber": the name begins with the first name.
    let first = i;
    while (first < end - 2 && !isFirstName(scan.tokens[first]?.text ?? '')) first += 1;
    if (first >= end - 2 && !isFirstName(scan.tokens[first]?.text ?? '')) first = end - i > 2 ? end - 2 : i;
    const start = scan.tokens[first];
    const last = scan.tokens[end - 1];
    if (start !== undefined && last !== undefined && (end - first > 1 || known.has(last.text))) {
      names.push({ span: { start: start.start, end: last.end }, first, end });
      if (end - first > 1) known.add(last.text);
    }
    i = end - 1;
  }
  return names;
}

/** The name nearest to a token, those after it first: most of these languages put the subject behind a verb of saying. */
export function nearestName(names: readonly NameAt[], token: number): Span | null {
  const after = names.find((name) => name.first > token && name.first - token <= SUBJECT_REACH);
  const before = names.findLast((name) => name.end <= token && token - name.end <= SUBJECT_REACH);
  if (after === undefined || before === undefined) return (after ?? before)?.span ?? null;
  return after.first - token <= token - before.end + 1 ? after.span : before.span;
}

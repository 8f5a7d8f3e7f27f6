/** Words that may stand between the capitals of a name without a letter of their own in its initials. */
const LINKS = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'de', 'la', 'du']);

/** Longer ones are rare, and every start of a run of capitalised words is tried. */
const MOST_INITIALS = 6;

/** Initialisms with dots, and the initials of every run of 2 to 6 capitalised words, in lower case: "United Nations" gives "un". */
export function findInitialisms(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  let run: string[] = [];
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s’'-]/gu)) {
    if (LINKS.has(word)) continue;
    if (!/^\p{Lu}/u.test(word)) {
      run = [];
      continue;
    }
    run = [...run.slice(1 - MOST_INITIALS), word.charAt(0).toLowerCase()];
    for (let from = run.length - 2; from >= 0; from -= 1) found.add(run.slice(from).join(''));
  }
  for (const [dotted] of text.matchAll(DOTTED)) found.add(dotted.replaceAll('.', '').toLowerCase());
  return found;
}

/** "U.S.": an initialism as it stands. */
const DOTTED = /(?<![\p{L}\p{N}])(?:\p{Lu}\.){2,6}/gu;

import { keepRecent } from '#core/keep-recent.ts';
import { onceFor } from '#core/once-for.ts';
import type { TagName } from './tag.ts';

/**
 * How word forms lead to their lemmas. `irregular`: by form and coarse tag ("told VERB"). `endings`: by fine tag and ending
 * ("VBD ied"): how many characters to take off, and what to put on ("3y").
 */
export type LemmaRules = {
  readonly irregular: Readonly<Record<string, string>>;
  readonly endings: Readonly<Record<string, string>>;
};

/** No ending of a rule is longer. */
export const LONGEST_ENDING = 5;

/** Words kept of each tag: those of a text are mostly the same few thousand. */
const WORDS_KEPT = 3_000;

const lemmasBy = onceFor((_rules: LemmaRules) => onceFor((_tag: TagName) => keepRecent<string>(WORDS_KEPT)));

/** The dictionary form of a lower-case word with its tag; the word itself where nothing is known. */
export function lemmaOf(rules: LemmaRules, lower: string, tag: TagName | undefined): string {
  return tag === undefined ? lower : lemmasBy(rules)(tag)(lower, () => findLemma(rules, lower, tag));
}

function findLemma(rules: LemmaRules, lower: string, tag: TagName): string {
  const known = Object.hasOwn(rules.irregular, `${lower} ${tag.coarse}`)
    ? rules.irregular[`${lower} ${tag.coarse}`]
    : undefined;
  return known ?? applyEnding(rules.endings, lower, tag.fine);
}

/** The lemma by the longest ending that a rule knows. */
export function applyEnding(endings: LemmaRules['endings'], lower: string, fine: string): string {
  for (let length = Math.min(LONGEST_ENDING, lower.length - 1); length > 0; length -= 1) {
    const key = `${fine} ${lower.slice(-length)}`;
    const rule = Object.hasOwn(endings, key) ? endings[key] : undefined;
    if (rule === undefined) continue;
    const off = Number.parseInt(rule, 10);
    return lower.slice(0, lower.length - off) + rule.slice(String(off).length);
  }
  return lower;
}

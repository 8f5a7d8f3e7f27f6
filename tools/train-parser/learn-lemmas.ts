import { applyEnding, type LemmaRules, LONGEST_ENDING } from '#language/lemma-of.ts';
import type { GoldWord } from './read-conllu.ts';

/** Fine tags of inflected words; the others are their own lemmas unless the table of exceptions says so. */
const INFLECTED: ReadonlySet<string> = new Set('VBD VBN VBG VBZ NNS NNPS JJR JJS RBR RBS'.split(' '));
/** An ending is worth a rule when so many different words share it, and so large a share of them its rule. */
const WORDS_OF_A_RULE = 3;
const SHARE_OF_A_RULE = 0.7;
/** Other words than verbs may be a slip of the treebank when they stand once. */
const SEEN_FOR_EXCEPTION = 2;

type Entry = {
  readonly lower: string;
  readonly lemma: string;
  readonly coarse: string;
  readonly fine: string;
  readonly count: number;
};

/** Rules by ending where many words share them, and a table of the exceptions. */
export function learnLemmas(words: readonly GoldWord[]): LemmaRules {
  const entries = readEntries(words);
  const endings: Record<string, string> = {};
  for (let length = 1; length <= LONGEST_ENDING; length += 1) {
    const groups = Map.groupBy(
      entries.filter(({ lower, fine }) => INFLECTED.has(fine) && lower.length > length),
      ({ lower, fine }) => `${fine} ${lower.slice(-length)}`,
    );
    for (const [key, group] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const [rule, users] = commonest(group.map(editOf));
      const [first] = group;
      if (first === undefined || users < WORDS_OF_A_RULE || users < SHARE_OF_A_RULE * group.length) continue;
      const already = group.filter((one) => applyEnding(endings, one.lower, one.fine) === one.lemma).length;
      if (already < users) endings[key] = rule;
    }
  }
  const irregular: Record<string, string> = {};
  for (const one of entries) {
    const isSure = one.count >= SEEN_FOR_EXCEPTION || one.coarse === 'VERB' || one.coarse === 'AUX';
    if (isSure && applyEnding(endings, one.lower, one.fine) !== one.lemma)
      irregular[`${one.lower} ${one.coarse}`] ??= one.lemma;
  }
  return { irregular, endings };
}

/** Each form with its tags once, with its commonest lemma, commonest forms first. */
function readEntries(words: readonly GoldWord[]): Entry[] {
  const usable = words.filter(
    ({ form, lemma, coarse }) => lemma !== '_' && lemma !== '' && coarse !== 'PUNCT' && /^[\p{L}’'-]+$/u.test(form),
  );
  const groups = Map.groupBy(
    usable,
    ({ form, coarse, fine }) => `${form.toLowerCase().replaceAll('’', "'")} ${coarse} ${fine}`,
  );
  return [...groups]
    .map(([key, group]) => {
      const [lower = '', coarse = '', fine = ''] = key.split(' ');
      const [lemma] = commonest(group.map((word) => word.lemma));
      return { lower, coarse, fine, lemma, count: group.length };
    })
    .toSorted((a, b) => b.count - a.count || (a.lower + a.fine < b.lower + b.fine ? -1 : 1));
}

function commonest(list: readonly string[]): [one: string, count: number] {
  const counts = [...Map.groupBy(list, (one) => one)].map(([one, all]) => [one, all.length] as const);
  const [best] = counts.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best === undefined ? ['', 0] : [best[0], best[1]];
}

/** "carried" to "carry": take off 3, put on "y": "3y". */
function editOf({ lower, lemma }: Entry): string {
  let shared = 0;
  while (shared < lower.length && lower.charAt(shared) === lemma.charAt(shared)) shared += 1;
  return `${lower.length - shared}${lemma.slice(shared)}`;
}

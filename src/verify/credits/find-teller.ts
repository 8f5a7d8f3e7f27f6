import noNames from '../data/no-names.json' with { type: 'json' };
import saying from '../data/saying.json' with { type: 'json' };
import telling from '../data/telling.json' with { type: 'json' };

/** Whom a sentence credits with what it says, and the sentence without that. */
export type Teller = { readonly name: string; readonly rest: string };

const VERBS = [...new Set([...saying, ...telling])].join('|');
const WORD = `\\p{Lu}[\\p{L}\\p{M}’'-]{1,40}`;
const NAME = `(?:[Tt]he )?(?:${WORD} ){0,4}${WORD}`;

/** "Holm said", "Holm, the engineer, said", "Holm has denied"; "said Ida Holm"; "according to Ida Holm". English only. */
const BEFORE = new RegExp(
  `(?<![\\p{L}])(${NAME})(?:, [^,.]{1,60},)? (?:(?:has|had|have|also|later|then|again) ){0,2}(?:${VERBS})\\b`,
  'gu',
);
const AFTER = new RegExp(`\\b(?:said|says|according to|According to) (${NAME})(?=[,.;]|$)`, 'gu');

const NO_NAMES: ReadonlySet<string> = new Set(noNames);

/** Null where nobody is credited, or more than one is: then it takes more to tell who is said to have said what. */
export function findTeller(sentence: string): Teller | null {
  const found = [...sentence.matchAll(BEFORE), ...sentence.matchAll(AFTER)].filter(
    ([, name = '']) => !NO_NAMES.has(name.toLowerCase()),
  );
  const [first] = found;
  const name = first?.[1];
  if (first === undefined || name === undefined || found.length > 1) return null;
  const rest = `${sentence.slice(0, first.index)} ${sentence.slice(first.index + first[0].length)}`;
  return { name, rest };
}

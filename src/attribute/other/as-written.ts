import { type Bearer, UNSTATED } from '../sources/bearer.ts';
import { isElided } from './bare-word.ts';
import { isCalled } from './gender-here.ts';
import { isDefiniteNoun } from './is-definite-noun.ts';
import { plainName } from './plain-name.ts';
import { genderOfArticle, isPersonNoun } from './role-beside.ts';
import { lowerAt, type Phrase, phraseOf, type Sentence } from './sentence.ts';
import type { Words } from './words.ts';

/** Who saw a paper is the outlet's chain: "un rapport de l'agence | consulté par Le Courrier". */
function withoutSeenBy(words: string, seenBy: readonly string[]): string {
  const at = seenBy.map((phrase) => words.search(new RegExp(`[\\s,]+${phrase}\\s`, 'u'))).filter((place) => place > 2);
  return at.length === 0 ? words : words.slice(0, Math.min(...at));
}

/** Whoever is credited without a name of a person, in the article's words: "die Stadt", "un porte-parole". */
export function asWritten(sentence: Sentence, phrase: Phrase, head: string, isIndefinite: boolean): Bearer {
  const { scan, words } = sentence;
  const whole = plainName(withoutSeenBy(scan.text.slice(phrase.span.start, phrase.span.end), words.seenBy));
  if (whole === null) return { ...UNSTATED, certainty: 0.3 };
  const first = whole.split(/\s/)[0] ?? '';
  const isArticle = words.articles.has(first.toLowerCase());
  const name = swapped(
    words.nominative,
    isArticle ? `${first.toLowerCase()}${whole.slice(first.length)}` : elided(words, whole),
  );
  const isDocument = words.documents.has(head);
  const isCircle = words.circles.has(lowerAt(sentence, phrase.first)) || words.circles.has(head);
  const isPerson = isPersonNoun(words, head);
  // "Ein Anwohner" is one, "die Anwohner" are many.
  const isOne = isPerson && isIndefinite && genderOfArticle(words, first.toLowerCase()) !== null;
  const isGroup = isCircle || (words.groups.has(head) && !isOne) || words.several.has(first.toLowerCase());
  const hasFirstName = isCalled(words, first) && !isDocument && !isGroup;
  const kind = isDocument
    ? 'document'
    : hasFirstName
      ? 'person'
      : isGroup
        ? 'group'
        : isPerson || (isIndefinite && !/\p{Lu}/u.test(whole.slice(1)) && !words.highNouns)
          ? 'person'
          : 'organization';
  const owns = words.owners.some((pattern) => pattern.test(whole));
  return {
    key: `as written ${withoutArticle(words, name.toLowerCase())}`,
    name,
    kind,
    named: hasFirstName || kind === 'organization' ? !isIndefinite : kind === 'document' && owns,
    role: null,
    entity: null,
    certainty: 0.95,
  };
}

/** "L’agence" at a sentence's front is "l’agence"; a name keeps its capital. */
function elided(words: Words, whole: string): string {
  const at = whole.search(/[’']/u);
  const article = whole.slice(0, Math.max(0, at)).toLowerCase();
  return words.elidedArticles.has(article) ? `${article}${whole.slice(at)}` : whole;
}

/** What a source is called apart from its article: "the town" and "town" are one. */
function withoutArticle(words: Words, lower: string): string {
  const [, first = '', rest = ''] = /^([\p{L}]+)[\s’'](.+)$/su.exec(lower) ?? [];
  return words.definite.has(first) || (words.elidedArticles.has(first) && /[’']/.test(lower.charAt(first.length)))
    ? rest
    : lower;
}

/** "Laut der Stadt" is "die Stadt". */
export function swapped(swaps: Words['nominative'], whole: string): string {
  return swaps.reduce((text, [from, to]) => text.replace(from, to), whole);
}

/** "La aerolínea | Alisios", "Veilinghuis | Rozenhof": the name behind a noun of what it is. */
export function ownName(sentence: Sentence, { first, end }: Phrase, isPersonHead: boolean): Phrase | null {
  const { scan, words } = sentence;
  if (words.highNouns || isPersonHead) return null;
  let at = first;
  // "Rederiet | Skärlinjen": its place at the sentence's front gave the noun a capital.
  if (first === sentence.unit.first && isDefiniteNoun(words, lowerAt(sentence, first))) at += 1;
  while (at < end && !/^\p{Lu}/u.test(scan.tokens[at]?.text ?? '')) at += 1;
  const nouns = at - first - (words.articles.has(lowerAt(sentence, first)) ? 1 : 0);
  if (at >= end || nouns < 1 || nouns > 2 || words.documents.has(lowerAt(sentence, at - 1))) return null;
  for (let i = first; i <= at; i += 1)
    if (isOf(sentence, i) || (i > first && words.prepositions.has(lowerAt(sentence, i)))) return null;
  return phraseOf(sentence, at, end);
}

/** Whether the name at token `first` hangs on a noun: "le porte-parole de | Marie Dupont", "des | Büros". */
export function isOf(sentence: Sentence, first: number): boolean {
  const before = lowerAt(sentence, first - 1);
  return sentence.words.of.has(before) || isElided(sentence.words.elidedOf, lowerAt(sentence, first));
}

import { type Bearer, UNSTATED } from '../bearer.ts';
import { isFirstName } from '../noun-kind.ts';
import { plainName } from './plain-name.ts';
import { isPersonNoun } from './role-beside.ts';
import { lowerAt, type Phrase, phraseOf, type Sentence } from './sentence.ts';

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
  const name = nominative(
    words.language,
    isArticle ? `${first.toLowerCase()}${whole.slice(first.length)}` : elided(whole),
  );
  const isDocument =
    words.documents.has(head) || (words.language === 'de' && [...words.documents].some((noun) => head.endsWith(noun)));
  const isCircle = words.circles.has(scan.tokens[phrase.first]?.text ?? '') || words.circles.has(head);
  const isGroup =
    isCircle ||
    words.groups.has(head) ||
    /^(?:mehrere|einige|zwei|drei|plusieurs|deux|trois|varios|varias|dos|tres|vários|várias|dois|duas|três|alcuni|alcune|due|tre|enkele|twee|drie)$/.test(
      first.toLowerCase(),
    );
  const isPerson = isPersonNoun(words, head);
  const isCalled = isFirstName(first) && !isDocument && !isGroup;
  const kind = isDocument
    ? 'document'
    : isCalled
      ? 'person'
      : isGroup
        ? 'group'
        : isPerson || (isIndefinite && !/\p{Lu}/u.test(whole.slice(1)) && words.language !== 'de')
          ? 'person'
          : 'organization';
  const owns =
    words.language === 'de'
      ? /\s(?:der|des|von|vom)\s\p{Lu}/u.test(whole)
      : /\s\p{Lu}|[’']\p{Lu}/u.test(whole.slice(1));
  return {
    key: `as written ${name.toLowerCase().replace(/^(?:der|die|das|dem|den|des|le|la|les|l[’']|el|los|las|o|os|a|as|il|lo|gli|i|de|het)\s?/u, '')}`,
    name,
    kind,
    named: isCalled || kind === 'organization' ? !isIndefinite : kind === 'document' && owns,
    role: null,
    entity: null,
    certainty: 0.95,
  };
}

/** "L’agence" at a sentence's front is "l’agence"; a name keeps its capital. */
function elided(words: string): string {
  return words.replace(/^L(?=[’'])/u, 'l').replace(/^Un(?=[’'])/u, 'un');
}

/** "Laut der Stadt" is "die Stadt". */
function nominative(language: string, words: string): string {
  if (language !== 'de') return words;
  return words
    .replace(
      /^dem\s(?=\p{Lu}\p{L}*(?:amt|ministerium|unternehmen|gericht|institut|büro|haus|gutachten|schreiben|papier|urteil)\b)/u,
      'das ',
    )
    .replace(/^dem\s/u, 'der ')
    .replace(/^einem\s/u, 'ein ')
    .replace(/^einer\s/u, 'eine ')
    .replace(/^den\s/u, 'die ');
}

/** "La aerolínea | Alisios", "Veilinghuis | Rozenhof": the name behind a noun of what it is. */
export function ownName(sentence: Sentence, { first, end }: Phrase, isPersonHead: boolean): Phrase | null {
  const { scan, words } = sentence;
  if (words.language === 'de' || isPersonHead) return null;
  let at = first;
  while (at < end && !/^\p{Lu}/u.test(scan.tokens[at]?.text ?? '')) at += 1;
  const nouns = at - first - (words.articles.has(lowerAt(sentence, first)) ? 1 : 0);
  if (at >= end || nouns < 1 || nouns > 2 || words.documents.has(lowerAt(sentence, at - 1))) return null;
  for (let i = first; i <= at; i += 1) if (isOf(sentence, i)) return null;
  return phraseOf(sentence, at, end);
}

/** Whether the name at token `first` hangs on a noun: "le porte-parole de | Marie Dupont", "des | Büros". */
export function isOf(sentence: Sentence, first: number): boolean {
  const before = lowerAt(sentence, first - 1);
  return sentence.words.of.has(before) || /^d[’']/u.test(lowerAt(sentence, first));
}

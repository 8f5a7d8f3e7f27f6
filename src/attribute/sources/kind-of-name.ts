import type { Span } from '#core/article.ts';
import { isOnlyNoun } from '#language/is-ordinary-word.ts';
import type { Scan } from '../scan-article.ts';
import type { Entity } from './entity.ts';
import { isHouse } from './is-house.ts';
import { isOutletName } from './is-outlet-name.ts';
import { genderOfFirstName, isFirmRole, isFirmWord, isFirstName, nounKind } from './noun-kind.ts';
import { plainWord } from './split-titles.ts';

/** The kind of a new name: by its words, its title, what stands before and after it. */
export function kindOfName(
  scan: Scan,
  span: Span,
  words: readonly string[],
  titles: readonly string[],
  guess: string,
): Entity['kind'] {
  const before = scan.text.slice(Math.max(0, span.start - 30), span.start);
  const after = scan.text.slice(span.end, span.end + 30);
  const last = plainWord(words.at(-1) ?? '');
  if (isHouse(words.join(' '))) return 'organization';
  if (titles.length > 0) return 'person';
  if (isFirstName(words[0] ?? '') && words.length <= 4 && !isOutletName(words.join(' '))) return 'person';
  const kind = nounKind(last);
  if (kind === 'body' || kind === 'group' || kind === 'document' || isFirmWord(last) || isOutletName(words.join(' ')))
    return 'organization';
  // "The environment group Clear Streams".
  const beside = /\s(\p{Ll}+)\s$/u.exec(before)?.[1] ?? '';
  if (nounKind(beside) === 'body') return 'organization';
  // "Her sister Gwen": one word after what a person is.
  if (words.length === 1 && nounKind(beside) === 'person' && !isFirmRole(beside)) return 'person';
  if (/(?:^|\s)the\s$/i.test(before)) return 'organization';
  if (/^,\s\d{1,2}[,.]/.test(after) || /^,\s(?:a|an|the|who|whose)\s/.test(after)) {
    const head = /^,\s(?:who|whose)\s/.test(after) || /^,\s\d/.test(after);
    if (head) return 'person';
  }
  // "Tarn Water", "Kell Shipping": what is a common word and no surname ends the name of a firm.
  if (words.length > 1 && isOnlyNoun(last) && genderOfFirstName(words[0] ?? '') === null) return 'organization';
  if (guess === 'person' && words.length > 1) return 'person';
  if (guess === 'organization') return 'organization';
  // Persons are introduced with two names or a title; a single word is a firm, a country, a place that stands for one.
  return words.length === 1 || guess === 'other' ? 'organization' : 'unknown';
}

import { countLeading } from '#core/count-leading.ts';
import { onceFor } from '#core/once-for.ts';
import type { Token } from '#language/read-tokens.ts';
import grammar from '../data/grammar-en.json' with { type: 'json' };
import people from '../data/people-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import { type Gender, genderOf, isSeldomPerson, nounKind } from './noun-kind.ts';

/** Somebody who is told of without a name: "a driver", "the man’s sister", "one of the residents". */
export type Unnamed = {
  readonly start: number;
  readonly end: number;
  readonly head: string;
  readonly gender: Gender | null;
  /** Its sentence or clause begins with it, and a verb follows. */
  readonly isSubject: boolean;
};

/** All persons without a name that an article tells of outside quotations, in order. Linear in its length. */
const unnamedPersons = onceFor((scan: Scan): readonly Unnamed[] => {
  const found: Unnamed[] = [];
  let i = 0;
  while (i < scan.tokens.length) {
    const end = (scan.quoteAt[i] ?? -1) < 0 ? phraseEnd(scan, i) : -1;
    const one = end > 0 && !isTold(scan, i) ? unnamed(scan, i, end) : null;
    if (one !== null) found.push(one);
    i = end > 0 ? end : i + 1;
  }
  return found;
});

/** Those between two offsets. */
export function unnamedIn(scan: Scan, from: number, to: number): readonly Unnamed[] {
  const all = unnamedPersons(scan);
  const count = (at: number) => countLeading(all.length, (place) => (all[place]?.start ?? 0) < at);
  return all.slice(count(from), count(to));
}

/** "Your partner" is addressed, not told of. */
const OPENING: ReadonlySet<string> = new Set(
  ['one', ...grammar.articles, ...grammar.pointing, ...grammar.possessives].filter((word) => word !== 'your'),
);
const PARTS: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'NUM', 'PROPN', 'VERB', 'ADV']);
/** A noun phrase of more words is none that is taken up again. */
const LONGEST = 7;

/** Where a noun phrase that begins at a token ends, before what hangs on it; -1 where none does that tells of one person. */
function phraseEnd({ tokens, text }: Scan, first: number): number {
  const opening = tokens[first];
  if (opening === undefined) return -1;
  if (opening.lower === 'one' && tokens[first + 1]?.lower === 'of') return oneOf(tokens, first);
  // "Lola’s mum": the name is passed over, its owner's mark opens the phrase.
  const isOwned = opening.tag === 'PROPN' && isOwner(tokens[first + 1]);
  if (!OPENING.has(opening.lower) && !isOwned) return -1;
  let head = -1;
  for (let i = first + (isOwned ? 2 : 1); i < Math.min(tokens.length, first + LONGEST); i += 1) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== opening.sentence) break;
    const isLinked = token.text === '-' || isOwner(token);
    if (!PARTS.has(token.tag) && !isLinked) break;
    if (token.tag === 'NOUN' || token.tag === 'PROPN') head = i;
    else if (token.tag === 'VERB' && token.fine !== 'VBN' && token.fine !== 'VBG') break;
    if (isOwner(token)) head = -1;
  }
  const last = tokens[head];
  if (last === undefined || last.tag !== 'NOUN' || last.fine !== 'NN') return -1;
  const next = tokens[head + 1];
  const isWhole = !isOwner(next) && !(next?.text === '-' && text.charAt(next.end) !== ' ');
  return isWhole && nounKind(last.lower) === 'person' && !isSeldomPerson(last.lower) ? head + 1 : -1;
}

/** "One of the residents". */
function oneOf(tokens: readonly Token[], first: number): number {
  for (let i = first + 2; i < Math.min(tokens.length, first + LONGEST); i += 1) {
    const { tag, fine, lower } = tokens[i] ?? { tag: '', fine: '', lower: '' };
    const isMore = tokens[i + 1]?.tag === 'NOUN';
    if (tag === 'NOUN' && fine === 'NNS' && !isMore) return nounKind(lower) === 'group' ? i + 1 : -1;
    if (tag !== 'DET' && tag !== 'PRON' && !PARTS.has(tag) && !isOwner(tokens[i])) return -1;
  }
  return -1;
}

function isOwner(token: Token | undefined): boolean {
  return token !== undefined && /^[’']s?$/.test(token.text) && token.tag !== 'AUX' && token.tag !== 'VERB';
}

/** "Ana Ruiz, a lawyer", "was a driver", "as a nurse": the phrase tells of somebody else who is named or told of already. */
function isTold({ tokens, text }: Scan, first: number): boolean {
  const before = tokens[first - 1];
  if (before === undefined || before.sentence !== tokens[first]?.sentence) return false;
  if (/^(?:as|like|than|of)$/.test(before.lower) || before.lemma === 'be' || before.lemma === 'become') return true;
  const owner = tokens[first - 2];
  const isBehindName = before.text === ',' && owner !== undefined && /^\p{Lu}/u.test(owner.text);
  const isBehindAge = before.text === ',' && owner !== undefined && /^\d{1,3}$/.test(owner.text);
  return isBehindName || isBehindAge || text.slice(before.start, before.end) === '(';
}

function unnamed({ tokens }: Scan, first: number, end: number): Unnamed | null {
  const [opening, head, next, after] = [tokens[first], tokens[end - 1], tokens[end], tokens[end + 1]];
  if (opening === undefined || head === undefined) return null;
  // "The mayor, Ana Ruiz," and "the surveyor Ana Ruiz" are named.
  const isNamed = (token: Token | undefined) => token !== undefined && token.tag === 'PROPN';
  if (isNamed(next) || (next?.text === ',' && isNamed(after))) return null;
  const words = tokens.slice(first, end);
  // "The woman’s lawyer" may be a man.
  const own = words.slice(words.findLastIndex(isOwner) + 1);
  const told = own.map(({ lower }) => GENDERED.get(lower)).find((one) => one !== undefined);
  const gender = genderOf(head.lower) ?? told ?? null;
  const before = tokens[first - 1];
  const isFirst =
    before === undefined ||
    before.sentence !== opening.sentence ||
    before.text === ',' ||
    /^(?:and|but|so|then|when|while|as|if|that)$/.test(before.lower);
  const isSubject =
    isFirst &&
    next !== undefined &&
    next.sentence === opening.sentence &&
    /^(?:VERB|AUX|ADV|ADP|PRON|SCONJ)$/.test(next.tag);
  return { start: opening.start, end: head.end, head: head.lower, gender, isSubject };
}

/** "The female driver". */
const GENDERED: ReadonlyMap<string, Gender> = new Map([
  ...people.feminineBefore.map((word) => [word, 'feminine'] as const),
  ...people.masculineBefore.map((word) => [word, 'masculine'] as const),
]);

import type { Span } from '#core/article.ts';
import { countLeading } from '#core/count-leading.ts';
import type { Scan } from '../scan-article.ts';
import { isOutletName } from '../sources/is-outlet-name.ts';
import type { Gender } from '../sources/noun-kind.ts';
import { type BodyAt, readBodies } from './body-meant.ts';
import { genderHere, isCalled } from './gender-here.ts';
import { isDefiniteNoun } from './is-definite-noun.ts';
import names from './languages/names.json' with { type: 'json' };
import { isHigh, PARTICLE, runEnd } from './name-run.ts';
import { genderOfRole, isPersonNoun, roleAt, roleBeside } from './role-beside.ts';
import type { Words } from './words.ts';

/** Somebody with a name in an article of another language. Grows with what the article tells later. */
export type Person = {
  name: string;
  gender: Gender | null;
  /** In the article's words: "Bürgermeisterin", "présidente du club". */
  role: string | null;
  /** False where only its two capitals speak for a person: "Nautik Plus", "Wiebke Onnen". */
  isSure: boolean;
};

/** A name where it stands; `first` and `end` are indexes of tokens. */
export type NameAt = { readonly span: Span; readonly first: number; readonly end: number; readonly person: Person };

/** The names of an article. Each question is answered in a time that does not grow with the article. */
export type People = {
  /** The name that begins with a token. */
  readonly startingAt: (token: number) => NameAt | undefined;
  /** The names that lie whole in a range of tokens, half-open. */
  readonly within: (first: number, end: number) => readonly NameAt[];
  /** The names that end at or before an offset, no more than `reach` characters before it, the nearest last. */
  readonly before: (offset: number, reach: number) => readonly NameAt[];
  /** Firms and clubs that were named as such. */
  readonly bodies: readonly BodyAt[];
};

/** More names than this before a word are not looked through. */
const MOST_BEFORE = 200;
/** A family, or a village. */
const MOST_NAMESAKES = 12;
const HYPHEN = /^[-‐]$/;
/** "Dr.", in every language. */
const TITLES: ReadonlySet<string> = new Set(names.titles);

/** Reads the names of an article, those in quotations too; a surname alone is the one who was named with it. */
export function readPeople(scan: Scan, words: Words): People {
  const runs: { readonly first: number; readonly end: number }[] = [];
  for (let i = 0; i < scan.tokens.length; i += 1) {
    if (!isHigh(scan, i)) continue;
    runs.push({ first: i, end: runEnd(scan, words, i) });
    i = (runs.at(-1)?.end ?? i) - 1;
  }
  const mentions = namesOf(scan, words, runs);
  const byToken = new Map(mentions.map((mention) => [mention.first, mention]));
  return {
    bodies: readBodies(scan, words, (token) => byToken.get(token)?.person.isSure === true),
    startingAt: (token) => byToken.get(token),
    within: (first, end) => {
      const found: NameAt[] = [];
      for (let i = first; i < end; i += 1) {
        const mention = byToken.get(i);
        if (mention !== undefined && mention.end <= end) found.push(mention);
      }
      return found;
    },
    before: (offset, reach) => {
      const count = countLeading(mentions.length, (at) => (mentions[at]?.span.end ?? 0) <= offset);
      return mentions.slice(Math.max(0, count - MOST_BEFORE), count).filter(({ span }) => offset - span.end < reach);
    },
  };
}

/** The names in runs of capitals, with whoever bears them. */
function namesOf(
  scan: Scan,
  words: Words,
  runs: readonly { readonly first: number; readonly end: number }[],
): NameAt[] {
  /** Who bears a surname, whoever was named last at the end. */
  const bySurname = new Map<string, readonly Person[]>();
  const mentions: NameAt[] = [];
  for (const run of runs) {
    const found = nameIn(scan, words, run, bySurname);
    if (found === null) continue;
    const key = surnameOf(scan, found.end);
    const bearers = bySurname.get(key) ?? [];
    const known = bearers.findLast((one) => isSame(one, found.person));
    if (known !== undefined) learn(known, found.person);
    const person = known ?? found.person;
    bySurname.set(key, [...bearers.filter((one) => one !== person), person].slice(-MOST_NAMESAKES));
    // "Leticia Arreola Cano" is "Arreola" later on.
    const [, middle = '', last = ''] = found.person.name.split(' ');
    if (words.twoSurnames && last !== '' && /^\p{Lu}/u.test(middle) && !bySurname.has(middle))
      bySurname.set(middle, [person]);
    mentions.push({ ...found, person });
  }
  return mentions;
}

/** Whether a name is one that was read before: the same first name, or a surname alone, of that gender where it has a title. */
function isSame(known: Person, found: Person): boolean {
  const alone = [known, found].some(({ name }) => !name.includes(' '));
  return alone
    ? known.gender === null || found.gender === null || known.gender === found.gender
    : known.name.split(' ')[0] === found.name.split(' ')[0];
}

/** What a later mention tells: the first name, what the person is. */
function learn(known: Person, found: Person): void {
  if (found.name.includes(' ') && !known.name.includes(' ')) known.name = found.name;
  known.gender ??= found.gender;
  known.role ??= found.role;
  known.isSure ||= found.isSure;
}

/** The name in a run of capitals: what stands before it there is a title, a role or another noun. */
function nameIn(
  scan: Scan,
  words: Words,
  run: { readonly first: number; readonly end: number },
  known: ReadonlyMap<string, readonly Person[]>,
): NameAt | null {
  const from = run.first;
  let { end } = run;
  const { tokens } = scan;
  const lower = (i: number) => tokens[i]?.lower ?? '';
  let first = from;
  const opens =
    from === 0 || tokens[from - 1]?.sentence !== tokens[from]?.sentence || tokens[from - 1]?.tag === 'PUNCT';
  // "Según Corvera", "Die Stadt", "Aber Frau Weber": the sentence's beginning gave a small word its capital.
  while (
    opens &&
    first < end &&
    (isSmallWord(words, lower(first)) || (isDefiniteNoun(words, lower(first)) && first < end - 1)) &&
    !(first + 1 < end && isCalled(words, tokens[first]?.text ?? ''))
  )
    first += 1;
  let gender: Gender | null = null;
  let isSure = false;
  let role: string | null = null;
  if (first >= end) return null;
  const roleFrom = first;
  while (first < end - 1) {
    const word = lower(first);
    const plain = word.replace(/\.$/, '');
    if (words.honorifics.feminine.has(tokens[first]?.text ?? '') || words.honorifics.feminine.has(plain))
      gender = 'feminine';
    else if (words.honorifics.masculine.has(tokens[first]?.text ?? '') || words.honorifics.masculine.has(plain))
      gender = 'masculine';
    else if (isPersonNoun(words, word)) {
      gender ??= genderOfRole(words, word);
      role = roleAt(scan, words, roleFrom, first);
    } else if (!TITLES.has(word)) break;
    isSure = true;
    first += 1;
  }
  const called = (i: number) => isCalled(words, tokens[i]?.text ?? '');
  let start = first;
  while (start < end - 1 && !called(start)) start += 1;
  if (start < end - 1 && called(start)) {
    isSure = true;
    // "Henk-Jan Posthumus".
    while (start - 2 >= first && HYPHEN.test(tokens[start - 1]?.text ?? '')) start -= 2;
    // "Anna Weber Radio Keim": a German name has one surname; nouns may stand behind it.
    if (words.highNouns) end = surnameEnd(scan, words, start, end);
  } else start = first;
  const size = nameWords(scan, start, end);
  // "TV Keim", "DK Nyt", "Det Nye Kontor": letters and articles that are a body's.
  const isArticle = words.definite.has(lower(start)) && !PARTICLE.has(lower(start));
  const isBody = !isSure && size > 1 && (isArticle || /^\p{Lu}{2,}$/u.test(tokens[start]?.text ?? ''));
  const only = surnameOf(scan, end);
  const before = known.get(only)?.at(-1);
  // "Die Vorsitzende | der Liste": what a role is of bears no name, unless "von der Leyen" was named.
  if (before === undefined && start > from && PARTICLE.has(tokens[start]?.text ?? '')) return null;
  // "Volgens De Groot": the name that was read as "Ellen de Groot".
  const named = start;
  while (before !== undefined && start > from && isOfName(scan, start - 1, end, before.name)) start -= 1;
  if (size === 1 && !isSure && before === undefined) return null;
  if (size < 1 || size > 4 || isBody) return null;
  // "Der 58-Jährige", "die Ministerin"; not "Frau Hoffmann", nor "Hoffmann" who was named.
  if (size === 1 && !isSure && before === undefined && isPersonNoun(words, only.toLowerCase())) return null;
  // "Der Vossberg", "la Corvera" stay; German nouns in a row, with an article before them, are no person.
  if (
    !isSure &&
    before === undefined &&
    (words.highNouns ? !isBare(scan, words, start) : hasArticle(scan, words, start))
  )
    return null;
  const beside = roleBeside(scan, words, start, end);
  const span = { start: startOf(scan, start), end: tokens[end - 1]?.end ?? 0 };
  const name = (start < named ? before?.name : undefined) ?? scan.text.slice(span.start, span.end);
  if (isOutletName(name)) return null;
  const firstName = name.split(/[\s-]/)[0] ?? '';
  return {
    span,
    first: start,
    end,
    person: {
      name,
      gender: genderHere(words, firstName.toLowerCase()) ?? gender ?? beside?.gender ?? null,
      role: role ?? beside?.role ?? null,
      isSure: isSure || beside !== null || (before?.isSure ?? false),
    },
  };
}

/** Whether a token before a surname is a part of the name that is known: "De" of "Ellen de Groot". */
function isOfName(scan: Scan, first: number, end: number, name: string): boolean {
  const alone = scan.text.slice(scan.tokens[first]?.start ?? 0, scan.tokens[end - 1]?.end ?? 0).toLowerCase();
  return PARTICLE.has(scan.tokens[first]?.lower ?? '') && name.toLowerCase().endsWith(` ${alone}`);
}

/** The last word of a name that ends with token `end - 1`: "K." of "Ronald K." */
function surnameOf({ tokens }: Scan, end: number): string {
  const last = tokens[end - 1]?.text ?? '';
  return last === '.' ? `${tokens[end - 2]?.text ?? ''}.` : last;
}

/** Where a German name ends that begins with a first name: behind its first surname, with what is joined to it. */
function surnameEnd(scan: Scan, words: Words, start: number, end: number): number {
  const text = (i: number) => scan.tokens[i]?.text ?? '';
  let i = start;
  while (
    i < end &&
    (isCalled(words, text(i)) || HYPHEN.test(text(i)) || HYPHEN.test(text(i - 1)) || /^\p{Lu}?\.?$/u.test(text(i)))
  )
    i += 1;
  while (i < end && !isHigh(scan, i)) i += 1;
  while (i + 2 < end && HYPHEN.test(text(i + 1))) i += 2;
  return Math.min(end, i + 1);
}

function startOf(scan: Scan, i: number): number {
  const token = scan.tokens[i];
  if (token === undefined) return 0;
  return token.start + (/^[dl][’'](?=\p{Lu})/u.exec(token.text)?.[0].length ?? 0);
}

/** How many words a name has: "Jean-Luc de la Tour" has three. */
function nameWords(scan: Scan, first: number, end: number): number {
  let count = 0;
  for (let i = first; i < end; i += 1)
    if (isHigh(scan, i) && !HYPHEN.test(scan.tokens[i - 1]?.text ?? '') && !PARTICLE.has(scan.tokens[i]?.text ?? ''))
      count += 1;
  return count;
}

function isSmallWord(words: Words, lower: string): boolean {
  return (
    words.articles.has(lower) ||
    words.prepositions.has(lower) ||
    words.times.has(lower) ||
    words.stops.has(lower) ||
    words.connectors.has(lower) ||
    words.says.has(lower) ||
    words.denies.has(lower) ||
    words.that.has(lower) ||
    words.accordingTo.some((phrase) => phrase.split(' ')[0] === lower)
  );
}

/** "La Corvera", "da Universidade Estadual": an article, or one with its preposition. */
function hasArticle(scan: Scan, words: Words, first: number): boolean {
  const lower = scan.tokens[first - 1]?.lower ?? '';
  return words.articles.has(lower) || words.beforePlaces.has(lower);
}

/** At a clause's beginning or behind a verb of saying: two German capitals there are more often a name than two nouns. */
function isBare(scan: Scan, words: Words, first: number): boolean {
  const before = scan.tokens[first - 1];
  if (before === undefined || before.sentence !== scan.tokens[first]?.sentence || before.tag === 'PUNCT') return true;
  return words.says.has(before.lower) || words.asSaid.has(before.lower);
}

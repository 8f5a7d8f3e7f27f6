import type { Scan } from '../scan-article.ts';
import type { Gender } from '../sources/noun-kind.ts';
import { bareWord } from './bare-word.ts';

import { isGenitiveNoun } from './is-definite-noun.ts';
import type { Words } from './words.ts';

/** How far before a name its role may begin, in tokens: "la directrice adjointe du musée | Anne Roche". */
const ROLE_REACH = 8;
/** In characters; a longer one is no role. */
const LONGEST_ROLE = 70;
const HYPHEN = /^[-‐]$/;

/** A woman's or a man's role by its noun; null where it is anybody's: "Vorsitzende", "47-Jährige". */
export function genderOfRole(words: Words, role: string): Gender | null {
  if (words.anybody.has(role)) return null;
  const feminine = words.persons.feminine.has(role);
  // Endings may end one another: "-sprecherin" and "-rin" tell more than "-er".
  return feminine === words.persons.masculine.has(role) ? null : feminine ? 'feminine' : 'masculine';
}

/** Whether a word, in small letters, says what a person is: "sprecherin", "maire", "alcalde". */
export function isPersonNoun(words: Words, lower: string): boolean {
  const word = bareWord(words, lower);
  const { persons, people } = words;
  const isOne = (noun: string) => persons.feminine.has(noun) || persons.masculine.has(noun) || people.has(noun);
  if (isOne(word) || words.personPatterns.some((pattern) => pattern.test(word))) return true;
  const tail = word.slice(word.lastIndexOf('-') + 1);
  if (word !== tail && isOne(tail)) return true;
  return words.inflections.all.some((ending) => word.endsWith(ending) && isOne(word.slice(0, -ending.length)));
}

/** What a person is, by the words before or behind the name: "la maire, X", "X, Leiterin des Amtes,", "le ministre X". */
export function roleBeside(
  scan: Scan,
  words: Words,
  first: number,
  end: number,
): { role: string; gender: Gender | null } | null {
  return roleBefore(scan, words, first) ?? roleBehind(scan, words, end);
}

function roleBefore(scan: Scan, words: Words, name: number): { role: string; gender: Gender | null } | null {
  const { tokens } = scan;
  const sentence = tokens[name]?.sentence;
  const last = tokens[name - 1]?.text === ',' ? name - 2 : name - 1;
  // "Le porte-parole de Marie Dupont" is not she.
  if (last === name - 1 && words.of.has(tokens[last]?.lower ?? '') && !words.highNouns) return null;
  for (let i = last; i >= Math.max(0, name - ROLE_REACH); i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== sentence || (token.tag === 'PUNCT' && !HYPHEN.test(token.text)))
      return null;
    if (words.says.has(token.lower)) return null;
    if (!isPersonNoun(words, token.lower) && !isPersonNoun(words, compound(scan, i))) continue;
    const article = tokens[i - 1]?.lower ?? '';
    const first = HYPHEN.test(article) ? i - 2 : isGenitiveNoun(words, article) ? i - 1 : i;
    const elided = first === i ? token.lower.length - bareWord(words, token.lower).length : 0;
    return {
      role: roleAt(scan, words, first, last).slice(elided),
      gender: genderOfRole(words, token.lower) ?? genderOfArticle(words, article),
    };
  }
  return null;
}

/** A role from one token to another; its place at a sentence's front gave it a capital where nouns have none: "Åklagare". */
export function roleAt({ tokens, text }: Scan, words: Words, first: number, last: number): string {
  const role = text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
  const isFront = tokens[first - 1]?.sentence !== tokens[first]?.sentence;
  return isFront && !words.highNouns && /^\p{Lu}\p{Ll}/u.test(role)
    ? `${role.charAt(0).toLowerCase()}${role.slice(1)}`
    : role;
}

/** "porte-parole" is three tokens to the segmenter; this is its whole, ending with token `i`. */
function compound(scan: Scan, i: number): string {
  const before = scan.tokens[i - 1];
  return before !== undefined && HYPHEN.test(before.text)
    ? `${scan.tokens[i - 2]?.lower ?? ''}-${scan.tokens[i]?.lower ?? ''}`
    : '';
}

function roleBehind(scan: Scan, words: Words, end: number): { role: string; gender: Gender | null } | null {
  const { tokens, text } = scan;
  const comma = tokens[end];
  if (comma === undefined || !/^[,(]$/.test(comma.text)) return null;
  for (let i = end + 1; i < end + 5; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== comma.sentence) return null;
    if (words.says.has(token.lower) || words.pronouns.feminine.has(token.lower)) return null;
    const whole = HYPHEN.test(tokens[i + 1]?.text ?? '') ? `${token.lower}-${tokens[i + 2]?.lower ?? ''}` : token.lower;
    if (!isPersonNoun(words, token.lower) && !isPersonNoun(words, whole)) continue;
    // "…, der er | arkæolog".
    const opensRelative =
      words.relatives.has(tokens[end + 1]?.lower ?? '') && !words.articles.has(tokens[end + 1]?.lower ?? '');
    const from = (opensRelative ? token.start : tokens[end + 1]?.start) ?? comma.end;
    const rest = /^[^,.;:()«»„“”"–—]*/u.exec(text.slice(from, from + LONGEST_ROLE + 1))?.[0].trim() ?? '';
    const [opener = ''] = rest.split(/\s/, 1);
    const bare = opener.length - bareWord(words, opener.toLowerCase()).length;
    const role =
      words.articles.has(opener.toLowerCase()) && !words.possessives.has(opener.toLowerCase())
        ? rest.slice(opener.length).trimStart()
        : rest.slice(bare);
    const says = rest
      .split(/\s/)
      .some((word) => words.says.has(word.toLowerCase()) || words.denies.has(word.toLowerCase()));
    return role === '' || says || rest.length > LONGEST_ROLE
      ? null
      : { role, gender: genderOfRole(words, token.lower) ?? genderOfArticle(words, tokens[i - 1]?.lower ?? '') };
  }
  return null;
}

export function genderOfArticle({ articlesOf }: Words, lower: string): Gender | null {
  return articlesOf.feminine.has(lower) ? 'feminine' : articlesOf.masculine.has(lower) ? 'masculine' : null;
}

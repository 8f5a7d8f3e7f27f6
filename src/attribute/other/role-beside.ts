import type { Gender } from '../noun-kind.ts';
import type { Scan } from '../scan-article.ts';
import type { Words } from './words.ts';

/** How far before a name its role may begin, in tokens: "la directrice adjointe du musée | Anne Roche". */
const ROLE_REACH = 8;
/** In characters; a longer one is no role. */
const LONGEST_ROLE = 70;
/** "Wissenschaftlerin" has seventeen letters. */
const LONGEST_ENDING = 24;
const HYPHEN = /^[-‐]$/;
const ELIDED = /^(?:l|d|dell|all|un)[’']/u;

/** A woman's or a man's role by its noun; null where it is anybody's: "Vorsitzende", "47-Jährige". */
export function genderOfRole(words: Words, role: string): Gender | null {
  if (words.language === 'de' && /(?:ende|jährige|angestellte|beamte|angeklagte)n?$/u.test(role)) return null;
  const isOf = (set: ReadonlySet<string>) =>
    set.has(role) || (words.language === 'de' && [...set].some((stem) => role.endsWith(stem)));
  const feminine = isOf(words.persons.feminine);
  if (words.language === 'de') return feminine ? 'feminine' : isOf(words.persons.masculine) ? 'masculine' : null;
  return feminine === isOf(words.persons.masculine) ? null : feminine ? 'feminine' : 'masculine';
}

/** Whether a word, in small letters, says what a person is: "sprecherin", "maire", "alcalde". */
export function isPersonNoun(words: Words, lower: string): boolean {
  const word = lower.replace(/^(?:l|d|dell|all|un)[’']/u, '');
  if (words.persons.feminine.has(word) || words.persons.masculine.has(word)) return true;
  const tail = word.slice(word.lastIndexOf('-') + 1);
  if (words.language === 'de')
    return endsInPerson(words, tail) || (tail.endsWith('n') && endsInPerson(words, tail.slice(0, -1)));
  if (PERSON_ENDING.test(word) && words.language !== 'nl' && words.language !== 'fr') return true;
  return word !== tail && (words.persons.feminine.has(tail) || words.persons.masculine.has(tail));
}

/** "Diarista", "hidróloga"; not "entrevista", "lista", "autopista", "conquista". */
const PERSON_ENDING = /(?:\p{L}{3}(?<![vpu])ista|[oó]loga)$/u;

/** "Regierungs|sprecherin": whether an ending of a word says what a person is; asked of the word's ends, not of every ending. */
function endsInPerson({ persons }: Words, word: string): boolean {
  for (let at = Math.max(0, word.length - LONGEST_ENDING); at <= word.length - 3; at += 1) {
    const ending = word.slice(at);
    if (word.length > 3 && (persons.feminine.has(ending) || persons.masculine.has(ending))) return true;
  }
  return false;
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

function roleBefore(scan: Scan, words: Words, first: number): { role: string; gender: Gender | null } | null {
  const { tokens, text } = scan;
  const sentence = tokens[first]?.sentence;
  const last = tokens[first - 1]?.text === ',' ? first - 2 : first - 1;
  // "Le porte-parole de Marie Dupont" is not she.
  if (last === first - 1 && words.of.has(tokens[last]?.lower ?? '') && words.language !== 'de') return null;
  for (let i = last; i >= Math.max(0, first - ROLE_REACH); i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== sentence || (token.tag === 'PUNCT' && !HYPHEN.test(token.text)))
      return null;
    if (words.says.has(token.lower)) return null;
    if (!isPersonNoun(words, token.lower) && !isPersonNoun(words, compound(scan, i))) continue;
    const from = token.start + (ELIDED.exec(token.lower)?.[0].length ?? 0);
    const article = tokens[i - 1]?.lower ?? '';
    return {
      role: text.slice(
        HYPHEN.test(tokens[i - 1]?.text ?? '') ? (tokens[i - 2]?.start ?? from) : from,
        tokens[last]?.end ?? from,
      ),
      gender: genderOfRole(words, token.lower) ?? genderOfArticle(article),
    };
  }
  return null;
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
    const from = tokens[end + 1]?.start ?? comma.end;
    const rest = /^[^,.;:()«»„“”"–—]*/u.exec(text.slice(from, from + LONGEST_ROLE + 1))?.[0].trim() ?? '';
    const role = rest.replace(
      /^(?:l[’']|(?:der|die|das|le|la|el|o|a|il|de|het|ein|eine|un|une|una|um|uma|een)\s)/iu,
      '',
    );
    const says = rest
      .split(/\s/)
      .some((word) => words.says.has(word.toLowerCase()) || words.denies.has(word.toLowerCase()));
    return role === '' || says || rest.length > LONGEST_ROLE
      ? null
      : { role, gender: genderOfRole(words, token.lower) ?? genderOfArticle(tokens[i - 1]?.lower ?? '') };
  }
  return null;
}

const FEMININE_ARTICLES: ReadonlySet<string> = new Set(['la', 'une', 'una', 'a', 'uma', 'die', 'eine', 'sa', 'ihre']);
const MASCULINE_ARTICLES: ReadonlySet<string> = new Set(['le', 'un', 'el', 'o', 'um', 'il', 'lo', 'der', 'ein', 'son']);

export function genderOfArticle(lower: string): Gender | null {
  return FEMININE_ARTICLES.has(lower) ? 'feminine' : MASCULINE_ARTICLES.has(lower) ? 'masculine' : null;
}

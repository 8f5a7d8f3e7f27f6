import type { Span } from '#core/article.ts';
import data from './data/said-other.json' with { type: 'json' };
import type { Scan, Unit } from './scan-article.ts';

/** Who speaks beside a verb in a language without a tagger: a phrase as written, or a pronoun. `end`: the token after it. */
export type Speaker = {
  readonly span: Span;
  readonly first: number;
  readonly end: number;
  readonly isPronoun: boolean;
};

/** A speaker's phrase has no more tokens than this: "ein Sprecher des Ministeriums für Umwelt". */
const LONGEST = 9;

const setsOf = (lists: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(lists).map(([language, words]): [string, ReadonlySet<string>] => [language, new Set(words)]));
const ARTICLES = setsOf(data.articles);
const STOPS = setsOf(data.stops);
const AUXILIARIES = setsOf(data.auxiliaries);
const PARTICLES = new Map(Object.entries(data.particles));
const PERSONS: ReadonlySet<string> = new Set(data.persons);
const NONE: ReadonlySet<string> = new Set();

/** Whether the verb has with it what makes it a verb of saying: "teilte … mit", "fait savoir". */
export function isWhole(scan: Scan, unit: Unit, verb: number): boolean {
  const wanted = PARTICLES.get(scan.tokens[verb]?.lower ?? '');
  if (wanted === undefined) return true;
  for (let i = unit.first; i < unit.end; i += 1)
    if (i !== verb && (scan.quoteAt[i] ?? -1) < 0 && wanted.includes(scan.tokens[i]?.lower ?? '')) return true;
  return false;
}

/** The first token of the verb's group: "a" in "a déclaré". */
export function groupStart(scan: Scan, unit: Unit, verb: number, language: string): number {
  const auxiliaries = AUXILIARIES.get(language) ?? NONE;
  let at = verb;
  const isPart = (i: number) => {
    const word = scan.tokens[i]?.lower ?? '';
    return auxiliaries.has(word) || (language === 'fr' && /^(?:-|t|ils?|elles?|a-t-(?:il|elle))$/.test(word));
  };
  while (at > unit.first + 1 && isPart(at - 1)) at -= 1;
  return at;
}

function opensPhrase(scan: Scan, i: number, language: string): boolean {
  const token = scan.tokens[i];
  if (token === undefined || (scan.quoteAt[i] ?? -1) >= 0) return false;
  return (
    /^\p{Lu}/u.test(token.text) ||
    PERSONS.has(token.lower) ||
    (ARTICLES.get(language) ?? NONE).has(token.lower) ||
    /^l[’']\p{L}/u.test(token.lower)
  );
}

/** The phrase that begins with token `first`, up to a mark, a preposition of place or time, or the limit. */
function phraseFrom(scan: Scan, limit: number, first: number, language: string): Speaker | null {
  const stops = STOPS.get(language) ?? NONE;
  let end = first;
  for (; end < limit && end - first < LONGEST; end += 1) {
    const token = scan.tokens[end];
    if (token === undefined || (scan.quoteAt[end] ?? -1) >= 0) break;
    if (token.tag === 'PUNCT' && !/^[-‐’'.]$/.test(token.text)) break;
    if (token.text === '.' && (scan.tokens[end - 1]?.text.length ?? 0) > 2) break;
    // "Ein" opens a German phrase and ends one as the particle of "räumte … ein".
    if (end > first && stops.has(token.lower)) break;
  }
  const opener = scan.tokens[first];
  const last = scan.tokens[end - 1];
  if (opener === undefined || last === undefined || end === first) return null;
  if (end === first + 1 && !/^\p{Lu}/u.test(last.text) && !/^l[’']\p{L}/u.test(last.lower)) return null;
  return { span: { start: opener.start, end: last.end }, first, end, isPronoun: false };
}

/** The speaker right behind a verb: "sagte ein Sprecher", "a annoncé le syndicat", "dijo ella". */
export function speakerAfter(
  scan: Scan,
  unit: Unit,
  verb: number,
  language: string,
  pronouns: ReadonlySet<string>,
): Speaker | null {
  // "A-t-il déclaré": the pronoun stands inside the verb's group.
  const isInside = scan.tokens[verb - 2]?.text === '-' && pronouns.has(scan.tokens[verb - 1]?.lower ?? '');
  const at = isInside ? verb - 1 : verb + 1;
  const token = scan.tokens[at];
  if (token === undefined || at >= unit.end || (scan.quoteAt[at] ?? -1) >= 0) return null;
  if (pronouns.has(token.lower))
    return { span: { start: token.start, end: token.end }, first: at, end: at + 1, isPronoun: true };
  return opensPhrase(scan, at, language) ? phraseFrom(scan, unit.end, at, language) : null;
}

/** The speaker before a verb, from the sentence's first word on: "La direction a affirmé", "Sie sagte". */
export function speakerBefore(
  scan: Scan,
  unit: Unit,
  verb: number,
  language: string,
  pronouns: ReadonlySet<string>,
): Speaker | null {
  const end = groupStart(scan, unit, verb, language);
  const first = scan.tokens[unit.first];
  const last = scan.tokens[end - 1];
  if (first === undefined || last === undefined || end <= unit.first || end - unit.first > LONGEST) return null;
  // "Wie die Polizei mitteilte, …"
  const from = first.lower === 'wie' && language === 'de' ? unit.first + 1 : unit.first;
  const opener = scan.tokens[from];
  if (opener !== undefined && end === from + 1 && pronouns.has(opener.lower))
    return { span: { start: opener.start, end: opener.end }, first: from, end, isPronoun: true };
  const found = opensPhrase(scan, from, language) ? phraseFrom(scan, end, from, language) : null;
  // Whatever stands between the phrase and its verb makes another sentence of it.
  return found !== null && found.end === end ? found : null;
}

import type { Span } from '#core/article.ts';
import words from './data/name-words.json' with { type: 'json' };
import type { Token } from './read-tokens.ts';

/** A proper name; the kind is a guess by the words in it, `other` when unsure. */
export type Name = {
  readonly span: Span;
  readonly text: string;
  readonly kind: 'person' | 'organization' | 'place' | 'other';
};

const TITLES: ReadonlySet<string> = new Set(words.titles);
const PARTICLES: ReadonlySet<string> = new Set(words.particles);
const ORGANIZATION: ReadonlySet<string> = new Set(words['organization-words']);
const PLACE: ReadonlySet<string> = new Set(words['place-words']);
const CONNECTORS: ReadonlySet<string> = new Set(words.connectors);

/** The names of a text by their place: runs of capitalised words, particles and connectors inside them, no possessive ’s. */
export function findNames(text: string, tokens: readonly Token[], _language: string): Name[] {
  const names: Name[] = [];
  for (let i = 0; i < tokens.length; ) {
    const run = readRun(text, tokens, i);
    if (run === null) i++;
    else {
      names.push(nameOf(text, run));
      i += run.length;
    }
  }
  return names;
}

function readRun(text: string, tokens: readonly Token[], from: number): readonly Token[] | null {
  const first = tokens[from];
  if (first === undefined || !isCapital(first) || isOrdinaryOpener(tokens, from)) return null;
  let to = from + 1;
  for (let next = to; next < tokens.length; next++) {
    const token = tokens[next];
    const before = tokens[next - 1];
    if (token === undefined || before === undefined || token.sentence !== first.sentence) break;
    const between = text.slice(before.end, token.start);
    if (between !== ' ' && between !== '' && between !== '\u00a0') break;
    const isInitialStop = token.text === '.' && before.text.length <= 2;
    if (
      (isCapital(token) && !isPossessive(token)) ||
      isInitialStop ||
      (/^\d+$/.test(token.text) && /^\p{Lu}{2,}$/u.test(before.text))
    )
      to = isInitialStop ? to : next + 1;
    else if (token.text === '-' || token.text === '&') continue;
    else if (next - to >= 2 || !(PARTICLES.has(token.lower) || CONNECTORS.has(token.lower))) break;
  }
  const run = tokens.slice(from, to);
  return run;
}

function isCapital(token: Token): boolean {
  return /^\p{Lu}/u.test(token.text) && token.tag !== 'PRON' && token.tag !== 'PUNCT';
}

function isPossessive(token: Token): boolean {
  return token.text === 'S' || token.lower === "'s" || token.lower === '’s';
}

/** A capital that the sentence's beginning alone explains: "Police", "However", "Three". */
function isOrdinaryOpener(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined) return true;
  const opens =
    before === undefined ||
    before.sentence !== token.sentence ||
    (before.tag === 'PUNCT' && /^["“„«‘'([—–:]$/.test(before.text));
  if (['DET', 'PRON', 'ADP', 'CCONJ', 'SCONJ', 'AUX', 'PART', 'INTJ'].includes(token.tag))
    return !(isCapitalWord(tokens[at + 1]) && token.tag === 'ADP' && !opens);
  return opens && token.tag !== 'PROPN' && !/^\p{Lu}{2,}$/u.test(token.text);
}

function isCapitalWord(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}

function nameOf(text: string, run: readonly Token[]): Name {
  const span = { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 };
  return { span, text: text.slice(span.start, span.end), kind: kindOf(run) };
}

function kindOf(run: readonly Token[]): Name['kind'] {
  const lower = run.map((token) => token.lower);
  if (TITLES.has(lower[0] ?? '') && run.length > 1) return 'person';
  if (lower.some((word) => ORGANIZATION.has(word)) || (run.length === 1 && /^\p{Lu}{2,6}$/u.test(run[0]?.text ?? '')))
    return 'organization';
  if (lower.some((word) => PLACE.has(word))) return 'place';
  return run.length >= 2 && run.length <= 4 && !lower.some((word) => CONNECTORS.has(word) && !PARTICLES.has(word))
    ? 'person'
    : 'other';
}

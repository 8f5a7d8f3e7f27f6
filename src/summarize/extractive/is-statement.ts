import type { Token } from '#language/read-tokens.ts';
import { readTokens } from '#language/read-tokens.ts';
import grammar from './data/grammar-words.json' with { type: 'json' };

const FINITE = new Set<string>(grammar.finite);
const NOT_SUBJECTS = new Set<string>(grammar.notSubjects);
const PRONOUNS = new Map<string, string>(Object.entries(grammar.pronouns));

/** Tags that a subject can begin with. */
const SUBJECT_TAGS = new Set(['ADJ', 'ADV', 'DET', 'NOUN', 'NUM', 'PROPN', 'PRON', 'ADP', 'SYM', 'PUNCT']);

/**
 * Whether these words, cut out of a sentence, are a sentence of their own: they begin with a subject, hold a finite
 * verb, and name what their pronouns stand for. English only; careful rather than complete, since a wrong yes prints a
 * broken sentence and a wrong no only a longer one.
 */
export function isStatement(text: string, language: string): boolean {
  const tokens = readTokens(text, [{ start: 0, end: text.length }], language).filter(({ tag }) => tag !== 'PUNCT');
  const [first] = tokens;
  if (first === undefined || NOT_SUBJECTS.has(first.lower) || !SUBJECT_TAGS.has(first.tag)) return false;
  return hasFiniteVerb(tokens) && tokens.every((token, at) => isKnown(token, tokens.slice(0, at)));
}

/** A finite verb after at least one word of subject; "to close", "closing" and a bare participle are none. */
function hasFiniteVerb(tokens: readonly Token[]): boolean {
  return tokens.some(({ lower, tag, lemma }, at) => {
    if (at === 0) return false;
    const before = tokens[at - 1]?.lower;
    if (FINITE.has(lower)) return before !== 'who' && before !== 'which' && before !== 'to';
    if (tag !== 'VERB' || before === 'to' || lower.endsWith('ing')) return false;
    if (before === 'who' || before === 'which' || before === 'that') return false;
    return lower !== lemma || /[^s]s$/u.test(lower) || tokens[at - 1]?.tag === 'NOUN';
  });
}

/** A pronoun has its noun before it in the same words: a name for a person, any noun for a thing. */
function isKnown({ lower }: Token, before: readonly Token[]): boolean {
  const kind = PRONOUNS.get(lower);
  if (kind === undefined) return true;
  if (kind === 'never') return false;
  return before.some(({ tag }) => tag === 'PROPN' || (kind === 'thing' && tag === 'NOUN'));
}

import type { Token } from '#language/read-tokens.ts';
import { readTokens } from '#language/read-tokens.ts';
import { readTree } from '#language/read-tree.ts';
import grammar from '../data/grammar-words.json' with { type: 'json' };

const FINITE = new Set<string>(grammar.finite);
const NOT_SUBJECTS = new Set<string>(grammar.notSubjects);
const SUBORDINATORS = new Set<string>(grammar.subordinators);
const PRONOUNS = new Map<string, string>(Object.entries(grammar.pronouns));

/** Quick look before the tagger is asked. */
const PERSON = /\b(?:he|she|his|her|him|himself|herself)\b/iu;

/** Further on, a pronoun mostly means someone in its own sentence. */
const START_TOKENS = 10;

/** Tags of words that no sentence ends in. */
const UNFINISHED = new Set(['CCONJ', 'DET', 'SCONJ']);

/** Tags that a subject can begin with. */
const SUBJECT_TAGS = new Set(['ADJ', 'ADV', 'DET', 'NOUN', 'NUM', 'PROPN', 'PRON', 'ADP', 'SYM', 'PUNCT']);

/**
 * Whether these words, cut out of a sentence, are a sentence of their own: they begin with a subject, hold a finite
 * verb, and name what their pronouns stand for. English only; careful rather than complete, since a wrong yes prints a
 * broken sentence and a wrong no only a longer one. `isSurelyClause`: the grammar around them leaves no other choice.
 */
export function isStatement(text: string, language: string, isSurelyClause: boolean): boolean {
  const all = readTokens(text, [{ start: 0, end: text.length }], language);
  const tokens = all.filter(({ tag }) => tag !== 'PUNCT');
  const [first] = tokens;
  if (first === undefined || NOT_SUBJECTS.has(first.lower) || !SUBJECT_TAGS.has(first.tag)) return false;
  return (
    !isBrokenOff(tokens) &&
    (isSurelyClause || !isThing(all)) &&
    hasFiniteVerb(tokens, isSurelyClause) &&
    tokens.every((token, at) => isKnown(token, tokens, at))
  );
}

/** "A gulf in the way they see it", "rights in a pact said to be dear": a thing, whose verbs all tell more of it. */
function isThing(tokens: readonly Token[]): boolean {
  const tree = readTree(tokens);
  const root = tree.findIndex(({ head }) => head < 0);
  const tag = tokens[root]?.tag;
  const isNamed = tag === 'NOUN' || tag === 'PROPN';
  return isNamed && !tree.some(({ head, relation }) => head === root && CLAUSE_PARTS.has(relation));
}

/** What a noun has beside it where it is said of something: "the gulf is a danger". */
const CLAUSE_PARTS: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass', 'csubj', 'cop', 'expl']);

/**
 * Whether a "he" or "she" near the start stands for someone whom the sentence does not name: "Prosecutors say he drained
 * it". A noun in the plural cannot be meant, nor an outlet; any other noun or name can.
 */
export function leavesPersonOut(sentence: string, language: string): boolean {
  if (!language.startsWith('en') || !PERSON.test(sentence)) return false;
  const tokens = readTokens(sentence, [{ start: 0, end: sentence.length }], language).slice(0, START_TOKENS);
  const at = tokens.findIndex(({ lower }) => PRONOUNS.get(lower) === 'person');
  const canBeMeant = ({ tag, lower }: Token, place: number) =>
    !lower.endsWith('s') && (tag === 'NOUN' || (tag === 'PROPN' && !hasArticle(tokens, place)));
  return at >= 0 && (isObjectOfFirst(tokens, at) || !tokens.slice(0, at).some(canBeMeant));
}

/** "Ana Ruiz pressed him": nobody does something to "him" and is he, so another is meant than the one name before it. */
function isObjectOfFirst(tokens: readonly Token[], at: number): boolean {
  const first = tokens.findIndex(({ tag }) => tag === 'VERB' || tag === 'AUX');
  if (tokens[at]?.lower !== 'him' || first !== at - 1) return false;
  const names = tokens.slice(0, first).filter(({ tag }, i) => tag === 'PROPN' && tokens[i - 1]?.tag !== 'PROPN');
  return names.length === 1;
}

/** "The Harbor Observer": a name with an article is nobody's. */
function hasArticle(tokens: readonly Token[], place: number): boolean {
  let first = place;
  while (tokens[first - 1]?.tag === 'PROPN') first -= 1;
  return tokens[first - 1]?.lower === 'the';
}

/** "He called in February, when" ends where the sentence goes on; "…, and that none would be sent" hangs on the cue. */
function isBrokenOff(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  const hasLooseThat = tokens.some(({ lower }, at) => lower === 'that' && tokens[at - 1]?.tag === 'CCONJ');
  if (hasLooseThat) return true;
  return last === undefined || UNFINISHED.has(last.tag) || SUBORDINATORS.has(last.lower);
}

/**
 * A finite verb of the main clause, after at least one word of subject. Every subordinator ("that", "after") takes the
 * next finite verb for its own clause; "to close" and "closing" are none, nor is "sold" where the words may be a thing
 * ("kettles sold abroad") and no clause.
 */
function hasFiniteVerb(tokens: readonly Token[], isSurelyClause: boolean): boolean {
  let subordinate = 0;
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    if (SUBORDINATORS.has(token.lower) || token.tag === 'SCONJ') subordinate += 1;
    else if (before === undefined || !isFiniteVerb(token, before, isSurelyClause)) continue;
    // "Cash of 3 million crowns, and it has grown": the verb of a second clause, beside a thing that has none.
    else if (before.tag === 'PRON' && tokens[at - 2]?.tag === 'CCONJ') return false;
    else if (subordinate === 0) return true;
    else subordinate -= 1;
  }
  return false;
}

function isFiniteVerb({ lower, lemma, tag }: Token, before: Token, isSurelyClause: boolean): boolean {
  if (before.lower === 'to') return false;
  if (FINITE.has(lower)) return true;
  if (tag !== 'VERB' || lower.endsWith('ing')) return false;
  if (!isSurelyClause && lower !== lemma && !/[^s]s$/u.test(lower)) return false;
  return lower !== lemma || before.tag === 'NOUN' || before.tag === 'PROPN' || before.tag === 'PRON';
}

/** A pronoun has its noun before it in the same words: a name for a person, any noun for a thing. */
function isKnown({ lower }: Token, tokens: readonly Token[], at: number): boolean {
  const kind = PRONOUNS.get(lower);
  if (kind === undefined) return true;
  if (kind === 'never') return false;
  return tokens.slice(0, at).some(({ tag }) => tag === 'PROPN' || (kind === 'thing' && tag === 'NOUN'));
}

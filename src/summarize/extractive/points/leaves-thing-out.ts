import { readTokens, type Token } from '#language/read-tokens.ts';
import grammar from '../data/grammar-words.json' with { type: 'json' };

/** Quick look before the tagger is asked. */
const POINTER = /\b(?:th(?:at|is|ese|ose)|it|them|such)\b/iu;

/** Further on, a pointer mostly means something in its own sentence. */
const START_TOKENS = 9;

/** UTF-16 units in which those words lie. */
const START_REACH = 200;

/** "This week", "that kind of": they point at the day, or at what follows. */
const NO_THINGS = new Set(grammar.noThings);
const DEMONSTRATIVES = new Set(['that', 'this', 'these', 'those']);
const OBJECTS = new Set(['it', 'them']);

/** UTF-16 units; what stands further back in a sentence is not read. */
const END_REACH = 60;

/** "The maker rejects that.", "The union disputed this on Friday." */
const ENDS_IN_POINTER = /\b(?:that|this)(?: (?:on|in|at) [^.,]{1,30}| yesterday| today)?[.!?]$/u;

/** "No such call was made": which, the sentence before tells. */
const NONE_SUCH = /\b(?:no|any) such (?!things?\b)\p{Ll}/iu;

/**
 * Whether the sentence speaks near its start of a thing that it does not name: "The council rejects that version", "The clerk had
 * drawn it from memory". English only, as it stands outside quotation marks.
 */
export function leavesThingOut(sentence: string, language: string): boolean {
  if (!language.startsWith('en') || !POINTER.test(sentence)) return false;
  if (NONE_SUCH.test(sentence) || endsInPointer(sentence, language)) return true;
  const all = readTokens(sentence, [{ start: 0, end: Math.min(sentence.length, START_REACH) }], language);
  const tokens = all.slice(0, START_TOKENS);
  return tokens.some((token, at) => isDemonstrative(token, tokens, at) || isObject(token, all, at));
}

/** A pointer that a verb has done something to at the end of the sentence; one that stands there for a clause has another tag. */
function endsInPointer(sentence: string, language: string): boolean {
  if (!ENDS_IN_POINTER.test(sentence)) return false;
  const tail = sentence.slice(-END_REACH);
  const tokens = readTokens(tail, [{ start: 0, end: tail.length }], language);
  const at = tokens.findLastIndex(({ lower }) => lower === 'that' || lower === 'this');
  const next = tokens[at + 1];
  return tokens[at - 1]?.tag === 'VERB' && (next === undefined || next.tag === 'PUNCT' || next.tag === 'ADP');
}

/** "That version", where no version stands before. */
function isDemonstrative({ lower, tag }: Token, tokens: readonly Token[], at: number): boolean {
  if (!DEMONSTRATIVES.has(lower) || tag !== 'DET') return false;
  const noun = tokens.slice(at + 1, at + 3).find((one) => one.tag === 'NOUN');
  if (noun === undefined || NO_THINGS.has(noun.lemma)) return false;
  // "Said that clauses …": before a plural, "that" opens a clause.
  if ((lower === 'that' || lower === 'this') && noun.fine === 'NNS') return false;
  return !tokens.slice(0, at).some(({ lemma }) => lemma === noun.lemma);
}

/** "It" as what the first verb is done to: nobody but the doer stands before, who would be "itself". "Made it clear" points on. */
function isObject({ lower, tag }: Token, tokens: readonly Token[], at: number): boolean {
  if (!OBJECTS.has(lower) || tag !== 'PRON') return false;
  const before = tokens.slice(0, at);
  const verb = before.findIndex((one) => one.tag === 'VERB');
  if (verb < 0 || before.some((one) => one.tag === 'PUNCT' || one.tag === 'SCONJ' || one.tag === 'CCONJ')) return false;
  if (before.slice(verb + 1).some((one) => one.tag === 'NOUN' || one.tag === 'PROPN' || one.tag === 'VERB'))
    return false;
  const next = tokens[at + 1];
  return next === undefined || !['ADJ', 'VERB', 'AUX', 'NOUN', 'DET', 'PROPN'].includes(next.tag);
}

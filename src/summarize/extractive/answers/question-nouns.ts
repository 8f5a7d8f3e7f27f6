import type { Token } from '#language/read-tokens.ts';

/** "The mayor" in "Who is the mayor of Tarn?", "horse" in "What is the horse called?" and "What is the name of the horse?". */
export function describedNouns(tokens: readonly Token[]): readonly Token[] {
  const [first, second] = tokens;
  if (second?.lemma !== 'be' || !/^(?:who|what)$/u.test(first?.lower ?? '')) return [];
  const rest = tokens.slice(2).filter(({ tag }) => tag !== 'PUNCT');
  const isWho = first?.lower === 'who';
  const named = rest.findIndex(({ lemma }, at) => lemma === 'name' && rest[at + 1]?.lower === 'of');
  // "What is the boy's name?"
  if (rest.at(-1)?.lemma === 'name' && /^['’]s?$/u.test(rest.at(-2)?.text ?? '')) {
    return rest.slice(-3, -2).filter(({ tag }) => tag === 'NOUN');
  }
  const isNamed = named >= 0 || rest.at(-1)?.lower === 'called' || rest.at(-1)?.lower === 'named';
  if (!isWho && !isNamed) return [];
  const from = named >= 0 ? named + 2 : 0;
  let to = from;
  while (to < rest.length && !/^(?:ADP|VERB|AUX|SCONJ)$/u.test(rest[to]?.tag ?? '')) to += 1;
  // "Who is going to …" tells what is done.
  if (isWho && (to === from || /^(?:VERB|AUX)$/u.test(rest[to]?.tag ?? ''))) return [];
  const run = rest.slice(from, to);
  const possessive = run.findLastIndex(({ text }) => /^['’]s?$/u.test(text));
  const own = run.slice(possessive + 1);
  const nouns = own.filter(({ tag }) => tag === 'NOUN');
  // "Chief executive" may be read as two adjectives.
  return nouns.length > 0 || isNamed || own.length < 2 ? nouns : own.filter(({ tag }) => tag === 'ADJ').slice(-1);
}

/** Words that a question's verb is helped by before its subject. */
const HELPING = /^(?:do|have|will|would|can|could|should|may|might|must)$/u;

/** Whoever does it: "the old mill" in "What did the old mill sell?". */
export function doerIn(tokens: readonly Token[]): readonly Token[] {
  const helping = tokens.findIndex(({ lemma, tag }) => tag === 'AUX' && HELPING.test(lemma));
  if (helping < 0) return [];
  let to = helping + 1;
  while (to < tokens.length && /^(?:DET|ADJ|NUM|NOUN|PROPN|PART)$/u.test(tokens[to]?.tag ?? '')) to += 1;
  const run = tokens.slice(helping + 1, to).filter(({ tag }) => /^(?:NOUN|PROPN)$/u.test(tag));
  // What ends the question is the verb, whatever it was taken for.
  return tokens.slice(to).some(({ tag }) => tag === 'VERB' || tag === 'AUX')
    ? run
    : run.filter(({ tag }) => tag === 'PROPN');
}

const FOCUS_TAGS: ReadonlySet<string> = new Set(['NOUN', 'PROPN']);
const BEFORE_FOCUS: ReadonlySet<string> = new Set(['AUX', 'DET', 'ADJ', 'NUM', 'PRON', 'ADV', 'PART']);

/** The nouns after "what", "which" or "how many", and after "what is the": the last is what is asked for. */
export function focusOf(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ lower }) => /^(?:what|which|how)$/u.test(lower));
  const next = tokens[at + 1]?.lower ?? '';
  if (at < 0 || (tokens[at]?.lower === 'how' && !/^(?:many|much)$/u.test(next))) return [];
  // "How much did the mill cost?" asks for no mill.
  const isOf = tokens[at + 2]?.lemma === 'be' && tokens[at + 3]?.tag === 'DET';
  if (/^(?:many|much)$/u.test(next) && tokens[at + 2]?.tag === 'AUX' && !isOf) return [];
  let from = at + 1;
  while (
    from < tokens.length &&
    (BEFORE_FOCUS.has(tokens[from]?.tag ?? '') || tokens[from]?.lower === 'of' || tokens[from]?.lower === 'many')
  )
    from += 1;
  let to = from;
  while (
    to < tokens.length &&
    (FOCUS_TAGS.has(tokens[to]?.tag ?? '') || tokens[to]?.tag === 'ADJ' || /^['’]s?$/u.test(tokens[to]?.text ?? ''))
  )
    to += 1;
  const own = tokens.slice(from, to);
  const possessive = own.findLastIndex(({ text }) => /^['’]s?$/u.test(text));
  const run = own.slice(possessive + 1).filter(({ tag }) => tag === 'NOUN');
  // In "What did Corvane …" the noun is who did it.
  return tokens[at + 1]?.tag === 'AUX' && tokens.slice(to).some(({ tag }) => tag === 'VERB') ? [] : run;
}

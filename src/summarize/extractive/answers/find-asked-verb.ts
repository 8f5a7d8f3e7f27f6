import type { Token } from '#language/read-tokens.ts';
import answerTypes from '../data/answer-types.json' with { type: 'json' };

const LIGHT: ReadonlySet<string> = new Set(answerTypes.light.split(' '));

/** What the words between "did" and the verb are taken for. */
const SUBJECT = /^(?:DET|ADJ|NUM|NOUN|PROPN|PART|PRON)$/u;

/** The verb that tells what is done in a question; undefined where none does or it says little ("have", "get"). */
export function findAskedVerb(tokens: readonly Token[]): Token | undefined {
  const helping = tokens.findIndex(({ lemma }) => lemma === 'do');
  const isNamed = (at: number) => tokens.slice(helping + 1, at).some(({ tag }) => /^(?:NOUN|PROPN|PRON)$/u.test(tag));
  const verbs = tokens.filter(
    ({ tag, start }, at) =>
      tag === 'VERB' && start > 0 && at !== helping && (helping < 0 || at < helping || isNamed(at)),
  );
  if (verbs.length > 0 || helping < 0) return verbs.find(({ lemma }) => !LIGHT.has(lemma));
  // "Which club does Roe play for?", "How long did the film last?": read as a noun, the verb ends what looks like a name.
  let to = helping + 1;
  while (SUBJECT.test(tokens[to]?.tag ?? '')) to += 1;
  const last = tokens[to - 1];
  return to - helping > 2 && /^(?:NOUN|ADJ)$/u.test(last?.tag ?? '') ? last : undefined;
}

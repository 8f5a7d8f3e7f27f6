import type { Objection } from '#core/claim.ts';
import data from './data/retelling.json' with { type: 'json' };
import { holdsOneOf, isOneOf, type ReadSentence, type Retold, type Word } from './read-retold.ts';

const NEGATORS = new Set(data.negators);
const DENIALS = new Set(data.denials);
const NEGATIONS = new Set([...data.negators, ...data.denials, ...data.softNegations]);
const PLANS = new Set(data.plans);
const AHEAD = new Set(data.ahead);

/** Content words after "not" or "denied" that it turns round. */
const SCOPE = 4;

/** From this share of those words on, a point tells what is negated in the passage. */
const TOLD = 0.6;
/** Where the scope is a whole part of the sentence. */
const TOLD_OF_CLAUSE = 0.5;

/**
 * What the passages deny, or only plan, is not told as a fact: "ignored a warning" for "denied that it had ignored any warning", "has
 * cut" for "plans to cut". Of sentences that have a negation, or a word for what is ahead, of their own nothing is said.
 */
export function checkTurning({ told, cited, isCited, language }: Retold): Objection[] {
  if (!isCited) return [];
  return told.flatMap((sentence) => {
    const roots = new Set(sentence.words.flatMap(({ root }) => root ?? []));
    const negated = findNegated(sentence, roots, cited, language);
    const isAhead = holdsOneOf([sentence], AHEAD) || sentence.words.some((_, at) => plannedAt(sentence.words, at));
    const planned = isAhead || !language.startsWith('en') ? null : findPlanned(roots, cited);
    return [
      ...(negated === null
        ? []
        : [{ check: 'strength', text: sentence.text, reason: `the passage has this with “${negated}”` }]),
      ...(planned === null
        ? []
        : [
            {
              check: 'strength',
              text: sentence.text,
              reason: `the passage only has “${planned}”, and this tells it as done`,
            },
          ]),
    ];
  });
}

/** Whether a sentence has a negation of its own: one that is not itself among the words turned round ("denied that it refused"). */
function isNegated({ words, text }: ReadSentence, turned: ReadonlySet<string>): boolean {
  if (/n[’']t(?![\p{L}])/u.test(text)) return true;
  return words.some((word) => isOneOf(word, NEGATIONS) && (word.root === null || !turned.has(word.root)));
}

/** The negated words of a passage that a sentence tells without the negation. */
function findNegated(
  told: ReadSentence,
  roots: ReadonlySet<string>,
  cited: readonly ReadSentence[],
  language: string,
): string | null {
  for (const { words, text } of cited) {
    for (const [at, word] of words.entries()) {
      const isDenial = isOneOf(word, DENIALS);
      if (!isDenial && !isOneOf(word, NEGATORS) && word.lower !== 'n’t' && word.lower !== "n't") continue;
      // German puts "nicht" and "nichts" behind the verb: there it turns round its whole part of the sentence.
      const scope = language.startsWith('de')
        ? words.filter((other) => other.clause === word.clause && other !== word)
        : words.slice(at + 1).filter((other) => isDenial || other.clause === word.clause);
      const telling = scope.filter(({ root }) => root !== null).slice(0, SCOPE);
      if (!isTold(telling, roots, language)) continue;
      if (isNegated(told, new Set(telling.flatMap(({ root }) => root ?? [])))) continue;
      const last = telling.at(-1) ?? word;
      const first = language.startsWith('de') ? (scope[0] ?? word) : word;
      return text.slice(Math.min(first.start, word.start), Math.max(last.end, word.end));
    }
  }
  return null;
}

/** Whether these words of a passage are told: enough of them, and not a name or one thing alone, which many sentences share. */
function isTold(telling: readonly Word[], roots: ReadonlySet<string>, language: string): boolean {
  const shared = telling.filter(({ root }) => root !== null && roots.has(root));
  const isGerman = language.startsWith('de');
  if (telling.length === 0 || shared.length < telling.length * (isGerman ? TOLD_OF_CLAUSE : TOLD)) return false;
  if (!language.startsWith('en')) return true;
  return shared.some(({ isVerb }) => isVerb) || shared.filter(({ isName }) => !isName).length > 1;
}

/** "Plans to cut", "will open", "is to close": a verb right behind such words that a point has, too. */
function findPlanned(roots: ReadonlySet<string>, cited: readonly ReadSentence[]): string | null {
  for (const { words, text } of cited) {
    for (const [at, word] of words.entries()) {
      const verb = plannedAt(words, at);
      if (verb?.root && roots.has(verb.root)) return text.slice(word.start, verb.end);
    }
  }
  return null;
}

const MODALS: ReadonlySet<string> = new Set(['will', 'would', 'may', 'might', 'should', 'shall']);

function plannedAt(words: readonly Word[], at: number): Word | undefined {
  const [word, next, third, fourth] = words.slice(at, at + 4);
  if (word === undefined) return undefined;
  if (MODALS.has(word.lower)) {
    return [next, third, fourth].find(
      (one) => one?.isVerb && one.root !== null && one.lemma !== 'be' && one.lemma !== 'have',
    );
  }
  const isPlan = isOneOf(word, PLANS) || ['is', 'are', 'was', 'were'].includes(word.lower);
  if (!isPlan || next?.lower !== 'to') return undefined;
  return [third, fourth].find((one) => one?.isVerb && one.root !== null && one.lemma !== 'be');
}

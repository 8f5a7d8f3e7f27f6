import type { Objection } from '#core/claim.ts';
import { isDisputing } from '../credits/is-disputing.ts';
import negations from '../data/negations.json' with { type: 'json' };
import negative from '../data/negative.json' with { type: 'json' };
import idioms from '../data/negative-idioms.json' with { type: 'json' };
import licences from '../data/negative-licences.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import type { ReadSentence } from '../read-sentence.ts';
import { borderedWords, findNeighbourLost } from '../support/find-neighbour-lost.ts';
import { findShortAnswer } from '../support/find-short-answer.ts';
import { turnedClauses } from '../support/match-clause.ts';
import { findLostScope, hasPlain, isTurned, type Scoped, wordsOfScope } from '../support/match-scope.ts';
import { negationsIn, withoutTree } from '../support/read-scopes.ts';
import { readSentenceAt } from '../support/retold-by.ts';
import { type GivenClause, givenText, retoldSentences, type Told } from '../support/told-sentences.ts';
import { createFindCue } from '../words/cues.ts';
import { plainWords } from '../words/words-of.ts';
import type { Subject } from './check.ts';

const NEGATIONS: ReadonlySet<string> = new Set(negations);

const findNegative = createFindCue(negative);
const findIdiom = createFindCue(idioms);

/** Words by which a sentence may say in its own way what the article says with a "not", and the other way round. */
const findToldLicence = createFindCue(licences.told);
const findGivenLicence = createFindCue(licences.given);

/** What the passages deny or negate is not told as a fact, and no "not" is told that they do not bear. */
export function checkPolarity(subject: Subject, ground: Ground): Objection[] {
  for (const told of retoldSentences(subject, ground)) {
    const reason =
      byNeighbours(told, ground) ?? byScopes(told, ground) ?? byClauses(told, ground) ?? byAnswer(told, ground);
    if (reason !== null) return [{ check: 'strength', text: told.text, reason }];
  }
  return [];
}

/** The same words stand around a place where the one has a "not" and the other has none. English only, by its words. */
function byNeighbours({ text, given }: Told, ground: Ground): string | null {
  const {
    wording,
    article: { language },
  } = ground;
  if (!language.startsWith('en')) return null;
  const claimed = borderedWords(text);
  for (const sentence of given) {
    const full = borderedWords(sentence.text);
    const lost = findNeighbourLost(full, claimed, NEGATIONS, wording);
    if (lost !== null) return `it leaves out “${lost}” of the article`;
    const added = findNeighbourLost(claimed, full, NEGATIONS, '');
    // "Holm rejected that it was sold": he said that it was not.
    if (added !== null && !isSaidElsewhere(added, wording) && !isDisputing(sentence.text, ground))
      return `the article says this without “${added}”`;
  }
  return null;
}

/** What the article answers with a bare "no" or "does not" is told as so. English only. */
function byAnswer(told: Told, ground: Ground): string | null {
  const { language } = ground.article;
  if (!language.startsWith('en') || negationIn(told.text, language) !== null) return null;
  if (findToldLicence(told.text, language) !== null) return null;
  const answer = findShortAnswer(told, ground);
  return answer === null ? null : `the article answers this with “${answer}”`;
}

/** "Is not struggling", where another sentence has "was not struggling". */
function isSaidElsewhere(added: string, wording: string): boolean {
  const words = added.split(' ');
  const at = words.findIndex((word) => NEGATIONS.has(word));
  return wording.includes(` ${words.slice(at).join(' ')} `);
}

/** The words that a "not" or a "denied" turns round are told, and nothing turns them there; or the other way round. */
function byScopes({ text, words, given, isCited }: Told, { article: { language } }: Ground): string | null {
  const own = scoped(words, language);
  const others = given.map((sentence) => scoped(sentence, language));
  if (findToldLicence(text, language) === null) {
    for (const other of others) {
      const lost = findLostScope(other, own, isTurned, language);
      if (lost !== null && !others.some((one) => hasPlain(lost.shared, one, isTurned)))
        return `the passage has this with “${wordsOfScope(lost.scope, other.sentence)}”`;
    }
  }
  for (const other of others) {
    const added = findLostScope(own, other, isTurned, language);
    if (added === null || findGivenLicence(other.sentence.text, language) !== null) continue;
    if (!isCited && !NEGATIONS.has(added.scope.cue.lower)) continue;
    const isElsewhere = others.some(({ scopes }) =>
      scopes.some(({ covers }) => covers.some(({ root }) => added.shared.some((word) => word.root === root))),
    );
    if (!isElsewhere)
      return `the passages say this without “${added.scope.cue.lower}” (“${wordsOfScope(added.scope, words)}”)`;
  }
  return null;
}

function scoped(sentence: ReadSentence, language: string): Scoped {
  return {
    sentence,
    scopes: negationsIn(sentence, language),
    wide: negationsIn(withoutTree(sentence), language),
  };
}

/** A clause with a "not" is retold, and the sentence holds no such word; or none of what was given does. */
function byClauses(told: Told, ground: Ground): string | null {
  const { language } = ground.article;
  const added = negationIn(told.text, language);
  if (added !== null) {
    const given = givenText(told.places, ground);
    const isBorne = negationIn(given, language) !== null || findGivenLicence(given, language) !== null;
    if (!told.isCited || told.places.length === 0 || isBorne) return null;
    return `the passages say this without “${added}”`;
  }
  if (findToldLicence(told.text, language) !== null) return null;
  const [lost] = turnedClauses(
    told,
    language,
    (text) => negationIn(text, language),
    (clause) => turnsToldWord(clause, told, ground),
  );
  return lost === undefined ? null : `it leaves out “${lost.cue}” of “${lost.clause.text}”`;
}

/** By the tree: "It was not enough, as they had to settle for a draw" does not turn "settle" round. A "denied" that it hangs nothing on tells nothing. */
function turnsToldWord({ text, place }: GivenClause, { words }: Told, ground: Ground): boolean {
  const { language } = ground.article;
  const sentence = readSentenceAt(place, ground);
  if (sentence.tree.length === 0) return true;
  const at = sentence.text.indexOf(text);
  const own = negationsIn(sentence, language).filter(({ cue }) => at <= cue.start && cue.start < at + text.length);
  if (own.length === 0) return true;
  const told = new Set(words.words.map(({ root }) => root));
  return own.some(
    ({ cue, covers }) =>
      (cue.isVerb && covers.length === 0) ||
      (!cue.isVerb && covers[0]?.isVerb === true ? [covers[0]] : covers.slice(0, NEAREST)).some(({ root }) =>
        told.has(root),
      ),
  );
}

/** Telling words behind a "not", among which is the verb that it turns round. */
const NEAREST = 3;

/** "No more than" and "not only" negate nothing. */
function negationIn(text: string, language: string): string | null {
  let rest = plainWords(text).join(' ');
  for (let idiom = findIdiom(rest, language); idiom !== null; idiom = findIdiom(rest, language)) {
    rest = ` ${rest} `.replace(` ${idiom} `, ' ').trim();
  }
  return findNegative(rest, language);
}

import type { Objection } from '#core/claim.ts';
import conditionLicences from '../data/condition-licences.json' with { type: 'json' };
import conditions from '../data/conditions.json' with { type: 'json' };
import hedges from '../data/hedges.json' with { type: 'json' };
import open from '../data/open.json' with { type: 'json' };
import openLicences from '../data/open-licences.json' with { type: 'json' };
import retelling from '../data/retelling.json' with { type: 'json' };
import scopes from '../data/scopes.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { holdsOneOf, isOneOf, type ReadSentence } from '../read-sentence.ts';
import { borderedWords, findNeighbourLost } from '../support/find-neighbour-lost.ts';
import { turnedClauses } from '../support/match-clause.ts';
import { findLostScope, hasPlain, isOpen, type Scoped, wordsOfScope } from '../support/match-scope.ts';
import { openingsIn } from '../support/read-scopes.ts';
import { retoldBy } from '../support/retold-by.ts';
import { retoldSentences, type Told } from '../support/told-sentences.ts';
import { createFindCue } from '../words/cues.ts';
import type { Subject } from './check.ts';

const HEDGES: ReadonlySet<string> = new Set(hedges);

/** Words that are as careful as any of these, in another form: "are reported to have agreed". */
const CAREFUL: ReadonlySet<string> = new Set(retelling.hedges);
/** What is agreed on is still to be done, and yet more than what is talked about. */
const FIRM: ReadonlySet<string> = new Set(scopes.firm);
const AHEAD: ReadonlySet<string> = new Set([...retelling.ahead, ...scopes.weighing, ...scopes.talking]);

const SURE: ReadonlySet<string> = new Set(scopes.sure);
const UNSURE: ReadonlySet<string> = new Set(scopes.unsure);

/** "It is possible that it will" is no more than "may". */
const LOOSE: ReadonlySet<string> = new Set([...scopes.unsure, ...scopes.loose, ...retelling.hedges]);

/** A plan, a wish, a report, a chance. */
const findOpen = createFindCue(open);
const findOpenLicence = createFindCue(openLicences);

const findCondition = createFindCue(conditions);
const findConditionLicence = createFindCue(conditionLicences);

/** What is planned, wished, reported or possible in the passages is not told as done, nor without the "if" or "unless" it hangs on. */
export function checkCertainty(subject: Subject, ground: Ground): Objection[] {
  for (const told of retoldSentences(subject, ground)) {
    const reason =
      byNeighbours(told, ground) ??
      byModals(told, ground) ??
      byScopes(told, ground) ??
      byClauses(told, ground) ??
      (told.isCited ? objectToUnconditional(told, ground) : null);
    if (reason !== null) return [{ check: 'strength', text: told.text, reason }];
  }
  return [];
}

/** The same words stand around a place where the article has a "reportedly". English only, by its words. */
function byNeighbours({ text, words, given }: Told, { wording, article: { language } }: Ground): string | null {
  if (!language.startsWith('en') || holdsOneOf([words], CAREFUL)) return null;
  const claimed = borderedWords(text);
  for (const sentence of given) {
    const lost = findNeighbourLost(borderedWords(sentence.text), claimed, HEDGES, wording);
    if (lost !== null) return `it makes certain, without “${lost}” of the article`;
  }
  return null;
}

/** "Will" where the passages only have a "may" for the same verb. */
function byModals({ words, given }: Told, { article: { language } }: Ground): string | null {
  if (!language.startsWith('en')) return null;
  const claimed = openingsIn(words).filter(({ cue }) => SURE.has(cue.lower));
  if (claimed.length === 0) return null;
  // "It failed to report it", in both: no other word for "may".
  const known = new Set(given.flatMap((sentence) => sentence.words.map(({ lower }) => lower)));
  if (words.words.some((word) => !known.has(word.lower) && !SURE.has(word.lower) && isOneOf(word, LOOSE))) return null;
  const openings = given.flatMap(openingsIn);
  for (const { cue, covers } of claimed) {
    const said = openings.filter((one) => one.covers[0] !== undefined && one.covers[0].root === covers[0]?.root);
    const [first] = said.filter((one) => UNSURE.has(one.cue.lower));
    if (first === undefined || said.some((one) => SURE.has(one.cue.lower))) continue;
    return `the passage has this with “${first.cue.lower}”, not “${cue.lower}”`;
  }
  return null;
}

/** The words that a "plans to" or a "may" leaves open are told, and nothing leaves them open there. */
function byScopes({ words, given }: Told, { article: { language } }: Ground): string | null {
  if (!language.startsWith('en') || looksAhead(words)) return null;
  const isFirm = openingsIn(words).every(({ cue }) => isOneOf(cue, FIRM));
  if (!isFirm) return null;
  const own = { sentence: words, scopes: [], wide: [] };
  const others = given.map((sentence): Scoped => ({ sentence, scopes: openingsIn(sentence), wide: [] }));
  for (const other of others) {
    const lost = findLostScope(other, own, isOpen, language);
    if (lost === null || others.some((one) => hasPlain(lost.shared, one, isOpen))) continue;
    return `the passage only has “${wordsOfScope(lost.scope, other.sentence)}”, and this tells it as done`;
  }
  return null;
}

/** "About to sign", but not "a fee of about 6 million". */
function looksAhead({ words }: ReadSentence): boolean {
  return words.some((word, at) => isOneOf(word, AHEAD) && (word.lower !== 'about' || words[at + 1]?.lower === 'to'));
}

function byClauses(told: Told, { article: { language } }: Ground): string | null {
  if (findOpenLicence(told.text, language) !== null) return null;
  const [lost] = turnedClauses(told, language, (text) => findOpen(text, language));
  return lost === undefined ? null : `it makes a fact of what the passage has as “${lost.cue}”: “${lost.clause.text}”`;
}

/** Only where the condition stands right beside the words that are retold. */
function objectToUnconditional({ text, places, clauses, stems }: Told, ground: Ground): string | null {
  const { language } = ground.article;
  if (findConditionLicence(text, language) !== null || stems.size < FEWEST_STEMS) return null;
  const [best] = retoldBy(text, ground).filter((place) => places.includes(place));
  const own = clauses.filter(({ place }) => place === best);
  const shares = own.map((clause) => [...clause.stems].filter((stem) => stems.has(stem)).length);
  const at = shares.indexOf(Math.max(0, ...shares));
  const beside = [own[at - 1], own[at + 1]].map((clause) => clause?.text ?? '');
  const condition = beside.map((clause) => findCondition(clause, language)).find((cue) => cue !== null);
  return condition === undefined ? null : `it leaves out the “${condition}” that this hangs on`;
}

/** "Gov." is no sentence. */
const FEWEST_STEMS = 2;

import type { Objection } from '#core/claim.ts';
import type { Subject } from './check.ts';
import { createFindCue } from './cues.ts';
import negative from './data/negative.json' with { type: 'json' };
import idioms from './data/negative-idioms.json' with { type: 'json' };
import licences from './data/negative-licences.json' with { type: 'json' };
import type { Ground } from './ground.ts';
import { turnedClauses } from './match-clause.ts';
import { givenText, type Told, toldSentences } from './told-sentences.ts';
import { plainWords } from './words-of.ts';

const findNegative = createFindCue(negative);
const findIdiom = createFindCue(idioms);

/** Words by which a sentence may say in its own way what the article says with a "not", and the other way round. */
const findToldLicence = createFindCue(licences.told);
const findGivenLicence = createFindCue(licences.given);

/**
 * What the passages deny or negate is not told as a fact, and no "not" is told that they do not bear. `check-strength.ts`
 * sees the same where the words around it are the article's; this one sees it in free wording.
 */
export function checkPolarity(subject: Subject, ground: Ground): Objection[] {
  const { language } = ground.article;
  const objections: Objection[] = [];
  for (const told of toldSentences(subject, ground)) {
    const reason = reasonAgainst(told, ground, language);
    if (reason !== null) objections.push({ check: 'strength', text: told.text, reason });
  }
  return objections.slice(0, 1);
}

function reasonAgainst(told: Told, ground: Ground, language: string): string | null {
  const added = negationIn(told.text, language);
  if (added !== null) {
    const given = givenText(told.places, ground);
    if (told.places.length === 0 || negationIn(given, language) !== null || findGivenLicence(given, language) !== null)
      return null;
    return `the passages say this without “${added}”`;
  }
  if (findToldLicence(told.text, language) !== null) return null;
  const [lost] = turnedClauses(told, language, (text) => negationIn(text, language));
  return lost === undefined ? null : `it leaves out “${lost.cue}” of “${lost.clause.text}”`;
}

/** "No more than" and "not only" negate nothing. */
function negationIn(text: string, language: string): string | null {
  let rest = plainWords(text).join(' ');
  for (let idiom = findIdiom(rest, language); idiom !== null; idiom = findIdiom(rest, language)) {
    rest = ` ${rest} `.replace(` ${idiom} `, ' ').trim();
  }
  return findNegative(rest, language);
}

import type { Objection } from '#core/claim.ts';
import type { Subject } from './check.ts';
import { createFindCue } from './cues.ts';
import conditionLicences from './data/condition-licences.json' with { type: 'json' };
import conditions from './data/conditions.json' with { type: 'json' };
import open from './data/open.json' with { type: 'json' };
import openLicences from './data/open-licences.json' with { type: 'json' };
import type { Ground } from './ground.ts';
import { turnedClauses } from './match-clause.ts';
import { retoldBy } from './retold-by.ts';
import { type Told, toldSentences } from './told-sentences.ts';

/** A plan, a wish, a report, a chance. */
const findOpen = createFindCue(open);
const findOpenLicence = createFindCue(openLicences);

const findCondition = createFindCue(conditions);
const findConditionLicence = createFindCue(conditionLicences);

/** What is planned, wished, reported or possible in the passages is not told as done, nor without the "if" or "unless" it hangs on. */
export function checkCertainty(subject: Subject, ground: Ground): Objection[] {
  const objections: Objection[] = [];
  for (const told of toldSentences(subject, ground)) {
    const reason = objectToDone(told, ground) ?? objectToUnconditional(told, ground);
    if (reason !== null) objections.push({ check: 'strength', text: told.text, reason });
  }
  return objections.slice(0, 1);
}

function objectToDone(told: Told, { article: { language } }: Ground): string | null {
  if (findOpenLicence(told.text, language) !== null) return null;
  const [lost] = turnedClauses(told, language, (text) => findOpen(text, language));
  return lost === undefined ? null : `it makes a fact of what the passage has as “${lost.cue}”: “${lost.clause.text}”`;
}

/** Only where the condition stands right beside the words that are retold. */
function objectToUnconditional({ text, places, clauses, stems }: Told, ground: Ground): string | null {
  const { language } = ground.article;
  if (findConditionLicence(text, language) !== null) return null;
  const [best] = retoldBy(text, ground).filter((place) => places.includes(place));
  const own = clauses.filter(({ place }) => place === best);
  const shares = own.map((clause) => [...clause.stems].filter((stem) => stems.has(stem)).length);
  const at = shares.indexOf(Math.max(0, ...shares));
  const beside = [own[at - 1], own[at + 1]].map((clause) => clause?.text ?? '');
  const condition = beside.map((clause) => findCondition(clause, language)).find((cue) => cue !== null);
  return condition === undefined ? null : `it leaves out the “${condition}” that this hangs on`;
}

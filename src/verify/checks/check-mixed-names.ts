import type { Objection } from '#core/claim.ts';
import { knownNames, namesIn } from '../credits/known-names.ts';
import type { Ground } from '../ground.ts';
import { sentencesOf } from '../sentences-of.ts';
import type { Subject } from './check.ts';

/**
 * Nobody has the first name of one and the last name of another: "Clive Pell" where the article has Clive Harrow and Enid Pell. One of the
 * two speaks in the article, so that these are people's names. English only, for other languages write other words with capitals.
 */
export function checkMixedNames({ text }: Subject, ground: Ground): Objection[] {
  const { language } = ground.article;
  if (!language.startsWith('en')) return [];
  const { all, people, together } = knownNames(ground);
  for (const { name, first, last } of sentencesOf(text, language).flatMap(namesIn)) {
    if (together.has(`${first} ${last}`)) continue;
    const given = all.find((one) => one.first === first);
    const other = all.find((one) => one.last === last);
    if (given === undefined || other === undefined || ![given, other].some((one) => people.includes(one))) continue;
    const reason = `the article has no “${name}”, but ${given.name} and ${other.name}`;
    return [{ check: 'names', text: name, reason }];
  }
  return [];
}

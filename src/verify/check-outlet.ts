import { contains, type Span, textAt } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import type { Attribution } from '#core/testimony.ts';
import type { Subject } from './check.ts';
import { findStatements } from './find-statements.ts';
import type { Ground } from './ground.ts';
import { hasSharedWord } from './may-speak-for.ts';

/** "told The Harbour Courier": whom a claim says it was told to. Bounded, so that it runs in linear time. */
const TOLD =
  /\b(?:told|tells|telling)\s(?:[Tt]he\s)?(\p{Lu}[\p{L}\p{M}\p{N}’'&.-]{0,40}(?:\s\p{Lu}[\p{L}\p{M}\p{N}’'&.-]{0,40}){0,5})/gu;

/**
 * What came through one outlet is not said to have come through another: "told X" needs X among the statement's
 * outlets, or in the paragraph where the article has it.
 */
export function checkOutlet(subject: Subject, ground: Ground): Objection[] {
  const objections: Objection[] = [];
  for (const [, name = ''] of subject.text.matchAll(TOLD)) {
    const told = name.replace(/[.’'-]$/u, '');
    const statements = findStatements(subject, told, ground).filter(({ via }) => via.length > 0);
    if (statements.length === 0 || statements.some((statement) => isTold(told, statement, ground))) continue;
    const outlets = [...new Set(statements.flatMap(({ via }) => via))].join(' and ');
    objections.push({ check: 'speaker', text: told, reason: `the article has this through ${outlets}, not “${told}”` });
  }
  return objections;
}

function isTold(told: string, { via, content, cue }: Attribution, { article }: Ground): boolean {
  if (via.some((outlet) => hasSharedWord(outlet, told))) return true;
  const places: readonly Span[] = [...content, ...(cue === null ? [] : [cue])];
  return article.paragraphs
    .filter((paragraph) => places.some((place) => contains(paragraph, place)))
    .some((paragraph) => hasSharedWord(textAt(article.text, paragraph), told));
}

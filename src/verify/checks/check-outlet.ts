import { contains, overlaps, type Span, textAt } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { type Attribution, SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { findStatements } from '../credits/find-statements.ts';
import { hasSharedWord } from '../credits/may-speak-for.ts';
import saying from '../data/saying.json' with { type: 'json' };
import telling from '../data/telling.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import type { Subject } from './check.ts';

/** "told The Harbour Courier": whom a claim says it was told to. Bounded, so that it runs in linear time. */
const TOLD =
  /\b(?:told|tells|telling)\s(?:[Tt]he\s)?(\p{Lu}[\p{L}\p{M}\p{N}’'&.-]{0,40}(?:\s\p{Lu}[\p{L}\p{M}\p{N}’'&.-]{0,40}){0,5})/gu;

/**
 * What came through one outlet is not said to have come through another: "told X" needs X among the statement's
 * outlets, or in the paragraph where the article has it. Nor is an outlet left out where the source is named.
 */
export function checkOutlet(subject: Subject, ground: Ground): Objection[] {
  return [...objectToOther(subject, ground), ...objectToLeftOut(subject, ground)];
}

function objectToOther(subject: Subject, ground: Ground): Objection[] {
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

const SAYS = new RegExp(`\\b(?:${[...new Set([...saying, ...telling])].join('|')})\\b|\\baccording to\\b`, 'iu');

/** From this share of a point's words on, a statement is the one that it tells. */
const SAME_STATEMENT = 0.5;

function objectToLeftOut({ text, evidence }: Subject, ground: Ground): Objection[] {
  if (evidence === null || !SAYS.test(text)) return [];
  const { language } = ground.article;
  const stems = contentWords(text, language);
  const isTold = ({ id }: Attribution) => {
    const said = ground.saidStems.get(id) ?? new Set();
    return stems.filter((stem) => said.has(stem)).length >= stems.length * SAME_STATEMENT;
  };
  const here = [...ground.attributions.values()].filter(
    (one) =>
      one.confidence >= SHOWN_FROM_CONFIDENCE &&
      one.content.some((piece) => evidence.some((passage) => overlaps(piece, passage))) &&
      isTold(one),
  );
  const hidden = here.filter(({ source, via }) => {
    const bearer = ground.sources.get(source);
    const isNamedHere = via.some((outlet) =>
      evidence.some((passage) => hasSharedWord(outlet, textAt(ground.article.text, passage))),
    );
    const isLeftOut = isNamedHere && !via.some((outlet) => hasSharedWord(outlet, text));
    return isLeftOut && bearer !== undefined && hasSharedWord(bearer.name, text);
  });
  const [first] = hidden;
  if (first === undefined || hidden.length < here.length) return [];
  const outlets = first.via.join(' and ');
  return [{ check: 'speaker', text, reason: `it says who said this and leaves out that it came through ${outlets}` }];
}

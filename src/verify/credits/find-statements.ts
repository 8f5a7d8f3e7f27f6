import type { Attribution } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import type { Subject } from '../checks/check.ts';
import type { Ground } from '../ground.ts';
import { creditedAt, findCredited } from './find-credited.ts';
import { findQuoted } from './find-quoted.ts';

/** From this share of a claim's content words on, a statement is taken for the one that the claim reports. */
const SAME_STATEMENT = 0.6;

/** A statement that holds this share of what the best one holds may be meant as well. */
const AS_GOOD = 0.5;

/** More statements than this are not one matter; they are the article. */
const MOST_STATEMENTS = 20;

/**
 * The article's statements that a claim may mean: those that hold its quotation, or else its content words; and those
 * around and inside them. `credit`: the words of the claim that say whose they are, which are no part of what was said.
 */
export function findStatements({ text, quote }: Subject, credit: string, ground: Ground): Attribution[] {
  const place = quote === null ? null : findQuoted(quote, ground.letters);
  if (place !== null) return creditedAt(place, ground);
  const { language } = ground.article;
  const ownName = new Set(contentWords(credit, language));
  const said = contentWords(text, language).filter((stem) => !ownName.has(stem));
  const ranked = findCredited(said, ground);
  const best = ranked[0]?.share ?? 0;
  if (best < SAME_STATEMENT) return [];
  const close = ranked.filter(({ share }) => share >= best * AS_GOOD).slice(0, MOST_STATEMENTS);
  const around = close.flatMap(({ attribution: { content } }) => content.flatMap((piece) => creditedAt(piece, ground)));
  return [...new Set([...close.map(({ attribution }) => attribution), ...around])];
}

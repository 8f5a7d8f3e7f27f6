import { overlaps, textAt } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { hasSharedWord } from '../credits/may-speak-for.ts';
import noNames from '../data/no-names.json' with { type: 'json' };
import saying from '../data/saying.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import type { Subject } from './check.ts';

const VERBS = saying.join('|');
const NAME = `\\p{Lu}[\\p{L}\\p{M}’'-]{1,40}`;

/** "Holm said", "said Ida Holm"; English verbs only. Bounded, so that it runs in linear time. */
const CREDIT = new RegExp(`(${NAME}) (?:${VERBS})\\b|\\b(?:${VERBS}) ((?:${NAME} ){0,3}${NAME})`, 'gu');

/**
 * Whom a point's own words credit ("Holm said") stands in its passages, or is the source or an outlet of a statement
 * there. A claim without passages has its speaker checked instead.
 */
export function checkCredit({ text, evidence }: Subject, ground: Ground): Objection[] {
  if (evidence === null) return [];
  const { article, attributions, sources } = ground;
  const here = [...attributions.values()].filter(({ content, quotes }) =>
    [...content, ...quotes].some((piece) => evidence.some((passage) => overlaps(piece, passage))),
  );
  const names = here.flatMap(({ source, via }) => [sources.get(source)?.name ?? '', ...via]);
  const known = [...evidence.map((passage) => textAt(article.text, passage)), ...names].join('\n');
  const objections: Objection[] = [];
  for (const [words, before, after] of text.matchAll(CREDIT)) {
    const credited = before ?? after ?? '';
    if (hasNoTellingWord(credited) || hasSharedWord(credited, known)) continue;
    const whom = names.length === 0 ? 'nobody' : [...new Set(names)].join(' and ');
    objections.push({
      check: 'speaker',
      text: words,
      reason: `the passage is credited to ${whom}, not to “${credited}”`,
    });
  }
  return objections;
}

/** "He", "The minister": no name to hold against anybody. */
function hasNoTellingWord(credited: string): boolean {
  return !hasSharedWord(credited, credited) || NO_NAMES.has(credited.toLowerCase());
}

const NO_NAMES: ReadonlySet<string> = new Set(noNames);

import { textAt } from '#core/article.ts';
import type { KeyPoint } from '#core/briefing.ts';
import { findQuotations } from '#language/find-quotations.ts';
import { findQuoted } from './credits/find-quoted.ts';
import type { Ground } from './ground.ts';

/**
 * A point without its translation where that cannot be right: it holds digits that neither the point nor its passages have, or
 * words in quotation marks that are not the article's. All else in a translation is its writer's word, and shown as such.
 */
export function soundTranslation(point: KeyPoint, { article, letters }: Ground): KeyPoint {
  const { translation, ...plain } = point;
  if (typeof translation !== 'string') return plain;
  const given = [point.text, ...point.evidence.map((passage) => textAt(article.text, passage))].join(' ');
  const known = new Set(digitsIn(given));
  const quoted = findQuotations(translation, article.language).filter(({ depth, isClosed }) => depth === 0 && isClosed);
  const isSound =
    digitsIn(translation).every((digits) => known.has(digits)) &&
    quoted.every(({ inner }) => findQuoted(textAt(translation, inner), letters) !== null);
  return isSound ? point : plain;
}

/** Runs of digits, without the marks that part thousands or decimals, which differ by language. */
function digitsIn(text: string): string[] {
  return (text.match(/\d+(?:[.,\s\u00a0\u202f’']\d+)*/gu) ?? []).map((run) => run.replace(/\D/gu, ''));
}

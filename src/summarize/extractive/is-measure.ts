import type { Figure } from '#language/find-figures.ts';

/** Dates, times and ranks name things more often than they measure them. */
export function isMeasure({ kind }: Pick<Figure, 'kind'>): boolean {
  switch (kind) {
    case 'number':
    case 'money':
    case 'percent':
    case 'duration':
      return true;
    case 'date':
    case 'time':
    case 'ordinal':
      return false;
    default:
      return kind satisfies never;
  }
}

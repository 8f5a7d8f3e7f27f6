import type { Span } from '#core/article.ts';

export type FigureKind = 'number' | 'money' | 'percent' | 'date' | 'time' | 'duration' | 'ordinal';

/**
 * A figure in a text. `value` is normalised ("£31m" and "31 million pounds" are both 31000000 GBP); `unit` is a currency
 * code, "percent", "percentage point", "basis point", a unit of time, or for dates the canonical form ("2026-05-26",
 * "--05-26", "--05", "weekday 1"); null where there is none.
 */
export type Figure = {
  readonly span: Span;
  readonly kind: FigureKind;
  readonly value: number | null;
  readonly unit: string | null;
  readonly text: string;
};

import type { Token } from './token.ts';

/** What a few words of a schedule say. */
export type Part =
  | { readonly kind: 'days'; readonly days: readonly number[] }
  | { readonly kind: 'except'; readonly days: readonly number[] }
  | TimePart
  /** `isDaily`: "mornings" says every day, "in the morning" does not. */
  | { readonly kind: 'daypart'; readonly name: string; readonly isDaily: boolean }
  /** More than one zone: the name alone does not tell which. */
  | { readonly kind: 'zone'; readonly zones: readonly string[]; readonly written: string }
  /** Adds nothing to a weekly schedule ("weekly", "please"). */
  | { readonly kind: 'nothing' }
  /** Understood, and impossible ("25:00"). */
  | { readonly kind: 'wrong'; readonly why: string }
  | { readonly kind: 'unknown'; readonly start: number; readonly end: number };

/** `isExact`: no "in the evening" can shift it by twelve hours ("18:00", "08:00", "8 am"). */
export type TimePart = {
  readonly kind: 'time';
  readonly hour: number;
  readonly minute: number;
  readonly isExact: boolean;
  readonly written: string;
};

/** A part, and the place of the first word after it. */
export type Reading = { readonly part: Part; readonly next: number };

/** Reads the part that begins exactly at a word, or null. */
export type Reader = (tokens: readonly Token[], at: number) => Reading | null;

import { Problem } from '#core/problem.ts';

/**
 * How long a model may take for all of its drafting and mending, in ms. A reader waits half a minute gladly and a minute at most; the
 * rest is for reading the page, and for doing it without the model.
 */
export const WRITE_WITHIN_MS = 45_000;

/**
 * Why a model did not write, in a few words, where the article's own words can stand in for it.
 * @throws the error where they cannot: the reader has gone, asked for something that there is not, or asked for the model by name,
 * and it does not answer.
 */
export function whyNot(error: unknown, signal: AbortSignal | undefined, isExplicit: boolean): string {
  if (!(error instanceof Problem) || signal?.aborted === true) throw error;
  if (error.code === 'NOTHING_VERIFIED') return error.message;
  if (error.code === 'SERVICE_UNAVAILABLE' && !isExplicit) return error.message;
  throw error;
}

import { findDisagreements } from '#summarize/extractive/disagreements/find-disagreements.ts';
import type { DifferenceModel } from '#summarize/extractive/disagreements/learned/chance-of-difference.ts';
import { listPairs } from '#summarize/extractive/disagreements/list-pairs.ts';
import { readPassages } from '#summarize/extractive/read-passages.ts';
import { type Said, saidIn } from './said-in.ts';

const REST =
  'The bridge over the Lenne carries the road to the mill. Cars use it all day. The town lies on both banks.';

/** The disagreements that rules alone find in an article that holds `text` and a paragraph after it, with these statements in it. */
export function differencesIn(text: string, statements: readonly Said[], model: DifferenceModel | null = null) {
  const { article, testimony } = saidIn(`${text}\n\n${REST}`, statements);
  const passages = readPassages(article, testimony);
  return findDisagreements(listPairs(article, testimony, passages), article, passages, model);
}

import { findDisagreements } from '#summarize/extractive/disagreements/find-disagreements.ts';
import { readPassages } from '#summarize/extractive/read-passages.ts';
import { type Said, saidIn } from './said-in.ts';

const REST =
  'The bridge over the Lenne carries the road to the mill. Cars use it all day. The town lies on both banks.';

/** The disagreements of an article that holds `text` and a paragraph after it, with these statements in it. */
export function differencesIn(text: string, statements: readonly Said[]) {
  const { article, testimony } = saidIn(`${text}\n\n${REST}`, statements);
  return findDisagreements(article, testimony, readPassages(article, testimony));
}

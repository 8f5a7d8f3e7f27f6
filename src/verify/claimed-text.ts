import type { Article } from '#core/article.ts';
import gaps from './data/gaps.json' with { type: 'json' };
import linkLines from './data/link-lines.json' with { type: 'json' };
import { sentencesOf } from './sentences-of.ts';
import { recase } from './words/recase.ts';
import { wordsOf } from './words/words-of.ts';

const LINK_LINE = new RegExp(`^(?:${linkLines.join('|')})(?![\\p{L}])`, 'iu');

const GAPS: ReadonlySet<string> = new Set(gaps);

/** What a text claims: without "Click here for all the latest news", and with the capitals that the article gives its words. */
export function claimedText(text: string, article: Article): string {
  const raised = recase(text, article);
  const sentences = sentencesOf(raised, article.language);
  const told = sentences.filter((sentence) => !LINK_LINE.test(sentence));
  return told.length === 0 || told.length === sentences.length ? raised : told.join(' ');
}

/** Whether a text has a mark in the place of a word that whatever wrote it did not know: nobody can say that all of it is borne. */
export function hasGap(text: string): boolean {
  return wordsOf(text).some((word) => GAPS.has(word));
}

/** Whether a word is such a mark; it names nobody. */
export function isGap(word: string): boolean {
  return GAPS.has(word);
}

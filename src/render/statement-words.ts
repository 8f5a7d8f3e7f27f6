import { type Article, overlaps } from '#core/article.ts';
import type { Attribution } from '#core/testimony.ts';
import { lineAt, wholeLineAt } from './line-at.ts';

/** Fewer words than this ("it", "to comment", "as recently as March") say little outside their sentence. */
const FEWEST_WORDS = 6;

/** What a statement says, as the article has it: a quotation in its marks; of a fragment the whole sentence, where that is kept. */
export function statementWords({ content, form }: Attribution, article: Article): string {
  const words = content
    .map((span) => lineAt(article.text, span))
    .join(' … ')
    .trim();
  // A quotation ends before the mark that the article's own sentence puts there.
  if (form === 'direct') return `“${words.replace(/[,;]$/, '')}”`;
  const [first] = content;
  if (first === undefined || words.split(' ').length >= FEWEST_WORDS) return words;
  const sentence = article.sentences.find((span) => overlaps(span, first));
  return (sentence === undefined ? null : wholeLineAt(article.text, sentence)) ?? words;
}

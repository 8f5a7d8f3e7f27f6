import type { Article } from '#core/article.ts';
import { Problem } from '#core/problem.ts';
import { bylineIn } from './byline-in.ts';
import { isFurniture } from './is-furniture.ts';
import { breaksOff, judgeCompleteness } from './judge-completeness.ts';
import { MOST_CHARACTERS, makeArticle, tooLong } from './make-article.ts';

/** Headlines are shorter; a first line that is longer is a lead. */
const LONGEST_TITLE = 160;
/** How many paragraphs from the top a byline may stand, and from the end the notice where a teaser ends. */
const FRAME = 3;

/**
 * Plain text to an Article. Paragraphs are parted by blank lines, or stand one on a line; hard-wrapped lines are joined.
 * Without a `title`, a first line that plainly is a headline becomes the title and leaves the text.
 * @throws Problem `NOT_AN_ARTICLE` (no text), `TOO_LARGE`.
 */
export function readText(text: string, options: { url?: string; title?: string } = {}): Article {
  if (text.length > MOST_CHARACTERS) throw tooLong();
  const all = splitBlocks(normaliseLines(text));
  const [first = '', ...others] = all;
  const title = options.title ?? (isHeadline(first, others) ? first : '');
  const body = title !== '' && first === title.trim() ? others : all;
  const paragraphs = body.filter(
    (paragraph, i) =>
      !isFurniture(paragraph) &&
      !(i < FRAME && bylineIn(paragraph).length > 0) &&
      !(i >= body.length - FRAME && breaksOff(paragraph)),
  );
  if (!paragraphs.some((paragraph) => /[\p{L}\p{N}]/u.test(paragraph)))
    throw new Problem('NOT_AN_ARTICLE', 'there is no text in it');
  return makeArticle({
    url: options.url ?? null,
    title: title.trim(),
    outlet: null,
    authors: body.slice(0, FRAME).flatMap(bylineIn),
    publishedAt: null,
    declaredLanguage: null,
    completeness: judgeCompleteness(body),
    paragraphs,
  });
}

/** One kind of line end, no lone surrogates, no invisible marks that a copy brought along. */
function normaliseLines(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t\f\v])\p{Cc}|\ufeff/gu, '')
    .replace(/^[ \t\f\v\u00a0]+$/gm, '');
}

function splitBlocks(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .flatMap(splitLines)
    .map((block) => block.trim())
    .filter((block) => block !== '');
}

/** Lines of print are 50 to 100 characters wide; those of a block that was wrapped are nearly all alike. */
const NARROWEST_WRAP = 40;
const WIDEST_WRAP = 110;

/** The paragraphs of one block: its lines joined where they were wrapped, else one a line. */
function splitLines(block: string): string[] {
  const lines = block.split('\n');
  if (lines.length === 1) return lines;
  const inner = lines.slice(0, -1);
  const isWrapped =
    inner.every((line) => line.length >= NARROWEST_WRAP && line.length <= WIDEST_WRAP) &&
    inner.some((line) => !/[.!?…"”’:]\s*$/.test(line));
  return isWrapped ? [lines.map((line) => line.trim()).join(' ')] : lines;
}

function isHeadline(first: string, others: readonly string[]): boolean {
  const [second = ''] = others.filter((paragraph) => !isFurniture(paragraph));
  return (
    first !== '' &&
    first.length <= LONGEST_TITLE &&
    bylineIn(first).length === 0 &&
    !/[.!…;:,"”»]$/.test(first) &&
    second.length > first.length / 2 &&
    /[.!?。…"”’]$/.test(second)
  );
}

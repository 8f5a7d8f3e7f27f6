import type { Article } from '#core/article.ts';
import type { Passage } from '../read-passages.ts';

/** UTF-16 units: a headline that fits a channel's first line on a telephone. */
const LONGEST_HEADLINE = 100;

/** UTF-16 units: a first line that is a title may run on a little; beyond that it is a paragraph. */
const LONGEST_FIRST_LINE = 160;

/** Shorter titles are a site's or a section's name. */
const SHORTEST_TITLE = 8;

/** Words that sites put before a title and that say nothing about the matter. */
const LABELS =
  /^(?:live(?: updates)?|breaking(?: news)?|watch|exclusive|updated?|video|opinion|analysis)\s?[:|–—-]\s?/iu;

/** What parts a title from the name of the site behind it. */
const PARTS = / [|·•–—-] /u;

/** A text that begins with one of these and a comma later on names its subject only after the comma. */
const LEAD_IN =
  /^(?:after|although|amid|as|at|before|by|despite|during|for|following|from|if|in|on|since|to|under|when|while|with)\b/iu;

/**
 * The article's title without the site's name and labels; where it has none, the heading that its text begins with; and
 * else its best sentence, cut at a clause to fit one line.
 */
export function writeHeadline(article: Article, passages: readonly Passage[], best: string): string {
  const title = cleanTitle(article.title, article.outlet);
  if (title.length >= SHORTEST_TITLE) return title;
  const [first] = passages;
  const isHeading = first !== undefined && passages.length > 1 && !first.isProse;
  if (isHeading && first.text.length >= SHORTEST_TITLE && first.text.length <= LONGEST_FIRST_LINE) {
    return withoutFullStop(cleanTitle(first.text, article.outlet));
  }
  const line = best.replace(/\s+/gu, ' ').trim();
  return line === '' ? title : withoutFullStop(cutAtBorder(line));
}

function cleanTitle(title: string, outlet: string | null): string {
  const line = title.replace(/\s+/gu, ' ').trim().replace(LABELS, '');
  const last = line.split(PARTS).at(-1) ?? '';
  const before = line.slice(0, line.length - last.length).trimEnd();
  const shorter = before.slice(0, -1).trimEnd();
  const isSite = before.endsWith('|') || (outlet !== null && sameName(last, outlet));
  return isSite && shorter.length >= SHORTEST_TITLE ? shorter : line;
}

function sameName(a: string, b: string): boolean {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/^the /u, '')
      .replace(/[^\p{L}\p{N}]/gu, '');
  return plain(a) === plain(b);
}

/** At the last comma, semicolon, colon or dash that leaves half of the room used, else at a word. */
function cutAtBorder(line: string): string {
  if (line.length <= LONGEST_HEADLINE) return line;
  const room = line.slice(0, LONGEST_HEADLINE);
  const borders = [...room.matchAll(/[,;:] | [–—-] /gu)].map(({ index }) => index);
  const border = borders.findLast((index) => index >= LONGEST_HEADLINE / 2);
  if (border !== undefined && !LEAD_IN.test(room) && isBalanced(room.slice(0, border))) return room.slice(0, border);
  const word = room.lastIndexOf(' ', LONGEST_HEADLINE - 1);
  return `${room.slice(0, word > 0 ? word : LONGEST_HEADLINE - 1).toWellFormed()}…`;
}

/** No quotation or bracket is left open. */
function isBalanced(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1;
  return count('“') === count('”') && count('(') === count(')') && count('"') % 2 === 0;
}

function withoutFullStop(line: string): string {
  return line.endsWith('.') && !line.endsWith('..') ? line.slice(0, -1) : line;
}

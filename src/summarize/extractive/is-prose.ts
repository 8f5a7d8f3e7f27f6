import type { Article, Span } from '#core/article.ts';
import { textAt } from '#core/article.ts';
import { isOrder } from '#language/is-order.ts';
import { phrasePattern } from '#language/phrase-pattern.ts';
import furniture from './data/furniture-phrases.json' with { type: 'json' };

/** What closes a sentence, in the scripts that have such a mark; brackets and quotation marks may follow. */
const TERMINAL = /[.!?…。！？؟।։።][)\]"”’»“«」』']*$/u;

/** A question of so few words that fills a paragraph is a heading. */
const HEADING_WORDS = 8;

/** Fewer characters are a list mark, a dateline or a lone initial. */
const SHORTEST_PROSE = 8;

/** Whether a sentence is told to the reader: no heading, list mark, table, title, furniture of the page, question, letter or order to a program. */
export function isProse(
  line: string,
  sentence: Span,
  { text, language }: Article,
  paragraph: Span | undefined,
): boolean {
  if (line.length < SHORTEST_PROSE || isFurniture(line.toLowerCase()) || isOrder(line) || isTable(line)) return false;
  if (isAlone(sentence, paragraph) && isHeading(line)) return false;
  if (isAsked(text, paragraph) || isSigned(text, paragraph)) return false;
  return !(language.startsWith('en') && isTitle(text, paragraph));
}

/** Whether what fills a paragraph is a heading: without the mark that closes a sentence, or a short question. */
function isHeading(line: string): boolean {
  return !TERMINAL.test(line) || (line.endsWith('?') && line.split(' ').length <= HEADING_WORDS);
}

/** An interviewer's question, whatever it claims, is nobody's statement. */
function isAsked(text: string, paragraph: Span | undefined): boolean {
  return paragraph !== undefined && QUESTION.test(text.slice(paragraph.start, paragraph.end));
}

const QUESTION = new RegExp(`^(?:${furniture.questions.join('|')})\\s?[:.]\\s`, 'u');

/** "I love the wall clock. – Ana Ruiz, harbour chief, Norvik": whoever signed it says so, and neither the article nor its author. */
function isSigned(text: string, paragraph: Span | undefined): boolean {
  if (paragraph === undefined || /^["“‘«„]/u.test(text.charAt(paragraph.start))) return false;
  return SIGNATURE.test(text.slice(Math.max(paragraph.start, paragraph.end - SIGNATURE_REACH), paragraph.end));
}

const SIGNATURE = /[.!?…] ?[–—-] ?\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}, [^.!?]{2,100}$/u;

/** UTF-16 units. */
const SIGNATURE_REACH = 160;

function isAlone(sentence: Span, paragraph: Span | undefined): boolean {
  return paragraph !== undefined && sentence.start <= paragraph.start && paragraph.end <= sentence.end;
}

/**
 * What the reader of the page left: an order to the reader at the beginning ("Subscribe to …"), or a phrase that no report
 * holds. A firm that loses subscribers is news.
 */
function isFurniture(lower: string): boolean {
  if (furniture.anywhere.some((phrase) => lower.includes(phrase))) return true;
  return furniture.opens.some((phrase) => lower.startsWith(phrase) && !/^\p{L}/u.test(lower.slice(phrase.length)));
}

/** "<tweet id=…", "Scroll down for video", and a table's row: "Ana Ruiz (Spain) Norvik 1:35.782 2." */
function isTable(line: string): boolean {
  if (/^<\/?[a-z]/iu.test(line) || LINES.test(line)) return true;
  const words = line.match(/[\p{L}\p{N}][^\s]*/gu) ?? [];
  const figures = words.filter((word) => /^\p{N}/u.test(word)).length;
  return figures >= 2 && words.length >= TABLE_WORDS && !words.some((word) => /^\p{Ll}{2}/u.test(word));
}

const LINES = phrasePattern('all', furniture.lines);
const TABLE_WORDS = 4;

/** "Mayor Hears About Toll Plan, Launches Four-Word Warning To the Council.": a headline that ends in a full stop. */
function isTitle(text: string, paragraph: Span | undefined): boolean {
  if (paragraph === undefined || paragraph.end - paragraph.start > LONGEST_TITLE) return false;
  const words = textAt(text, paragraph).match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  const long = words.filter((word) => word.length >= LONG_WORD);
  return words.length >= TITLE_WORDS && long.length >= 3 && long.every((word) => /^\p{Lu}/u.test(word));
}

/** A heading's shorter words ("of", "with", "the") may stand small. */
const LONG_WORD = 5;
const TITLE_WORDS = 5;
/** UTF-16 units. */
const LONGEST_TITLE = 200;

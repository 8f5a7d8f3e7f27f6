import data from './data/author-notes.json' with { type: 'json' };

const TRADES = new RegExp(`\\b(?:${data.trades.join('|')})\\b`, 'iu');
const VERBS = new RegExp(`^(?:['’]s|\\s(?:${data.verbs.join('|')}))\\b`, 'iu');
/** UTF-16 units: a note is a paragraph, and names the trade at its beginning. */
const LONGEST = 1_200;
const REACH = 240;
/** A shorter word is no name to go by. */
const SHORTEST_NAME = 3;

/** "Lena Orr is a reporter who covers …": the note about who wrote the article, which is no part of it. Names as the page gives them. */
export function isAboutAuthor(paragraph: string, authors: readonly string[]): boolean {
  if (paragraph.length > LONGEST || !TRADES.test(paragraph.slice(0, REACH))) return false;
  return authors
    .flatMap((author) => [author, ...author.split(/\s+/u)])
    .filter((name) => name.length >= SHORTEST_NAME && /^\p{Lu}/u.test(name) && paragraph.startsWith(name))
    .some((name) => VERBS.test(paragraph.slice(name.length)));
}

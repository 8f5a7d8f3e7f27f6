import { decodeHTML } from 'entities';
import type { Article } from '#core/article.ts';
import { Problem } from '#core/problem.ts';
import { bylineIn } from './byline-in.ts';
import { decode } from './decode.ts';
import { type DomDocument, parseDocument } from './dom.ts';
import { extractArticle, lengthOf, MOST_ELEMENTS } from './extract-article.ts';
import { isAboutAuthor } from './is-about-author.ts';
import { isFurniture } from './is-furniture.ts';
import { readJsonLd } from './json-ld.ts';
import { breaksOff } from './judge-completeness.ts';
import { judgePage, readSigns } from './judge-page.ts';
import { makeArticle } from './make-article.ts';
import { plainLine } from './one-line.ts';
import { splitNames } from './page-authors.ts';
import { type PageBlock, walk } from './page-blocks.ts';
import { type PageMetadata, readMetadata } from './page-metadata.ts';
import { withinTime } from './within-time.ts';

/** The largest article page that we have met has 1.4 million characters, most of them scripts; twice that is left. */
const MOST_CHARACTERS = 3_000_000;
/** Pages of the web's standard depth stay under 100; linkedom and Readability grow slow far beyond. */
const DEEPEST = 400;
/** An article's page takes some 30 ms; a hostile one must not hold the process. */
const TIME_LIMIT_MS = 3_000;

/**
 * A page's HTML to its Article. Bytes are decoded by header, meta or form. `url` resolves nothing and is fetched by
 * nobody: it becomes the article's address and tells outlet and date where the page does not.
 * @throws Problem `NOT_AN_ARTICLE`, `PAYWALLED`, `FORBIDDEN` (bot wall), `NOT_FOUND` (an error page), `TOO_LARGE`,
 * `TOO_SLOW`, `UNDECODABLE`.
 */
export function readHtml(html: string | Uint8Array, options: { url: string; contentType?: string }): Article {
  return readPage(html, { url: options.url === '' ? null : options.url, contentType: options.contentType ?? null });
}

/** `readHtml` for pages whose address may be unknown: a file's, for which the page's own canonical address is taken. */
export function readPage(
  html: string | Uint8Array,
  page: { readonly url: string | null; readonly contentType: string | null },
): Article {
  if (html.length > MOST_CHARACTERS)
    throw new Problem('TOO_LARGE', `the page has more than ${MOST_CHARACTERS / 1e6} million characters`);
  const text = typeof html === 'string' ? html.toWellFormed() : decode(html, page.contentType, true);
  if (text.trim() === '') throw new Problem('NOT_AN_ARTICLE', 'the page is empty');
  refuseTagFlood(text);
  return withinTime(() => readDocument(text, page.url), TIME_LIMIT_MS, 'taking the page apart');
}

function readDocument(html: string, givenUrl: string | null): Article {
  const document = parseDocument(html);
  refuseDeepNesting(document);
  const url = givenUrl ?? canonicalOf(document);
  const metadata = readMetadata(document, readJsonLd(document), url);
  const signs = readSigns(document);
  const { blocks, byline, isIndex } = extractArticle(document, html, url);
  const chosen = chooseBody(blocks, metadata);
  if (isIndex && chosen === blocks)
    throw new Problem('NOT_AN_ARTICLE', 'the page is a list of headlines and teasers of other pages');
  const completeness = judgePage(chosen, signs, metadata);
  const printed = chosen.slice(0, FRAME).flatMap(({ text }) => bylineIn(text));
  const authors = [metadata.authors, bylineNames(byline), printed].find((names) => names.length > 0) ?? [];
  const isCut = chosen !== blocks && metadata.linkedBody.trim().endsWith('…');
  return makeArticle({
    url,
    title: metadata.title,
    outlet: metadata.outlet,
    authors,
    publishedAt: metadata.publishedAt,
    declaredLanguage: metadata.language,
    completeness: isCut ? 'partial' : completeness,
    paragraphs: withoutFrame(chosen, metadata.title, authors),
  });
}

function bylineNames(byline: string | null): string[] {
  return byline === null ? [] : splitNames(byline);
}

/** A DOM text with less than this share of the linked body missed the article. */
const MISSED_SHARE = 0.4;
const LEAST_LINKED_BODY = 400;

/** The page's text, or, where that missed the article, the body in its linked data; that one is often a teaser, so never first. */
function chooseBody(blocks: readonly PageBlock[], { linkedBody }: PageMetadata): readonly PageBlock[] {
  if (linkedBody.length < LEAST_LINKED_BODY || lengthOf(blocks) >= MISSED_SHARE * linkedBody.length) return blocks;
  return decodeHTML(linkedBody)
    .replace(/<[^<>]{0,500}>/g, ' ')
    .split(/\n+/)
    .map((line) => ({ text: line.replace(/\s+/g, ' ').trim(), tag: 'p', linked: 0, leadsTo: null }))
    .filter(({ text }) => text !== '' && !isFurniture(text));
}

/** How many paragraphs from either end the title, a byline and a note about the author may stand. */
const FRAME = 3;

/**
 * The paragraphs without what frames them: the title said again and the byline at the top, a note about the author at either end, the
 * notice where a teaser ends.
 */
function withoutFrame(blocks: readonly PageBlock[], title: string, authors: readonly string[]): string[] {
  const plainTitle = plainLine(title);
  const paragraphs = blocks
    .filter(({ text }, i) => !(i < FRAME && plainTitle !== '' && plainLine(text) === plainTitle))
    .map(({ text }) => text)
    .filter((text, i) => !(i < FRAME && bylineIn(text).length > 0));
  const isAtEnd = (i: number) => i >= paragraphs.length - FRAME;
  return paragraphs.filter(
    (text, i) => !(isAtEnd(i) && breaksOff(text)) && !((i < FRAME || isAtEnd(i)) && isAboutAuthor(text, authors)),
  );
}

/** Start tags, end tags, comments and brackets in scripts together; the parser makes text or elements of each. */
const MOST_BRACKETS = 4 * MOST_ELEMENTS;

/** Counts tags without building anything of them. */
function refuseTagFlood(html: string): void {
  let tags = 0;
  let brackets = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (++brackets > MOST_BRACKETS)
      throw new Problem('TOO_LARGE', `the page has more than ${MOST_BRACKETS} opening brackets`);
    if (/[a-z]/i.test(html.charAt(at + 1)) && ++tags > MOST_ELEMENTS)
      throw new Problem('TOO_LARGE', `the page has more than ${MOST_ELEMENTS} elements`);
  }
}

function refuseDeepNesting(document: DomDocument): void {
  let depth = 0;
  walk(
    // linkedom's doctype has no sibling: a walk from the document would end with it.
    document.documentElement ?? document,
    () => {
      if (++depth > DEEPEST) throw new Problem('TOO_LARGE', `the page is nested more than ${DEEPEST} deep`);
      return true;
    },
    () => {
      depth--;
    },
  );
}

function canonicalOf(document: DomDocument): string | null {
  const given =
    document.querySelector('link[rel=canonical]')?.getAttribute('href') ??
    document.querySelector('meta[property="og:url"]')?.getAttribute('content') ??
    '';
  return /^https?:\/\//i.test(given) && URL.canParse(given) ? new URL(given).href : null;
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readHtml } from '#index.ts';
import { loadGold } from '../../bench/load-gold.ts';
import { parseGold } from '../../bench/parse-gold.ts';
import { placeGold } from '../../bench/score-testimony.ts';

const articles = loadGold();
const unread = loadGold('articles-unread');
const others = loadGold('articles-other');
const named = [...articles, ...unread].map((gold) => [gold.slug, gold] as const);
const everyNamed = [...articles, ...unread, ...others].map((gold) => [gold.slug, gold] as const);

/** Characters that open or close a quotation; a straight or curly single one inside a word is an apostrophe. */
const MARK = /["“”‘„‚«»]|(?<![\p{L}\p{N}])['’]|['’](?![\p{L}\p{N}])/u;

/** What stands before a quotation's first letter, by language, as a pattern. */
const OPENING: Readonly<Record<string, string>> = {
  de: '[„‚»«]',
  en: '["“‘]',
  es: '[«“»]',
  fr: '«[\u00a0\u202f]',
  it: '[«“"]',
  nl: '[‘“"]',
  pt: '(?:[«“]|— )',
  da: '(?:[»”"]|– )',
  nb: '(?:«|– )',
  sv: '(?:[»”]|– )',
};
/** Where a cue breaks a quotation within its marks, or behind a dash that nothing closes: what follows it has no mark of its own. */
const UNCLOSED: ReadonlySet<string> = new Set(['fr', 'sv', 'da', 'nb']);

/** An interview in print: a speaker's turn stands behind the name and a colon, without marks. */
const TURN = /\n\n\p{Lu}\p{L}+: $/u;

const opens = (language: string, then: string): RegExp => new RegExp(`${OPENING[language] ?? ''}${then}`, 'u');

test('there are two dozen articles and more, each in a file of its name, and none of them is learned from', () => {
  expect(articles.length).toBeGreaterThanOrEqual(24);
  const files = readdirSync(path.join(import.meta.dirname, '../../bench/articles'));
  expect(articles.map(({ slug }) => `${slug}.json`)).toEqual(files.toSorted());
  const learned = readdirSync(path.join(import.meta.dirname, '../../corpus'));
  expect(files.filter((file) => learned.includes(file))).toEqual([]);
});

test('a dozen articles are unread: in English, none of them among those that were read or that are learned from', () => {
  expect(unread.length).toBeGreaterThanOrEqual(12);
  const files = readdirSync(path.join(import.meta.dirname, '../../bench/articles-unread'));
  expect(unread.map(({ slug }) => `${slug}.json`)).toEqual(files.toSorted());
  const learned = readdirSync(path.join(import.meta.dirname, '../../corpus'));
  const texts = new Set(articles.map(({ text }) => text));
  const known = unread.filter(
    ({ slug, text }) =>
      texts.has(text) || articles.some((read) => read.slug === slug) || learned.includes(`${slug}.json`),
  );
  expect(known).toEqual([]);
  expect(unread.filter(({ language }) => language !== 'en')).toEqual([]);
});

test('other languages have seven articles each, the Nordic ones some, with no claims yet', () => {
  const files = readdirSync(path.join(import.meta.dirname, '../../bench/articles-other'));
  expect(others.map(({ slug }) => `${slug}.json`)).toEqual(files.toSorted());
  expect(others.filter(({ slug, language }) => !slug.startsWith(`${language}-`))).toEqual([]);
  const counts = [...Map.groupBy(others, ({ language }) => language)].map(([language, { length }]) => [
    language,
    length,
  ]);
  const seven = ['de', 'es', 'fr', 'it', 'nl', 'pt'].map((language) => [language, 7]);
  expect(counts).toEqual([['da', 7], ...seven.slice(0, 4), ['nb', 3], ...seven.slice(4), ['sv', 7]]);
  expect(articles.filter(({ language }) => language !== 'en')).toEqual([]);
});

test.each(named)('%s: claims are of both sorts, and a faithful one quotes what stands there', (_, { claims, text }) => {
  expect(claims.filter(({ faithful, kind }) => faithful !== (kind === 'faithful'))).toEqual([]);
  expect(claims.filter(({ faithful }) => faithful).length).toBeGreaterThanOrEqual(4);
  expect(claims.filter(({ faithful }) => !faithful).length).toBeGreaterThanOrEqual(4);
  expect(claims.filter(({ faithful, quote }) => faithful && quote !== null && !text.includes(quote))).toEqual([]);
});

test.each(everyNamed)('%s: every marked piece stands in the text', (_, gold) => {
  const pieces = [
    ...gold.attributions.flatMap(({ content }) => content),
    ...gold.notQuotes,
    ...gold.keySentences,
    ...gold.questions.flatMap(({ evidence }) => evidence),
  ];
  expect(pieces.filter((piece) => !gold.text.includes(piece))).toEqual([]);
  expect(gold.attributions.filter(({ content }) => content.length === 0)).toEqual([]);
  for (const { gold: marked, content } of placeGold(gold, gold.text)) {
    const inOrder = content.map(({ start }) => start).toSorted((a, b) => a - b);
    expect([marked.content, content.map(({ start }) => start)]).toEqual([marked.content, inOrder]);
  }
});

test.each(everyNamed)('%s: sides, speakers and questions fit together', (_, gold) => {
  const indexes = gold.disagreements.flatMap(({ sides }) => sides.flat());
  expect(indexes.filter((index) => gold.attributions[index] === undefined)).toEqual([]);
  expect(gold.disagreements.filter(({ sides }) => sides.length < 2)).toEqual([]);
  expect(gold.questions.filter(({ answerable, evidence }) => answerable !== evidence.length > 0)).toEqual([]);
  expect(gold.keySentences.length).toBeGreaterThanOrEqual(gold.language === 'en' ? 5 : 3);
  expect(gold.keySentences.length).toBeLessThanOrEqual(8);
  for (const { speaker, kind, named: isNamed } of gold.attributions) {
    expect(speaker === 'unstated').toBe(kind === 'unstated');
    if (kind === 'unstated') expect(isNamed).toBe(false);
  }
});

test.each(everyNamed)('%s: forms agree with the quotation marks', (_, gold) => {
  for (const { gold: marked, content } of placeGold(gold, gold.text)) {
    const isBehindMark = (start: number): boolean =>
      opens(gold.language, '$').test(gold.text.slice(Math.max(0, start - 2), start)) ||
      TURN.test(gold.text.slice(0, start)) ||
      // "I heard him say, 'I am here'": straight marks inside straight ones.
      /\s'$/.test(gold.text.slice(0, start));
    if (marked.form === 'direct') {
      const behind = UNCLOSED.has(gold.language) ? content.slice(0, 1) : content;
      expect([marked.content, behind.every(({ start }) => isBehindMark(start))]).toEqual([marked.content, true]);
    } else if (marked.form === 'mixed') {
      expect([marked.content, marked.content.some((piece) => MARK.test(piece))]).toEqual([marked.content, true]);
    } else {
      // Marks inside indirect words belong to a term, never to the source.
      const rest = gold.notQuotes.reduce((left, term) => left.replaceAll(term, ''), marked.content.join(' '));
      expect([marked.content, opens(gold.language, '\\p{L}').test(rest)]).toEqual([marked.content, false]);
    }
  }
});

test('the example page reads as the article that is marked', () => {
  const gold = articles.find(({ slug }) => slug === 'harbour-bridge');
  const page = readFileSync(path.join(import.meta.dirname, '../../examples/harbour-bridge.html'));
  const article = readHtml(page, { url: 'https://www.calderledger.example/news/harbour-bridge' });
  expect(article.text).toBe(gold?.text);
  expect(article.title).toBe(gold?.title);
  expect(article.outlet).toBe(gold?.outlet);
});

test('a broken mark is refused with the article and the field in the message', () => {
  const [gold] = articles;
  const broken = { ...gold, attributions: [{ ...gold?.attributions[0], kind: 'animal' }] };
  expect(() => parseGold(broken, 'x.json')).toThrow(/x\.json: the field attributions\[0\]\.kind must be one of/);
  expect(() => parseGold(null, 'y.json')).toThrow(/y\.json: the field slug/);
});

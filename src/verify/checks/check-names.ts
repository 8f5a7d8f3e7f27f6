import { contains, type Span } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { contentWords } from '#language/content-words.ts';
import { findNames, type Name } from '#language/find-names.ts';
import { readTokens, type Token } from '#language/read-tokens.ts';
import { splitSentences } from '#language/split-sentences.ts';
import { isGap } from '../claimed-text.ts';
import retelling from '../data/retelling.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { figuresOf } from '../words/figures-of.ts';
import { spelledOut } from '../words/spelled-out.ts';
import { unknownWords } from '../words/unknown-words.ts';
import { wordsOf } from '../words/words-of.ts';
import type { Subject } from './check.ts';

/** Every word of a name stands in the article, its title, or among its outlet and authors (`unknown-words.ts` has the rule). */
export function checkNames({ text, evidence }: Subject, ground: Ground): Objection[] {
  const { language } = ground.article;
  if (language.startsWith('en') && areCapitalsKnown(text, ground)) return [];
  const tokens = readTokens(text, splitSentences(text, language), language);
  const objections: Objection[] = [];
  const seen = new Set<string>();
  const spelled = spelledOut(text, ground);
  // A weekday or a month is a matter for the figures.
  const dates = figuresOf(text, language).filter(({ kind }) => kind === 'date');
  for (const name of findNames(text, tokens, language)) {
    if (seen.has(name.text) || dates.some(({ span }) => contains(span, name.span))) continue;
    seen.add(name.text);
    const unknown = unknownWords(wholeWords(name.span, text), ground).filter(
      (word) => !isGap(word) && !spelled.has(word),
    );
    if (unknown.length === 0 || isOrdinaryOpener(name, unknown, tokens)) continue;
    if (evidence !== null && language.startsWith('de') && isCommonNoun(name, text)) continue;
    const words = unknown.map((word) => `“${word}”`).join(' and ');
    const reason = `the name “${name.text}” is not in the article, which does not have ${words}`;
    objections.push({ check: 'names', text: name.text, reason });
  }
  return objections;
}

/** Between two capitals of one name stand at most so many small words: "Bank of the North". */
const MOST_BETWEEN = 3;

/**
 * Whether the article has every word that could be part of a name: those with a capital or a digit, and small ones
 * between them. Most claims need no closer look then, and finding names takes longer than all else.
 */
function areCapitalsKnown(text: string, ground: Ground): boolean {
  const chunks = text.split(/\s+/u);
  const isBig = chunks.map((chunk) => /[\p{Lu}\p{Lt}\p{N}]/u.test(chunk));
  return chunks.every((chunk, at) => {
    const isBetween =
      isBig.slice(Math.max(0, at - MOST_BETWEEN), at).includes(true) &&
      isBig.slice(at + 1, at + 1 + MOST_BETWEEN).includes(true);
    if (!isBig[at] && !isBetween) return true;
    return wordsOf(chunk).every((word) => unknownWords(word, ground).length === 0);
  });
}

/** A tokeniser may cut a word: "Wo" of "Won’t", "MW" of "92MW". */
function wholeWords({ start, end }: Span, text: string): string {
  const rest = WORD_REST.exec(text.slice(end, end + LONGEST_REST))?.[0] ?? '';
  const head = WORD_HEAD.exec(text.slice(Math.max(0, start - LONGEST_REST), start))?.[0] ?? '';
  return head + text.slice(start, end) + rest;
}

const WORD_HEAD = /[\p{L}\p{M}\p{N}]*$/u;
const WORD_REST = /^[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)?/u;

/** UTF-16 units that a word may go on at either end of a name that was cut from it. */
const LONGEST_REST = 40;

/** A word that may be no name but for the capital that opens a sentence: "Campaigners say", "Columnist Ida Holm". */
function isOrdinaryOpener(name: Name, unknown: readonly string[], tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ start }) => start === name.span.start);
  const opener = tokens[at];
  const before = tokens.slice(0, Math.max(0, at)).findLast(({ tag }) => tag !== 'PUNCT');
  if (opener === undefined || before?.sentence === opener.sentence) return false;
  if (unknown.length !== 1 || unknown[0] !== opener.lower) return false;
  const rest = wordsOf(name.text).length - 1;
  return rest === 0 ? PLURAL.test(opener.lower) : rest > 1;
}

/** Ends as plurals of ordinary words do; few surnames and hardly any first names do. */
const PLURAL = /[^suia]s$/u;

const ARTICLES = new Set(retelling.articles);
const OPENERS = new Set(retelling.openers);

/** German writes every noun with a capital: behind an article one word is no name, nor is a preposition that opens a sentence. */
function isCommonNoun(name: Name, text: string): boolean {
  if (OPENERS.has(name.text.toLowerCase())) return true;
  if (contentWords(name.text, 'de').length > 1) return false;
  const before = text.slice(0, name.span.start).trimEnd().split(/\s+/u).at(-1)?.toLowerCase() ?? '';
  return ARTICLES.has(before);
}

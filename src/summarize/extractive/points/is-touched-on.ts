import { type Article, contains, overlaps, type Span, textAt } from '#core/article.ts';
import type { Attribution } from '#core/testimony.ts';
import { readTokens } from '#language/read-tokens.ts';
import clauses from '../data/clause-verbs.json' with { type: 'json' };
import type { Passage } from '../read-passages.ts';
import { isMainCue } from './is-main-cue.ts';

/** A sentence of the article's own is somebody's statement where that is at least so much of it. */
const LEAST_SHARE = 0.5;

/** What opens a clause that stands before the sentence's own; “while” and “where” set two against each other. */
const FRONTS: ReadonlySet<string> = new Set(clauses.fronts);

/** "…, saying that": whoever did what the sentence tells said it too. */
const SAYING = /^\p{L}+ing\b/u;

/** A statement that is the smaller part of its sentence, where the sentence is not there to report it. */
export function isTouchedOn({ cue, content }: Attribution, { span }: Passage, article: Article): boolean {
  if (cue === null || !contains(span, cue) || SAYING.test(textAt(article.text, cue))) return false;
  const share = content.reduce((sum, one) => sum + lengthWithin(one, span), 0) / (span.end - span.start);
  if (share >= LEAST_SHARE) return false;
  return isNoun(cue, span, article) || isFronted(cue, span, article) || !isMainCue(cue, content, span, article);
}

/** "His hint that …" is a thing that the sentence tells of. */
function isNoun(cue: Span, sentence: Span, { text, language }: Article): boolean {
  return readTokens(text, [sentence], language).some((token) => overlaps(token, cue) && token.tag === 'NOUN');
}

/** "If we hear her well when she says that …, …": in a clause before the sentence's own. */
function isFronted(cue: Span, sentence: Span, { text }: Article): boolean {
  const before = text.slice(sentence.start, cue.start);
  const [first = ''] = before.toLowerCase().match(/\p{L}+/u) ?? [];
  return FRONTS.has(first) && !before.includes(',');
}

function lengthWithin(one: Span, whole: Span): number {
  return Math.max(0, Math.min(one.end, whole.end) - Math.max(one.start, whole.start));
}

import { type Article, overlaps, type Span, textAt } from '#core/article.ts';
import type { KeyPoint } from '#core/briefing.ts';
import { type Attribution, SHOWN_FROM_CONFIDENCE, type Testimony } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { findQuotations } from '#language/find-quotations.ts';
import { closeInner, cutQuote, edgesOf } from './cut-quote.ts';
import type { Written } from './reply-schemas.ts';

/** Where a quotation stands in what a model wrote. */
const PLACE = /\{(\d{1,3})\}/gu;

/** Sentences' numbers that a model left in its text, in any of the ways in which they were shown to it. */
const NUMBERS = /\s*(?:\[\d{1,4}(?:, ?\d{1,4})*\]|⟦\d{1,4}⟧|<<\d{1,4}>>)/gu;

/** A quotation may go on for so many sentences after the one that it is given for. */
const FOLLOWING = 3;

type Cut = { readonly text: string; readonly span: Span | null; readonly translation: string };

/**
 * What a model wrote as a point: numbers become spans, quotations are cut from the article, ids stay as they are. What cannot be
 * found is left in the text in quotation marks, where the verifier finds it and says so. Nothing is judged here.
 */
export function buildPoint(written: Written, article: Article, testimony: Testimony): KeyPoint {
  const cited = [...new Set(written.sentences)].flatMap((number) => article.sentences[number - 1] ?? []);
  const cuts = written.quotes.map((quote) => cutOf(quote, cited, article));
  const placed = tidy(written.text).replaceAll(
    PLACE,
    (whole, number: string) => cuts[Number(number) - 1]?.text ?? `“${whole}”`,
  );
  const { text, spans } = recut(placed, cited, article);
  const quoted = [...cuts.flatMap(({ span }) => span ?? []), ...spans];
  const evidence = withSentencesOf(quoted, cited, article);
  const translation = translationOf(written, cuts);
  return {
    ...{ text, evidence },
    attributions: credit(written.statements, text, quoted, evidence, article, testimony),
    ...(translation === null ? {} : { translation }),
  };
}

function tidy(text: string): string {
  return text
    .replace(NUMBERS, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[-•*] /u, '')
    .trim();
}

/** The quoted words as the article has them: in the sentence that was named, in the ones cited, or anywhere. */
function cutOf(
  { sentence, words, translation }: Written['quotes'][number],
  cited: readonly Span[],
  article: Article,
): Cut {
  const { sentences, text } = article;
  const named = sentences[sentence - 1];
  const end = sentences[Math.min(sentences.length, sentence + FOLLOWING) - 1]?.end;
  const whole = { start: 0, end: text.length };
  const places = [
    ...(named === undefined ? [] : [named, { start: named.start, end: end ?? named.end }]),
    ...cited,
    whole,
  ];
  const found = places.reduce<Span | null>((one, place) => one ?? cutQuote(words, text, place), null);
  const span = found === null ? null : closeInner(text, found);
  const shown = span === null ? words.replace(/["“”„«»]/gu, '') : textAt(text, span);
  return { span, text: `“${shown.replace(/\s+/gu, ' ').trim()}”`, translation: tidy(translation ?? '') };
}

/** Words that a model typed in quotation marks, against the rules: where the article has them they are cut from it. */
function recut(
  typed: string,
  cited: readonly Span[],
  article: Article,
): { readonly text: string; readonly spans: Span[] } {
  const spans: Span[] = [];
  let text = '';
  let at = 0;
  for (const { inner, depth, isClosed } of findQuotations(typed, article.language)) {
    if (depth > 0 || !isClosed || inner.start < at) continue;
    const places = [...cited, { start: 0, end: article.text.length }];
    const words = textAt(typed, inner);
    const span = places.reduce<Span | null>((found, place) => found ?? cutQuote(words, article.text, place), null);
    if (span === null) continue;
    const { lead, trail } = edgesOf(words);
    text += typed.slice(at, inner.start) + lead + textAt(article.text, span).replace(/\s+/gu, ' ') + trail;
    at = inner.end;
    spans.push(span);
  }
  return { text: text + typed.slice(at), spans };
}

function withSentencesOf(quoted: readonly Span[], cited: readonly Span[], { sentences }: Article): Span[] {
  const held = sentences.filter(
    (sentence) => !cited.includes(sentence) && quoted.some((span) => overlaps(span, sentence)),
  );
  return [...cited, ...held.filter((sentence) => !cited.some((other) => overlaps(other, sentence)))];
}

/** This share of a point's words in one statement, and the point reports it, whether its writer said so or not. */
const REPORTS = 0.7;

/**
 * The statements that a point reports: those that were named; the ones that its quotations stand in; and where none was named, the
 * statements in its evidence that say what it says, for what a source said must not be told as a fact.
 */
function credit(
  named: readonly string[],
  text: string,
  quoted: readonly Span[],
  evidence: readonly Span[],
  article: Article,
  { attributions }: Testimony,
): Attribution['id'][] {
  const shown = attributions.filter(({ confidence }) => confidence >= SHOWN_FROM_CONFIDENCE);
  const ids = new Set(named.map((id) => id.trim()).filter((id) => id !== ''));
  for (const span of quoted) {
    const holders = shown.filter(({ content, quotes }) =>
      [...content, ...quotes].some((piece) => overlaps(piece, span)),
    );
    if (!holders.some(({ id }) => ids.has(id))) for (const { id } of holders) ids.add(id);
  }
  if (ids.size > 0) return [...ids];
  const words = contentWords(text, article.language);
  return shown
    .filter(({ content }) => content.some((piece) => evidence.some((passage) => overlaps(piece, passage))))
    .filter(({ content }) => {
      const said = new Set(content.flatMap((piece) => contentWords(textAt(article.text, piece), article.language)));
      return words.filter((word) => said.has(word)).length >= REPORTS * words.length;
    })
    .map(({ id }) => id);
}

/** The translation with each quotation in the article's words, and ours for it in brackets; null where there is none. */
function translationOf({ translation }: Written, cuts: readonly Cut[]): string | null {
  const text = tidy(translation ?? '');
  if (text === '') return null;
  return text.replaceAll(PLACE, (whole, number: string) => {
    const cut = cuts[Number(number) - 1];
    if (cut === undefined) return `“${whole}”`;
    return cut.translation === '' ? cut.text : `${cut.text} [${cut.translation}]`;
  });
}

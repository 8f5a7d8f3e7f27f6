import type { Span } from '#core/article.ts';
import { countLeading } from '#core/count-leading.ts';
import type { Quote } from '../find-quotes.ts';
import type { Scan, Unit } from '../scan-article.ts';
import type { Statement } from '../statement.ts';
import { attributeScript } from './attribute-script.ts';
import type { Spoken } from './meant-by.ts';
import { readPeople } from './people.ts';
import { readSentence } from './read-sentence.ts';
import type { Sentence } from './sentence.ts';
import { wordsOf } from './words.ts';

/**
 * Statements in languages without a tagger: beside verbs of saying and credits, with whoever is meant. Languages without a file in
 * `languages/` give nothing.
 */
export function attributeOther(scan: Scan): Statement[] {
  const words = wordsOf(scan.article.language);
  if (words === null) return attributeScript(scan);
  const people = readPeople(scan, words);
  const out: Statement[] = [];
  const spoken: Spoken[] = [];
  let turn: { readonly paragraph: number; readonly start: number } | null = null;
  scan.units.forEach((unit, index) => {
    if (turn?.paragraph !== unit.paragraph) turn = null;
    const dash = words.openDashes ? DASH.exec(scan.text.slice(unit.span.start, unit.span.end)) : null;
    if (dash !== null) turn = { paragraph: unit.paragraph, start: unit.span.start + dash.index + dash[0].length - 2 };
    const sentence = {
      scan,
      unit,
      words,
      people,
      quotes: quotesOf(scan, unit),
      previous: scan.units[index - 1] ?? null,
      turn: turn?.start ?? null,
    };
    for (const { statement, who } of readSentence(sentence, index, spoken, out.at(-1))) {
      const last = out.at(-1);
      // „A“, sagte sie. „B“: one statement in two pieces.
      if (
        last !== undefined &&
        who === null &&
        (isResumed(scan, last, statement) || isSameTurn(sentence, last, statement))
      )
        out[out.length - 1] = { ...last, content: [...last.content, ...statement.content] };
      else out.push(statement);
      if (who !== null) spoken.push(who);
    }
  });
  return out;
}

/** "– A, säger hon.", "Hon varnar: – A." */
const DASH = /(?:^|:\s)[–—]\s/;

/** Whether a sentence goes on with what a dash opened before the cue of the sentence before: "– A, säger hon. B." */
function isSameTurn({ turn }: Sentence, last: Statement, next: Statement): boolean {
  return turn !== null && last.basis === 'turn' && next.basis === 'turn' && next.isCarried;
}

/** Whether a statement is a quotation that goes on in the sentence behind its cue. */
function isResumed(scan: Scan, last: Statement, next: Statement): boolean {
  const isQuote = ({ start, end }: Span) => {
    const quote = scan.quotes[countLeading(scan.quotes.length, (at) => (scan.quotes[at]?.inner.start ?? 0) < start)];
    return quote?.inner.start === start && quote.inner.end === end;
  };
  return next.basis === 'continued' && last.content.every(isQuote) && next.content.every(isQuote);
}

/** The quotations that begin in a sentence. */
function quotesOf({ quotes }: Scan, { span }: Unit): readonly Quote[] {
  const first = countLeading(quotes.length, (at) => (quotes[at]?.outer.start ?? 0) < span.start);
  const end = countLeading(quotes.length, (at) => (quotes[at]?.outer.start ?? 0) < span.end);
  return quotes.slice(first, end);
}

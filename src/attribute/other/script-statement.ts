import type { Span } from '#core/article.ts';
import type { SourcePhrase } from '../clauses/source-phrase.ts';
import type { Quote } from '../find-quotes.ts';
import type { Scan, Unit } from '../scan-article.ts';
import { type Bearer, UNSTATED } from '../sources/bearer.ts';
import type { Statement } from '../statement.ts';
import { plainName } from './plain-name.ts';

/** A statement in a language whose letters have no capitals. */
export function scriptStatement(
  index: number,
  found: Partial<Statement> & Pick<Statement, 'content' | 'basis'>,
): Statement {
  return {
    unit: index,
    cue: null,
    verb: null,
    source: null,
    isCarried: false,
    cited: null,
    addressee: null,
    stance: 'asserts',
    hedge: null,
    ...found,
  };
}

/** Quotations of a sentence that are somebody's words. */
export function scriptSpeech(scan: Scan, unit: Unit): Quote[] {
  return scan.quotes.filter(
    ({ outer, shape }) => outer.start >= unit.span.start && outer.end <= unit.span.end && shape !== 'term',
  );
}

export function sourceFrom(span: Span, bearer: Bearer): SourcePhrase {
  return { span, apposition: null, antecedent: null, place: 'subject', bearer };
}

export function scriptBearer(words: string, kind: Bearer['kind'], named: boolean): Bearer {
  const name = plainName(words);
  if (name === null) return { ...UNSTATED, certainty: 0.3 };
  return { key: `name ${name}`, name, kind, named, role: null, entity: null, certainty: 0.95 };
}

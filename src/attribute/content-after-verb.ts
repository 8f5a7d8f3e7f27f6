import type { Span } from '#core/article.ts';
import data from './data/said-other.json' with { type: 'json' };
import { groupStart } from './find-speaker.ts';
import type { Scan, Unit } from './scan-article.ts';
import { trimSpan } from './trim-span.ts';

/** Verbs that mean other things as often: beside them only a name or a pronoun is a speaker. */
const AMBIGUOUS: ReadonlySet<string> = new Set(data.ambiguous);
/** Content of fewer tokens is a phrase before a verb, not what somebody said. */
const SHORTEST = 3;
/** How far from its verb a German clause without "dass" may begin, in tokens. */
const COMMA_REACH = 9;

export function isAmbiguous(verb: string): boolean {
  return AMBIGUOUS.has(verb);
}

function isComma(scan: Scan, i: number): boolean {
  return scan.tokens[i]?.text === ',' && (scan.quoteAt[i] ?? -1) < 0;
}

function endOf(scan: Scan, unit: Unit): number {
  return /[.!?]$/.test(scan.text.slice(unit.span.start, unit.span.end)) ? unit.span.end - 1 : unit.span.end;
}

/** "Die Brücke sei sicher, | sagte …": what stands before the comma in front of the verb. */
export function contentBeforeVerb(scan: Scan, unit: Unit, verb: number, language: string): Span | null {
  const comma = groupStart(scan, unit, verb, language) - 1;
  if (!isComma(scan, comma) || comma - unit.first < SHORTEST) return null;
  return trimSpan(scan.text, { start: unit.span.start, end: scan.tokens[comma]?.start ?? unit.span.start });
}

/** "Sie sagte am Montag, | die Brücke sei sicher", "Die Stadt wies das zurück: | Es gebe keinen Schaden". */
export function contentAfterVerb(scan: Scan, unit: Unit, verb: number, language: string): Span | null {
  const limit = Math.min(unit.end, verb + COMMA_REACH);
  for (let i = verb + 1; i < limit; i += 1) {
    const token = scan.tokens[i];
    if (token === undefined || (scan.quoteAt[i] ?? -1) >= 0) return null;
    if (token.text !== ':' && !(language === 'de' && token.text === ',')) continue;
    // "…, der die Brücke baute": a relative clause or an infinitive says nothing.
    const next = scan.tokens[i + 1];
    const isAside = scan.tokens[unit.first]?.lower === 'wie';
    if (
      token.text === ',' &&
      !isAside &&
      (next === undefined || NOT_CLAUSES.test(next.lower) || isRelative(scan, i + 1, unit))
    )
      return null;
    if (unit.end - i <= SHORTEST) return null;
    return trimSpan(scan.text, { start: token.end, end: endOf(scan, unit) });
  }
  return null;
}

const NOT_CLAUSES = /^(?:um|ohne|wer|wo|wie|wenn|als|weil|während|nachdem|bevor|und|aber|sondern|deren|dessen|denen)$/;
/** Finite verbs of indirect speech and of plain speech that stand second in a German clause. */
const SECOND =
  /^(?:sei|seien|habe|haben|hätten?|werde|werden|würden?|könne|können|könnten?|müsse|müssen|müssten?|solle|sollen|sollten?|wolle|wollen|dürfe|dürfen|gebe|gehe|komme|stehe|bleibe|lasse|ist|sind|hat|war|waren|wird|kann|muss|will)$/;
const VERB_REACH = 9;

/** Whether a German clause keeps its verb for the end, as relative clauses do. */
function isRelative(scan: Scan, first: number, unit: Unit): boolean {
  for (let i = first + 1; i < Math.min(unit.end - 1, first + VERB_REACH); i += 1) {
    if (isComma(scan, i)) return true;
    if (SECOND.test(scan.tokens[i]?.lower ?? '')) return isComma(scan, i + 1) || scan.tokens[i + 1]?.tag === 'PUNCT';
  }
  return !SECOND.test(scan.tokens[first]?.lower ?? '');
}

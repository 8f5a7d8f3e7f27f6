import { contains, type Span } from '#core/article.ts';
import type { Scan } from '../scan-article.ts';
import type { Statement } from '../statement.ts';
import type { SourcePhrase } from './source-phrase.ts';

/** "A memo drawn up in May and seen by | this newspaper | warns": a reader of the paper is not its author. */
const SEEN =
  /(?:^|[,;]\s)((?:an?|the|his|her|its|their|two|three|several)\s[^,;“”"]+?|\p{Lu}[^,;“”"]+?),?\s(?:and\s|which\s\p{L}+\s(?:been\s)?)?(?:heard|obtained|reviewed|seen|viewed)\sby\s$/iu;
const OWN_PRESS = /^(?:this|our)\s\p{L}+$/iu;

/** "Jurors saw texts in which | the accused, nurse Ada Roe, | called …": the clause has a subject of its own. */
const IN_WHICH =
  /\b(?:in|on|during|by|through)\swhich,?\s((?:the|his|her|its|their|an?|\p{Lu}[\p{L}’']+[’']s?)\s[\p{L}’' -]{2,40}?),\s([^,;“”"]{3,60}),\s$/u;

/** "Parents received a letter from | the head, Ada Roe, | saying …": who sent it says so, and not who got it. */
const RECEIVED =
  /\b(?:found|got|had|heard|obtained|played|read|received|released|saw|shown|watched)\s[^,;“”"]{0,40}?\b(?:call|e-?mail|letter|message|note|recording|statement|text|video)s?\s(?:from|by|of)\s([^,;“”"]{3,60})(?:,\s([^,;“”"]{3,60}),)?\s$/u;
const SAYING = /^(?:asking|begging|claiming|demanding|describing|saying|stating|telling|urging|warning)$/i;

/** "The inquest heard | from a porter, Jan Marl, | that": whom a court hears. */
const HEARD = /^\s(?:evidence\s|testimony\s)?from\s([^,;“”"]{3,60}?)(?:,\s([^,;“”"]{3,60}),)?\sthat\s/u;

const QUOTED = /^\s([^,;.“”"]{2,60}?)\sas\s(?:saying|telling)\b/u;

/** A statement under the phrase that its construction names as its source, where another stands nearer to the verb or in front. English. */
export function mendSource(scan: Scan, statement: Statement): Statement {
  const { source, cue } = statement;
  const unit = scan.units[statement.unit];
  if (cue === null || unit === undefined) return statement;
  const { text } = scan;
  const withSource = (one: SourcePhrase): Statement => ({ ...statement, source: one, isCarried: false });
  if (statement.verb === 'hear' && source === null) {
    const heard = HEARD.exec(text.slice(cue.end, unit.span.end));
    const found = heard === null ? null : described(heard, cue.end, 'agent');
    return found === null ? statement : { ...withSource(found), basis: 'clause', hedge: null };
  }
  if (source === null) return statement;
  // "The mill is shut, the Courier quoted | the ministry | as saying."
  const quoted =
    statement.verb === 'quote' && statement.cited === null ? QUOTED.exec(text.slice(cue.end, unit.span.end)) : null;
  const cited = quoted === null ? null : described(quoted, cue.end, 'object');
  if (cited !== null) return { ...statement, cited };
  if (OWN_PRESS.test(text.slice(source.span.start, source.span.end))) {
    const seen = SEEN.exec(text.slice(unit.span.start, source.span.start));
    const found = seen === null ? null : described(seen, unit.span.start, 'subject');
    return found === null ? statement : withSource(found);
  }
  const before = text.slice(unit.span.start, cue.start);
  const match = IN_WHICH.exec(before) ?? (SAYING.test(text.slice(cue.start, cue.end)) ? RECEIVED.exec(before) : null);
  if (match === null || source.span.start >= unit.span.start + match.index) return statement;
  const found = described(match, unit.span.start, 'subject');
  return found === null || statement.content.some((span) => contains(span, found.span)) ? statement : withSource(found);
}

/** The phrase of a pattern's first group with what stands between commas behind it. */
function described(match: RegExpExecArray, from: number, place: SourcePhrase['place']): SourcePhrase | null {
  const [whole, phrase, apposition] = match;
  if (phrase === undefined) return null;
  const spanOf = (words: string, after: number): Span => {
    const start = from + match.index + whole.indexOf(words, after);
    return { start, end: start + words.length };
  };
  const at = whole.lastIndexOf(phrase, apposition === undefined ? undefined : whole.lastIndexOf(apposition) - 1);
  const span = { start: from + match.index + at, end: from + match.index + at + phrase.length };
  return {
    span,
    apposition: apposition === undefined ? null : spanOf(apposition, at + phrase.length),
    antecedent: null,
    place,
  };
}

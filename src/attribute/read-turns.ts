import type { Span } from '#core/article.ts';
import { nounKind } from './noun-kind.ts';
import type { Scan } from './scan-article.ts';
import type { SourcePhrase } from './source-phrase.ts';
import type { Statement } from './statement.ts';
import { trimSpan } from './trim-span.ts';

const LABEL = /^([\p{Lu}][\p{L}.’'-]{1,24}(?:\s[\p{Lu}][\p{L}.’'-]{0,24}){0,3})\s?:\s/u;
const NOT_PEOPLE =
  /^(?:Q|A|Host|Interviewer|Moderator|Question|Answer|Note|Update|Correction|Photo|Video|Read|Source|Editor|By|PS|NB|Also)\b/i;
const DASH_LINE = /[”"’']\s?(?:—|–|―|--)\s?([\p{Lu}][\p{L}.’' -]{2,60}?)(?:,[^“”"\n]{2,120})?\s*$/u;
const OPENING = /["“‘'«„]/u;
/** A label is a speaker's when it opens at least this many paragraphs. */
const TURNS_AT_LEAST = 2;
/** How much of a paragraph's ends is read for a label or a signature, in characters. */
const READ_AT_MOST = 220;

const named = (span: Span): SourcePhrase => ({ span, apposition: null, antecedent: null, place: 'subject' });

function statement(unit: number, source: Span, cue: Span | null, content: Span): Statement {
  return {
    unit,
    basis: 'turn',
    cue,
    verb: null,
    source: named(source),
    isCarried: false,
    cited: null,
    addressee: null,
    content: [content],
    stance: 'asserts',
    hedge: null,
  };
}

function labelOf(text: string, paragraph: Span): Span | null {
  const match = LABEL.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + READ_AT_MOST)));
  const label = match?.[1];
  if (label === undefined || NOT_PEOPLE.test(label)) return null;
  return { start: paragraph.start, end: paragraph.start + label.length };
}

/** The lines of a paragraph that are a quotation with its signature. */
function signedLines(text: string, paragraph: Span, unit: number): Statement[] {
  const found: Statement[] = [];
  let start = paragraph.start;
  while (start < paragraph.end) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > paragraph.end ? paragraph.end : newline;
    const from = Math.max(start, end - READ_AT_MOST);
    const match = DASH_LINE.exec(text.slice(from, end));
    const name = match?.[1];
    if (match !== null && name !== undefined && OPENING.test(text.charAt(start))) {
      const at = from + match.index + match[0].indexOf(name, 1);
      const content = trimSpan(text, { start: start + 1, end: from + match.index });
      if (content !== null) found.push(statement(unit, { start: at, end: at + name.trimEnd().length }, null, content));
    }
    start = end + 1;
  }
  return found;
}

const QUESTION = /^(?:Q|Question|F|Frage)\s?[:.]\s/u;
const ANSWER = /^(?:A|Answer|Antwort)\s?[:.]\s/u;
const FULL_NAME = /(?!The\s|An?\s|In\s|On\s)\p{Lu}[\p{L}’'-]{1,24}(?:\s\p{Lu}[\p{L}’'.-]{0,24}){1,3}/u;
const ROLE = /\b[Tt]he\s(\p{Ll}+)/gu;
/** An interview is introduced in a paragraph or two; what stands further above is another text. */
const INTRODUCTION = 2;

/**
 * Who answers where paragraphs begin with "Q:" and "A:": whom the paragraph before the first question names ("Excerpts from
 * the governor's news conference:"), or the first person named in a short introduction. Null where neither tells.
 */
function findInterviewee(text: string, paragraphs: readonly Span[]): Span | null {
  const isTurn = (label: RegExp, { start }: Span): boolean => label.test(text.slice(start, start + 12));
  const first = paragraphs.findIndex((paragraph) => isTurn(QUESTION, paragraph));
  const answers = paragraphs.filter((paragraph) => isTurn(ANSWER, paragraph)).length;
  const questions = paragraphs.filter((paragraph) => isTurn(QUESTION, paragraph)).length;
  if (Math.min(questions, answers) < TURNS_AT_LEAST) return null;
  const lead = paragraphs[first - 1];
  const introduced = lead !== undefined && text.charAt(lead.end - 1) === ':' ? personIn(text, lead) : null;
  if (introduced !== null || first > INTRODUCTION) return introduced;
  return paragraphs.slice(0, first).reduce<Span | null>((found, one) => found ?? personIn(text, one), null);
}

/** The first full name of a paragraph, or else the first role: "the governor". */
function personIn(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, Math.min(end, start + READ_AT_MOST));
  const name = FULL_NAME.exec(words);
  if (name !== null) return { start: start + name.index, end: start + name.index + name[0].length };
  const role = [...words.matchAll(ROLE)].find(([, noun = '']) => nounKind(noun) === 'person');
  return role === undefined ? null : { start: start + role.index, end: start + role.index + role[0].length };
}

/**
 * Paragraphs that are a turn of a conversation ("VOSS: I bought a box") or a quotation with its signature ("“…” — Ana Ruiz").
 * By the index of the paragraph.
 */
export function readTurns(scan: Scan): ReadonlyMap<number, readonly Statement[]> {
  const { text, article, units } = scan;
  const firstUnit = new Map<number, number>();
  units.forEach((unit, i) => {
    if (!firstUnit.has(unit.paragraph)) firstUnit.set(unit.paragraph, i);
  });
  const labels = article.paragraphs.map((paragraph) => labelOf(text, paragraph));
  const counts = new Map<string, number>();
  for (const label of labels)
    if (label !== null)
      counts.set(text.slice(label.start, label.end), (counts.get(text.slice(label.start, label.end)) ?? 0) + 1);
  const turns = new Map<number, readonly Statement[]>();
  const interviewee = findInterviewee(text, article.paragraphs);
  article.paragraphs.forEach((paragraph, i) => {
    const unit = firstUnit.get(i);
    if (unit === undefined) return;
    const answer = interviewee === null ? null : ANSWER.exec(text.slice(paragraph.start, paragraph.start + 12));
    if (answer !== null && interviewee !== null) {
      const content = trimSpan(text, { start: paragraph.start + answer[0].length, end: paragraph.end });
      turns.set(i, content === null ? [] : [statement(unit, interviewee, null, content)]);
      return;
    }
    // A question puts words to somebody; it reports none.
    if (interviewee !== null && QUESTION.test(text.slice(paragraph.start, paragraph.start + 12))) {
      turns.set(i, []);
      return;
    }
    const label = labels[i];
    if (
      label !== null &&
      label !== undefined &&
      (counts.get(text.slice(label.start, label.end)) ?? 0) >= TURNS_AT_LEAST
    ) {
      const colon = text.indexOf(':', label.end);
      const content = trimSpan(text, { start: colon + 1, end: paragraph.end });
      if (content !== null) turns.set(i, [statement(unit, label, { start: colon, end: colon + 1 }, content)]);
      return;
    }
    const signed = signedLines(text, paragraph, unit);
    if (signed.length > 0) turns.set(i, signed);
  });
  return turns;
}

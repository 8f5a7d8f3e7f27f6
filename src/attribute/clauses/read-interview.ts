import type { Span } from '#core/article.ts';
import type { Scan } from '../scan-article.ts';
import type { Statement } from '../statement.ts';
import { trimSpan } from '../trim-span.ts';
import { findInterviewee } from './find-interviewee.ts';
import {
  announcesInterview,
  isInFirstPerson,
  isOfOneself,
  isPutToSomebody,
  type Line,
  linesOf,
  SPEAKER,
} from './interview-lines.ts';
import { TURNS_AT_LEAST, type Turn } from './turn-labels.ts';
import { turnStatement } from './turn-statement.ts';

/** A question with the lines up to the next one. */
type Exchange = { readonly question: Line; readonly lines: readonly Line[] };

const LABEL = /^\p{L}+\s?[:.]\s/u;
const SENTENCE_ENDS = /[.!?…]["”’'»)\]]*$/u;
/** Of the questions at least one in so many is put to "you"; rhetorical ones are put to nobody. */
const PUT_TO_ONE_IN = 3;

/** The exchanges of a text: each question with what stands behind it. */
function exchangesOf(lines: readonly Line[]): Exchange[] {
  const exchanges: { question: Line; lines: Line[] }[] = [];
  for (const line of lines) {
    if (line.asks) exchanges.push({ question: line, lines: [] });
    else exchanges.at(-1)?.lines.push(line);
  }
  return exchanges.filter((one) => one.lines.length > 0);
}

/** Whether questions without labels and what stands behind them are an interview: a column asks too, and answers itself. */
function isInterview(scan: Scan, exchanges: readonly Exchange[], interviewee: Span): boolean {
  const words = ({ span }: Line) => scan.text.slice(span.start, span.end).replace(SPEAKER, '');
  const answers = exchanges.flatMap(({ lines }) => lines.slice(0, 1).map(words));
  const surname = surnameOf(scan, interviewee);
  const put = exchanges.filter(({ question }) => isPutToSomebody(words(question))).length;
  return (
    exchanges.length >= TURNS_AT_LEAST &&
    put * PUT_TO_ONE_IN >= exchanges.length &&
    answers.filter(isInFirstPerson).length * 2 >= answers.length &&
    // “It was mine,” Ruiz said: told, and not printed as it was spoken.
    !answers.some((answer) => answer.includes(surname))
  );
}

function surnameOf({ text }: Scan, { start, end }: Span): string {
  return text.slice(start, end).split(' ').at(-1) ?? '';
}

/** The lines of an exchange that its answer takes: the first, and those behind it in which its speaker goes on about himself. */
function answerIn(scan: Scan, { lines }: Exchange, surname: string): Line[] {
  const words = ({ span }: Line) => scan.text.slice(span.start, span.end);
  const goesOn = (line: Line) =>
    line.label === 'answer' || (isOfOneself(words(line)) && !words(line).includes(surname));
  const end = lines.findIndex((line, i) => i > 0 && !goesOn(line));
  return lines.slice(0, end < 0 ? lines.length : end).filter((line) => SENTENCE_ENDS.test(words(line)));
}

/**
 * The answers of an interview printed as questions and answers, by paragraph: with "Q:" and "A:", with labels at the first of them alone,
 * or without any. A question puts words to somebody and reports none; where nobody is known to answer, labelled answers are nobody's and the
 * text is read as any other. `spoken`: turns that have the names of their speakers, of which an interview needs no more.
 */
export function readInterview(
  scan: Scan,
  firstUnit: ReadonlyMap<number, number>,
  spoken: ReadonlyMap<number, Turn>,
): Map<number, Statement[]> {
  const { text, article } = scan;
  const turns = new Map<number, Statement[]>();
  const lines = linesOf(text, article.paragraphs);
  const isLabelled = lines.some(({ label }) => label === 'question') && lines.some(({ label }) => label === 'answer');
  const first = lines.findIndex((line) => (isLabelled ? line.label === 'question' : line.asks));
  const start = lines[first]?.span.start;
  if (start === undefined || (!isLabelled && spoken.size >= TURNS_AT_LEAST)) return turns;
  const exchanges = exchangesOf(lines.slice(first));
  const named = isLabelled ? null : speakerOf(scan, exchanges[0]);
  const isAnnounced = named !== null || announcesInterview(`${article.title} ${text.slice(0, start)}`);
  if (exchanges.length < TURNS_AT_LEAST || !(isLabelled || isAnnounced)) return turns;
  // Questions and answers of a leaflet are spoken by nobody.
  const isSpoken =
    isAnnounced ||
    exchanges.some(
      ({ lines: [answer] }) => answer !== undefined && isInFirstPerson(text.slice(answer.span.start, answer.span.end)),
    );
  const interviewee = named ?? (isSpoken ? findInterviewee(scan, start) : null);
  if (!isLabelled && (interviewee === null || !isInterview(scan, exchanges, interviewee))) return turns;
  const surname = interviewee === null ? '' : surnameOf(scan, interviewee);
  for (const exchange of exchanges) {
    const answer = answerIn(scan, exchange, surname);
    const all = exchange.question.label === null ? answer : [exchange.question, ...answer];
    for (const { paragraph } of all) turns.set(paragraph, turns.get(paragraph) ?? []);
    const content = answer.flatMap((line) => withoutLabel(text, line) ?? []);
    const at = answer[0]?.paragraph ?? -1;
    const unit = firstUnit.get(at);
    if (interviewee !== null && unit !== undefined && content.length > 0)
      turns.get(at)?.push(turnStatement(unit, interviewee, null, content));
  }
  return turns;
}

/** Whose name stands before the first answer: "Courier: Is that right?", "Holt: It is."; null where no name does. */
function speakerOf({ text }: Scan, exchange: Exchange | undefined): Span | null {
  const line = exchange?.lines[0];
  const name = line === undefined ? undefined : SPEAKER.exec(text.slice(line.span.start, line.span.end))?.[1];
  const start = line?.span.start ?? 0;
  return name === undefined ? null : { start, end: start + name.length };
}

function withoutLabel(text: string, { span, label }: Line): Span | null {
  const words = text.slice(span.start, span.end);
  const front = (label === null ? SPEAKER : LABEL).exec(words)?.[0].length ?? 0;
  return trimSpan(text, { start: span.start + front, end: span.end });
}

import { contains, type Span } from '#core/article.ts';
import type { Statement } from '../statement.ts';
import { trimSpan } from '../trim-span.ts';
import { blankStatement } from './blank-statement.ts';
import type { SourcePhrase } from './source-phrase.ts';

/** "…, a charge the minister has repeatedly denied", "…, which Feld denies", "…, something he furiously denied on stage". */
const CHARGE =
  /(,[”"’']|,|\s[—–-])\s(?:(?:an?|the)\s(?:\p{L}{1,20}\s)?(?:charge|accusation|allegation|claim|rumou?r|assertion|suggestion)(?:\s(?:that|which))?|something|which)\s([^.;:“”"]{1,80}?),?\s(?:(?:has|have|had)\s)?(?:\p{L}{1,20}ly\s|always\s|also\s)?(den|reject|disput)(?:y|ies|ied|s|ed|es|e)(?=$|[,.;]|\s(?:in|on|at|as|before|after|during|when|throughout|—|–)\b|\s[—–])/u;
const LEMMAS: Readonly<Record<string, string>> = { den: 'deny', reject: 'reject', disput: 'dispute' };

/**
 * Parts what somebody says from the denial that the article adds to it: "Critics say it was rushed, | a charge the minister denies".
 * The denial is of the same words. One that was read before with more of the sentence keeps its source and takes these words.
 */
export function splitCharges(text: string, statements: readonly Statement[]): Statement[] {
  const byUnit = Map.groupBy(statements, ({ unit }) => unit);
  const denials = new Map<number, Statement>();
  const replaced = new Set<Statement>();
  const parted = statements.map((statement) => {
    const last = statement.content.at(-1);
    const found = last === undefined ? null : CHARGE.exec(text.slice(last.start, last.end));
    if (last === undefined || found === null || statement.stance !== 'asserts') return statement;
    const [all, lead = '', subject = '', stem = ''] = found;
    // The mark that closes quoted words stays with them.
    const kept = lead.length > 1 && lead.startsWith(',') ? lead.length : 0;
    const said = trimSpan(text, { start: last.start, end: last.start + found.index + kept });
    const end = last.start + found.index + all.length;
    const cue = { start: text.lastIndexOf(' ', end - 1) + 1, end };
    const from = text.indexOf(subject, last.start + found.index + all.indexOf(` ${subject}`));
    if (said === null) return statement;
    const content = [...statement.content.slice(0, -1), said];
    const earlier = byUnit
      .get(statement.unit)
      ?.find((one) => one.stance === 'denies' && one.cue !== null && contains(one.cue, cue));
    const denial: Statement = earlier ?? {
      ...blankStatement,
      unit: statement.unit,
      basis: 'object',
      cue,
      verb: LEMMAS[stem] ?? null,
      source: phraseOf(text, { start: from, end: from + subject.length }),
      content,
      stance: 'denies',
    };
    if (earlier !== undefined) replaced.add(earlier);
    denials.set(cue.start, { ...denial, content });
    return { ...statement, content };
  });
  const rest = parted.filter((one) => !replaced.has(one));
  const all = [...rest, ...denials.values()];
  const around = Map.groupBy(all, ({ unit }) => unit);
  return all.map((one) => (one.stance === 'denies' ? deniedAlone(one, around.get(one.unit) ?? []) : one));
}

/** "Ruiz complained that the yard is loud, a charge Dorn denies": he denies the noise, not that she complained. */
function deniedAlone(denial: Statement, all: readonly Statement[]): Statement {
  const { cue, content, unit } = denial;
  const [first, second] = content;
  if (cue === null || first === undefined || second !== undefined || first.end > cue.start) return denial;
  const said = all.find((one) => {
    const [only, more] = one.content;
    if (one.unit !== unit || one.stance !== 'asserts' || only === undefined || more !== undefined) return false;
    return only.start > first.start && only.end === first.end && one.cue !== null && one.cue.end <= only.start;
  });
  return said === undefined ? denial : { ...denial, content: said.content };
}

/** "The sporting director, Ana Ruiz": the words before the comma, described by those behind it. */
function phraseOf(text: string, span: Span): SourcePhrase {
  const comma = text.slice(span.start, span.end).indexOf(',');
  if (comma < 0) return { span, apposition: null, antecedent: null, place: 'subject' };
  return {
    span: { start: span.start, end: span.start + comma },
    apposition: trimSpan(text, { start: span.start + comma + 1, end: span.end }),
    antecedent: null,
    place: 'subject',
  };
}

import type { Span } from '#core/article.ts';
import { type Bearer, UNSTATED } from '../bearer.ts';
import type { Quote } from '../find-quotes.ts';
import type { Scan, Unit } from '../scan-article.ts';
import type { SourcePhrase } from '../source-phrase.ts';
import type { Statement } from '../statement.ts';
import { trimSpan } from '../trim-span.ts';
import ar from './languages/ar.json' with { type: 'json' };
import ja from './languages/ja.json' with { type: 'json' };
import { plainName } from './plain-name.ts';

/** The one who speaks in a Japanese sentence: the words before は or が, a comma or the sentence's beginning before them. */
const TOPIC =
  /(?:^|[、。）」\s])([\p{Script=Han}\p{Script=Katakana}ー・のＡ-Ｚ\p{Lu}\p{Ll}]{2,30}?(?:さん|さま|くん)?)(?:は|が)(?=[、「『\p{L}\d])/gu;
/** Whoever is credited: the words before によると. */
const CREDITED = new RegExp(`(?:^|[、。\\s])([^、。「」]{2,30})(?:${ja.accordingTo.join('|')})、?`, 'u');
/** "…」と佐伯市長は | 述べた": whoever speaks may stand before the verb. */
const SAYS_JA = new RegExp(`と(?:([^、。「」はが]{2,24})[はが])?(?:[^、。「」]{0,6}?)(${ja.says.join('|')})`, 'u');
const DENIES_JA = new RegExp(`${ja.denies.join('|')}`, 'u');
const PERSON_JA = new RegExp(`(?:${ja.persons.join('|')})$`, 'u');
const DOCUMENT_JA = new RegExp(`(?:${ja.documents.join('|')})$`, 'u');
const SAYS_AR: ReadonlySet<string> = new Set(ar.says);
const DENIES_AR: ReadonlySet<string> = new Set(ar.denies);
const THAT_AR: ReadonlySet<string> = new Set(ar.that);
/** "After", "in", "on", "before": where the name of an Arabic subject has ended. */
const STOPS_AR: ReadonlySet<string> = new Set(ar.stops);
const PERSONS_AR: ReadonlySet<string> = new Set(ar.persons);
const BODIES_AR: ReadonlySet<string> = new Set(ar.bodies);
const CREDITED_AR = new RegExp(`^(و?(?:${ar.accordingTo.join('|')})\\s*)([\\p{Script=Arabic}\\s]{3,60}?)[،,]`, 'u');
/** Two Arabic words, or one without its article. */
const NAME_AR = /^(?:(?!ال)\p{Script=Arabic}{3,}|\p{Script=Arabic}{2,}(?:\s\p{Script=Arabic}{2,}){1,2})$/u;
/** How many tokens an Arabic name has at most. */
const LONGEST_NAME = 4;

/** Statements in Japanese and Arabic, whose letters have no capitals: beside the endings and verbs of saying. */
export function attributeScript(scan: Scan): Statement[] {
  const language = scan.article.language.split('-')[0];
  const read = language === 'ja' ? readJapanese : language === 'ar' ? readArabic : null;
  if (read === null) return [];
  const out: Statement[] = [];
  scan.units.forEach((unit, index) => {
    const one = read(scan, unit, index, out.at(-1)) ?? carriedOn(scan, unit, index, out.at(-1));
    if (one !== null) out.push(one);
  });
  return out;
}

function statement(index: number, found: Partial<Statement> & Pick<Statement, 'content' | 'basis'>): Statement {
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

function speechIn(scan: Scan, unit: Unit): Quote[] {
  return scan.quotes.filter(
    ({ outer, shape }) => outer.start >= unit.span.start && outer.end <= unit.span.end && shape !== 'term',
  );
}

/** A lone quotation behind a statement of the same paragraph. */
function carriedOn(scan: Scan, unit: Unit, index: number, last: Statement | undefined): Statement | null {
  const speech = speechIn(scan, unit);
  const isNear = last !== undefined && scan.units[last.unit]?.paragraph === unit.paragraph;
  if (speech.length === 0 || !isNear) return null;
  const content = speech.map(({ inner }) => inner);
  return statement(index, { basis: 'continued', isCarried: true, source: last.source, content });
}

function sourceFrom(span: Span, bearer: Bearer): SourcePhrase {
  return { span, apposition: null, antecedent: null, place: 'subject', bearer };
}

function bearer(words: string, kind: Bearer['kind'], named: boolean): Bearer {
  const name = plainName(words);
  if (name === null) return { ...UNSTATED, certainty: 0.3 };
  return { key: `name ${name}`, name, kind, named, role: null, entity: null, certainty: 0.95 };
}

function japaneseBearer(name: string): Bearer {
  if (DOCUMENT_JA.test(name)) return bearer(name, 'document', false);
  // "担当者", "市長": an office without a name.
  if (PERSON_JA.exec(name)?.index === 0) return bearer(name, 'person', false);
  return PERSON_JA.test(name) || /^[\p{Script=Han}]{3,5}$/u.test(name) === false
    ? bearer(name, PERSON_JA.test(name) ? 'person' : 'organization', true)
    : bearer(name, 'organization', true);
}

function readJapanese(scan: Scan, unit: Unit, index: number): Statement | null {
  const text = scan.text.slice(unit.span.start, unit.span.end);
  const at = (offset: number) => unit.span.start + offset;
  const quotes = speechIn(scan, unit);
  const isQuoted = (offset: number) =>
    scan.quotes.some(({ outer }) => outer.start <= at(offset) && at(offset) < outer.end);
  const credited = CREDITED.exec(text);
  if (credited?.[1] !== undefined && !isQuoted(credited.index)) {
    const start = credited.index + credited[0].indexOf(credited[1]);
    const from = credited.index + credited[0].length;
    const content = trimSpan(scan.text, { start: at(from), end: at(text.replace(/。$/u, '').length) });
    if (content !== null)
      return statement(index, {
        basis: 'thought',
        cue: { start: at(start + credited[1].length), end: at(from) },
        verb: 'によると',
        source: sourceFrom({ start: at(start), end: at(start + credited[1].length) }, japaneseBearer(credited[1])),
        content: [content],
      });
  }
  const said = SAYS_JA.exec(text);
  if (said === null || isQuoted(said.index)) return null;
  const topic = [...text.slice(0, said.index).matchAll(TOPIC)].find(
    (match) => !isQuoted(match.index + match[0].length - 1),
  );
  const inner = said[1];
  const whole = inner ?? topic?.[1]?.replace(/^(?:一方|また|これに対し|さらに|しかし)/u, '');
  // "野党の | 高村健議員": what a person belongs to stands before the name.
  const name = whole !== undefined && PERSON_JA.test(whole) ? whole.slice(whole.lastIndexOf('の') + 1) : whole;
  const end =
    inner !== undefined ? said.index + 2 + inner.length : topic === undefined ? 0 : topic.index + topic[0].length;
  const span = name === undefined || name === '' ? null : { start: at(end - 1 - name.length), end: at(end - 1) };
  const cue = { start: at(said.index), end: at(said.index + said[0].length) };
  const source = span === null || name === undefined ? null : sourceFrom(span, japaneseBearer(name));
  const verb = said[2] ?? said[0];
  if (quotes.length > 0)
    return statement(index, { basis: 'quotation', cue, verb, source, content: quotes.map(({ inner }) => inner) });
  if (source === null) return null;
  // "市は | 12日、図書館を…": the day is not what was said.
  const from =
    inner !== undefined ? 0 : end + (/^(?:、|\d{1,2}日(?:午前|午後)?、)/u.exec(text.slice(end))?.[0].length ?? 0);
  const content = from >= said.index ? null : trimSpan(scan.text, { start: at(from), end: at(said.index) });
  const stance = DENIES_JA.test(said[0]) ? 'denies' : 'asserts';
  return content === null
    ? null
    : statement(index, { basis: 'thought', cue, verb, source, content: [withoutMarks(scan, content)], stance });
}

/** "「説明が足りない」と | 批判した": short words in marks, without the marks. */
function withoutMarks(scan: Scan, content: Span): Span {
  const whole = scan.quotes.find(({ outer }) => outer.start === content.start && outer.end === content.end);
  return whole?.inner ?? content;
}

function readArabic(scan: Scan, unit: Unit, index: number, last: Statement | undefined): Statement | null {
  const credited = creditedArabic(scan, unit, index);
  if (credited !== null) return credited;
  const { tokens } = scan;
  let verb = -1;
  for (let i = unit.first; i < unit.end && verb < 0; i += 1) {
    const lower = tokens[i]?.lower ?? '';
    if ((scan.quoteAt[i] ?? -1) < 0 && (SAYS_AR.has(lower) || DENIES_AR.has(lower))) verb = i;
  }
  const cue = tokens[verb];
  if (cue === undefined) return null;
  const span = arabicSource(scan, unit, verb);
  const name = span === null ? '' : scan.text.slice(span.start, span.end);
  // "وأضاف | أن": whoever spoke in the sentence before.
  const isSame = span === null && cue.lower.startsWith('و') && last?.unit === index - 1;
  const source = span === null ? (isSame ? last.source : null) : sourceFrom(span, bearer(name, arabicKind(name), true));
  const quotes = speechIn(scan, unit);
  const found = { cue: { start: cue.start, end: cue.end }, verb: cue.lower, source, isCarried: isSame };
  if (quotes.length > 0)
    return statement(index, { ...found, basis: 'quotation', content: quotes.map(({ inner }) => inner) });
  for (let i = verb + 1; i < Math.min(unit.end, verb + 10); i += 1) {
    const token = tokens[i];
    if (token === undefined || !THAT_AR.has(token.text) || source === null) continue;
    const end = /[.؟!?]$/u.test(scan.text.slice(unit.span.start, unit.span.end)) ? unit.span.end - 1 : unit.span.end;
    const content = trimSpan(scan.text, { start: token.end, end });
    const stance = DENIES_AR.has(cue.lower) ? 'denies' : 'asserts';
    return content === null ? null : statement(index, { ...found, basis: 'thought', content: [content], stance });
  }
  return null;
}

/** "رئيس البلدية سامي الحداد", "المهندسة ليلى منصور": a title makes a person of a longer name. */
function arabicKind(name: string): Bearer['kind'] {
  const first = name.split(/\s/)[0]?.replace(/^ال/u, '') ?? '';
  if (NAME_AR.test(name)) return PERSONS_AR.has(first) || !BODIES_AR.has(first) ? 'person' : 'organization';
  return PERSONS_AR.has(first) ? 'person' : 'organization';
}

/** "وبحسب وزارة النقل، …": whoever a sentence is credited to at its front, up to a comma. */
function creditedArabic(scan: Scan, unit: Unit, index: number): Statement | null {
  const text = scan.text.slice(unit.span.start, unit.span.end);
  const [, cue, name] = CREDITED_AR.exec(text) ?? [];
  if (cue === undefined || name === undefined) return null;
  const at = unit.span.start + cue.length;
  const end = unit.span.end - (/[.؟!?]$/u.test(text) ? 1 : 0);
  const from = at + name.length + 1;
  const that = /^\s*فإن(?=[\s\p{L}])/u.exec(scan.text.slice(from, end))?.[0].length ?? 0;
  const content = trimSpan(scan.text, { start: from + that, end });
  if (content === null) return null;
  const source = sourceFrom({ start: at, end: at + name.length }, bearer(name, arabicKind(name), true));
  const found = {
    cue: { start: unit.span.start, end: unit.span.start + cue.trimEnd().length },
    verb: cue.trim(),
    source,
  };
  return statement(index, { ...found, basis: 'thought', content: [content] });
}

function arabicSource(scan: Scan, unit: Unit, verb: number): Span | null {
  const { tokens } = scan;
  let end = verb + 1;
  while (
    end < unit.end &&
    end - verb <= LONGEST_NAME &&
    !THAT_AR.has(tokens[end]?.text ?? '') &&
    !STOPS_AR.has(tokens[end]?.text ?? '') &&
    tokens[end]?.tag !== 'PUNCT' &&
    (scan.quoteAt[end] ?? -1) < 0
  )
    end += 1;
  const first = tokens[verb + 1];
  const last = tokens[end - 1];
  return end > verb + 1 && first !== undefined && last !== undefined ? { start: first.start, end: last.end } : null;
}

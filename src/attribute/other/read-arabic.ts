import type { Span } from '#core/article.ts';
import type { Scan, Unit } from '../scan-article.ts';
import type { Bearer } from '../sources/bearer.ts';
import type { Statement } from '../statement.ts';
import { trimSpan } from '../trim-span.ts';
import { readFields } from './field-kinds.ts';
import ar from './languages/ar.json' with { type: 'json' };
import { ARABIC_FIELDS } from './script-fields.ts';
import { scriptBearer, scriptSpeech, scriptStatement, sourceFrom } from './script-statement.ts';

const WORDS = readFields(ARABIC_FIELDS, ar, 'languages/ar.json');
const any = (list: readonly string[]) => `(?:${list.join('|')})`;
const CREDITED = new RegExp(
  `^(${any(WORDS.ands)}?${any(WORDS.accordingTo)}\\s*)([\\p{Script=Arabic}\\s]{3,60}?)[،,]`,
  'u',
);
const CONNECTOR = new RegExp(`^\\s*${any(WORDS.connectors)}(?=[\\s\\p{L}])`, 'u');
const ARTICLE = new RegExp(`^${any(WORDS.article)}`, 'u');
/** Two words, or one without its article. */
const NAME = new RegExp(
  `^(?:(?!${any(WORDS.article)})\\p{Script=Arabic}{3,}|\\p{Script=Arabic}{2,}(?:\\s\\p{Script=Arabic}{2,}){1,2})$`,
  'u',
);
/** How many tokens an Arabic name has at most. */
const LONGEST_NAME = 4;

/** The statement of an Arabic sentence: behind its verb of saying, and where somebody is credited. */
export function readArabic(scan: Scan, unit: Unit, index: number, last: Statement | undefined): Statement | null {
  const credited = creditedArabic(scan, unit, index);
  if (credited !== null) return credited;
  const { tokens } = scan;
  let verb = -1;
  for (let i = unit.first; i < unit.end && verb < 0; i += 1) {
    const lower = tokens[i]?.lower ?? '';
    if ((scan.quoteAt[i] ?? -1) < 0 && (WORDS.says.has(lower) || WORDS.denies.has(lower))) verb = i;
  }
  const cue = tokens[verb];
  if (cue === undefined) return null;
  const span = arabicSource(scan, unit, verb);
  const name = span === null ? '' : scan.text.slice(span.start, span.end);
  // "وأضاف | أن": whoever spoke in the sentence before.
  const isSame = span === null && WORDS.ands.some((and) => cue.lower.startsWith(and)) && last?.unit === index - 1;
  const source =
    span === null ? (isSame ? last.source : null) : sourceFrom(span, scriptBearer(name, arabicKind(name), true));
  const quotes = scriptSpeech(scan, unit);
  const found = { cue: { start: cue.start, end: cue.end }, verb: cue.lower, source, isCarried: isSame };
  if (quotes.length > 0)
    return scriptStatement(index, { ...found, basis: 'quotation', content: quotes.map(({ inner }) => inner) });
  for (let i = verb + 1; i < Math.min(unit.end, verb + 10); i += 1) {
    const token = tokens[i];
    if (token === undefined || !WORDS.that.has(token.text) || source === null) continue;
    const end = /[.؟!?]$/u.test(scan.text.slice(unit.span.start, unit.span.end)) ? unit.span.end - 1 : unit.span.end;
    const content = trimSpan(scan.text, { start: token.end, end });
    const stance = WORDS.denies.has(cue.lower) ? 'denies' : 'asserts';
    return content === null ? null : scriptStatement(index, { ...found, basis: 'thought', content: [content], stance });
  }
  return null;
}

/** "رئيس البلدية سامي الحداد", "المهندسة ليلى منصور": a title makes a person of a longer name. */
function arabicKind(name: string): Bearer['kind'] {
  const first = name.split(/\s/)[0]?.replace(ARTICLE, '') ?? '';
  if (NAME.test(name)) return WORDS.persons.has(first) || !WORDS.bodies.has(first) ? 'person' : 'organization';
  return WORDS.persons.has(first) ? 'person' : 'organization';
}

/** "وبحسب وزارة النقل، …": whoever a sentence is credited to at its front, up to a comma. */
function creditedArabic(scan: Scan, unit: Unit, index: number): Statement | null {
  const text = scan.text.slice(unit.span.start, unit.span.end);
  const [, cue, name] = CREDITED.exec(text) ?? [];
  if (cue === undefined || name === undefined) return null;
  const at = unit.span.start + cue.length;
  const end = unit.span.end - (/[.؟!?]$/u.test(text) ? 1 : 0);
  const from = at + name.length + 1;
  const that = CONNECTOR.exec(scan.text.slice(from, end))?.[0].length ?? 0;
  const content = trimSpan(scan.text, { start: from + that, end });
  if (content === null) return null;
  const source = sourceFrom({ start: at, end: at + name.length }, scriptBearer(name, arabicKind(name), true));
  const found = {
    cue: { start: unit.span.start, end: unit.span.start + cue.trimEnd().length },
    verb: cue.trim(),
    source,
  };
  return scriptStatement(index, { ...found, basis: 'thought', content: [content] });
}

function arabicSource(scan: Scan, unit: Unit, verb: number): Span | null {
  const { tokens } = scan;
  let end = verb + 1;
  while (
    end < unit.end &&
    end - verb <= LONGEST_NAME &&
    !WORDS.that.has(tokens[end]?.text ?? '') &&
    !WORDS.stops.has(tokens[end]?.text ?? '') &&
    tokens[end]?.tag !== 'PUNCT' &&
    (scan.quoteAt[end] ?? -1) < 0
  )
    end += 1;
  const first = tokens[verb + 1];
  const last = tokens[end - 1];
  return end > verb + 1 && first !== undefined && last !== undefined ? { start: first.start, end: last.end } : null;
}

/** "الحداد" is "سامي الحداد": the surname stands last. */
export function isShortArabic(name: string, whole: string): boolean {
  return !/\s/.test(name) && whole.endsWith(` ${name}`);
}

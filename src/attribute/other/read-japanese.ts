import type { Span } from '#core/article.ts';
import type { Scan, Unit } from '../scan-article.ts';
import type { Bearer } from '../sources/bearer.ts';
import type { Statement } from '../statement.ts';
import { trimSpan } from '../trim-span.ts';
import { readFields } from './field-kinds.ts';
import ja from './languages/ja.json' with { type: 'json' };
import { JAPANESE_FIELDS } from './script-fields.ts';
import { scriptBearer, scriptSpeech, scriptStatement, sourceFrom } from './script-statement.ts';

const WORDS = readFields(JAPANESE_FIELDS, ja, 'languages/ja.json');
const any = (list: readonly string[]) => `(?:${list.join('|')})`;
const TOPICS = any(WORDS.topics);
/** The one who speaks: the words before は or が, a comma or the sentence's beginning before them. */
const TOPIC = new RegExp(
  `(?:^|[、。）」\\s])([\\p{Script=Han}\\p{Script=Katakana}ー・${WORDS.of.join('')}Ａ-Ｚ\\p{Lu}\\p{Ll}]{2,30}?${any(WORDS.persons)}?)${TOPICS}(?=[、「『\\p{L}\\d])`,
  'gu',
);
/** Whoever is credited: the words before によると. */
const CREDITED = new RegExp(`(?:^|[、。\\s])([^、。「」]{2,30})(${any(WORDS.accordingTo)})、?`, 'u');
/** "…」と佐伯市長は | 述べた": whoever speaks may stand before the verb. */
const SAYS = new RegExp(
  `${any(WORDS.that)}(?:([^、。「」${WORDS.topics.join('')}]{2,24})${TOPICS})?(?:[^、。「」]{0,6}?)(${WORDS.says.join('|')})`,
  'u',
);
const DENIES = new RegExp(WORDS.denies.join('|'), 'u');
const PERSON = new RegExp(`${any(WORDS.persons)}$`, 'u');
const DOCUMENT = new RegExp(`${any(WORDS.documents)}$`, 'u');
const CONNECTOR = new RegExp(`^${any(WORDS.connectors)}`, 'u');

function japaneseBearer(name: string): Bearer {
  if (DOCUMENT.test(name)) return scriptBearer(name, 'document', false);
  // "担当者", "市長": an office without a name.
  if (PERSON.exec(name)?.index === 0) return scriptBearer(name, 'person', false);
  return scriptBearer(name, PERSON.test(name) ? 'person' : 'organization', true);
}

/** The statement of a Japanese sentence: beside the endings of saying, and where somebody is credited. */
export function readJapanese(scan: Scan, unit: Unit, index: number): Statement | null {
  const text = scan.text.slice(unit.span.start, unit.span.end);
  const at = (offset: number) => unit.span.start + offset;
  const quotes = scriptSpeech(scan, unit);
  const isQuoted = (offset: number) =>
    scan.quotes.some(({ outer }) => outer.start <= at(offset) && at(offset) < outer.end);
  const credited = CREDITED.exec(text);
  if (credited?.[1] !== undefined && !isQuoted(credited.index)) {
    const start = credited.index + credited[0].indexOf(credited[1]);
    const from = credited.index + credited[0].length;
    const content = trimSpan(scan.text, { start: at(from), end: at(text.replace(/。$/u, '').length) });
    if (content !== null)
      return scriptStatement(index, {
        basis: 'thought',
        cue: { start: at(start + credited[1].length), end: at(from) },
        verb: credited[2] ?? null,
        source: sourceFrom({ start: at(start), end: at(start + credited[1].length) }, japaneseBearer(credited[1])),
        content: [content],
      });
  }
  const said = SAYS.exec(text);
  if (said === null || isQuoted(said.index)) return null;
  const topic = [...text.slice(0, said.index).matchAll(TOPIC)].find(
    (match) => !isQuoted(match.index + match[0].length - 1),
  );
  const inner = said[1];
  const whole = inner ?? topic?.[1]?.replace(CONNECTOR, '');
  // "野党の | 高村健議員": what a person belongs to stands before the name.
  const name = whole !== undefined && PERSON.test(whole) ? afterOf(whole) : whole;
  const end =
    inner !== undefined ? said.index + 2 + inner.length : topic === undefined ? 0 : topic.index + topic[0].length;
  const span = name === undefined || name === '' ? null : { start: at(end - 1 - name.length), end: at(end - 1) };
  const cue = { start: at(said.index), end: at(said.index + said[0].length) };
  const source = span === null || name === undefined ? null : sourceFrom(span, japaneseBearer(name));
  const verb = said[2] ?? said[0];
  if (quotes.length > 0)
    return scriptStatement(index, { basis: 'quotation', cue, verb, source, content: quotes.map(({ inner }) => inner) });
  if (source === null) return null;
  // "市は | 12日、図書館を…": the day is not what was said.
  const from = inner !== undefined ? 0 : end + timeAt(text.slice(end));
  const content = from >= said.index ? null : trimSpan(scan.text, { start: at(from), end: at(said.index) });
  const stance = DENIES.test(said[0]) ? 'denies' : 'asserts';
  return content === null
    ? null
    : scriptStatement(index, { basis: 'thought', cue, verb, source, content: [withoutMarks(scan, content)], stance });
}

/** "「説明が足りない」と | 批判した": short words in marks, without the marks. */
function withoutMarks(scan: Scan, content: Span): Span {
  const whole = scan.quotes.find(({ outer }) => outer.start === content.start && outer.end === content.end);
  return whole?.inner ?? content;
}

/** "野党の | 高村健議員". */
function afterOf(words: string): string {
  const at = Math.max(...WORDS.of.map((of) => words.lastIndexOf(of) + (words.includes(of) ? of.length : 0)), 0);
  return words.slice(at);
}

/** How long the day is that a passage begins with. */
function timeAt(words: string): number {
  return Math.max(0, ...WORDS.times.map((pattern) => pattern.exec(words)?.[0].length ?? 0));
}

/** "鈴木さん" is "鈴木恵子さん": the surname stands first. */
export function isShortJapanese(name: string, whole: string): boolean {
  const [short, long] = [name.replace(PERSON, ''), whole.replace(PERSON, '')];
  return PERSON.test(name) && short.length > 1 && long.length > short.length && long.startsWith(short);
}

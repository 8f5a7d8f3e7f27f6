import type { Span } from '#core/article.ts';
import gapped from './data/gapped-en.json' with { type: 'json' };
import type { Scan } from './scan-article.ts';
import { nounKind } from './sources/noun-kind.ts';
import type { Statement } from './statement.ts';

const QUANTITY = String.raw`(?:(?:${gapped.about.join('|')}) )?[£$€¥]?\d[\d,.]{0,20}(?: ?(?:${gapped.units.join('|')}))?`;
/** ", the company at 250", " and police 17", at the end of what somebody says. */
const TAIL = new RegExp(
  String.raw`(?:[,;] (?:and |while |but )?| (?:and|while|but) )((?:\p{L}[\p{L}’'.&-]{0,30} ){0,4}?\p{L}[\p{L}’'.&-]{0,30}) ((?:at )?${QUANTITY})$`,
  'u',
);
const ENDS_AT = new RegExp(String.raw` (at ${QUANTITY})$`, 'u');
const OPENS = new RegExp(String.raw`^${QUANTITY} `, 'u');
const NO_SPEAKERS = new Set(gapped.noSpeakers);
/** A row of more is a table. */
const MOST = 6;

/**
 * "The union put the loss at 400, the company at 250": two figures, each somebody's, and the verb stands once. Where the first figure is of
 * another name ("said Holm scored 30 points, Lund 45") the second is told by the same mouth.
 */
export function splitGapped(scan: Scan, statement: Statement): Statement[] {
  const parts: Statement[] = [];
  let whole = statement;
  for (let turn = 0; turn < MOST; turn += 1) {
    const found = cutOne(scan, whole);
    if (found === null) break;
    whole = found.rest;
    if (found.part !== null) parts.unshift(found.part);
  }
  return [whole, ...parts];
}

function cutOne(
  { text }: Scan,
  statement: Statement,
): { readonly rest: Statement; readonly part: Statement | null } | null {
  const last = statement.content.at(-1);
  if (last === undefined || statement.stance !== 'asserts' || statement.source === null) return null;
  const words = text.slice(Math.max(last.start, last.end - LONGEST), last.end);
  const match = TAIL.exec(words);
  const [all = '', name = '', figure = ''] = match ?? [];
  if (match === null) return null;
  const end = last.end - words.length + match.index;
  const before = text.slice(last.start, end);
  const first = statement.content.length === 1 && figure.startsWith('at ') ? ENDS_AT.exec(before) : null;
  const isSame = figure.startsWith('at ') ? first !== null : OPENS.test(before);
  if (!isSame || !mayCount(name)) return null;
  const from = last.end - all.length + all.indexOf(name);
  const told = { start: last.end - figure.length, end: last.end };
  const opener = OPENS.exec(before)?.[0].length ?? 0;
  const matter: Span = { start: last.start + opener, end: first === null ? end : cutBefore(text, last.start, end) };
  return {
    rest: { ...statement, content: [...statement.content.slice(0, -1), { start: last.start, end }] },
    part: isKnown(name)
      ? {
          ...statement,
          isCarried: false,
          cited: null,
          addressee: null,
          source: {
            span: { start: from, end: from + name.length },
            apposition: null,
            antecedent: null,
            place: 'subject',
          },
          content: [matter, told],
        }
      : null,
  };
}

/** In UTF-16 units. */
const LONGEST = 200;

/** Where the matter ends whose first figure stands there: "the loss | at 400, the town at 300". */
function cutBefore(text: string, start: number, end: number): number {
  const words = text.slice(start, end);
  const at = words.search(new RegExp(String.raw` at ${QUANTITY}(?:[,;]| |$)`, 'u'));
  return at < 0 ? end : start + at;
}

/** Whether words are somebody who counts: a noun for one or for a body, or a name. */
function mayCount(name: string): boolean {
  const head = name.split(' ').at(-1) ?? '';
  if (NO_SPEAKERS.has(head.toLowerCase()) || NO_SPEAKERS.has(name.split(' ')[0]?.toLowerCase() ?? '')) return false;
  return isSpeaker(head) || isName(name);
}

function isKnown(name: string): boolean {
  return isSpeaker(name.split(' ').at(-1) ?? '') || /\p{Lu}\S* \p{Lu}/u.test(name);
}

function isSpeaker(word: string): boolean {
  const kind = nounKind(word.toLowerCase());
  return kind !== null && kind !== 'document';
}

function isName(name: string): boolean {
  return name
    .replace(/^the /iu, '')
    .split(' ')
    .every((word) => /^(?:\p{Lu}|of$|and$|&)/u.test(word));
}

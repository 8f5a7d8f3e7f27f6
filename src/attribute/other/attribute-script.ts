import type { Scan, Unit } from '../scan-article.ts';
import type { Bearer } from '../sources/bearer.ts';
import type { Statement } from '../statement.ts';
import { isShortArabic, readArabic } from './read-arabic.ts';
import { isShortJapanese, readJapanese } from './read-japanese.ts';
import { scriptSpeech, scriptStatement } from './script-statement.ts';

const READERS = new Map([
  ['ar', { read: readArabic, isShort: isShortArabic }],
  ['ja', { read: readJapanese, isShort: isShortJapanese }],
]);

/** Of so many names before a surname the last that fits is meant. */
const MOST_NAMES = 50;

/** Statements in Japanese and Arabic, whose letters have no capitals: beside the endings and verbs of saying. */
export function attributeScript(scan: Scan): Statement[] {
  const reader = READERS.get(scan.article.language.split('-')[0] ?? '');
  if (reader === undefined) return [];
  const out: Statement[] = [];
  const known: Bearer[] = [];
  scan.units.forEach((unit, index) => {
    const one = reader.read(scan, unit, index, out.at(-1)) ?? carriedOn(scan, unit, index, out.at(-1));
    if (one === null) return;
    const bearer = one.source?.bearer ?? null;
    const meant = known.findLast((before) => bearer !== null && reader.isShort(bearer.name, before.name));
    const isMeant = one.source !== null && meant !== undefined;
    out.push(isMeant ? { ...one, source: { ...one.source, bearer: { ...meant, certainty: 0.9 } } } : one);
    if (bearer?.kind === 'person' && bearer.named && meant === undefined) known.push(bearer);
    if (known.length > MOST_NAMES) known.shift();
  });
  return out;
}

/** A lone quotation behind a statement of the same paragraph. */
function carriedOn(scan: Scan, unit: Unit, index: number, last: Statement | undefined): Statement | null {
  const speech = scriptSpeech(scan, unit);
  const isNear = last !== undefined && scan.units[last.unit]?.paragraph === unit.paragraph;
  if (speech.length === 0 || !isNear) return null;
  const content = speech.map(({ inner }) => inner);
  return scriptStatement(index, { basis: 'continued', isCarried: true, source: last.source, content });
}

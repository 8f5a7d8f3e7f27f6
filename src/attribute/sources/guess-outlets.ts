import type { Span } from '#core/article.ts';
import { onceFor } from '#core/once-for.ts';
import { isOrdinaryNoun, isOrdinaryWord } from '#language/is-ordinary-word.ts';
import outlets from '../data/outlets-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import type { Entity, Roster } from './entity.ts';
import { isHouse } from './is-house.ts';
import { isOutletNoun } from './is-outlet-name.ts';
import { isFirmWord, isFirstName, isPartisan, isRelational, isTitle, nounKind } from './noun-kind.ts';
import { nameOfOutlet } from './outlet-phrase.ts';
import { type Setting, settingsIn } from './settings-in.ts';

/** Behind the head of a name: "Chamber | of Trade". */
const LINKS: ReadonlySet<string> = new Set(['of', 'for', 'on']);
const AUDIENCES: ReadonlySet<string> = new Set(outlets.audiences);
/** What stands beside a name is looked for within this many characters. */
const BESIDE = 60;

/**
 * Marks as outlets the names that nothing but their place tells to be such: whoever is “told” things, met for an interview
 * or shown a letter under a name of two words or more with an article, and is no person, no place and no body that hears
 * people, is a paper or a station: "told the Barrow Call". Linear in the settings of the article.
 */
export function guessOutlets(scan: Scan, { at, mentions }: Pick<Roster, 'at' | 'mentions'>): void {
  /** How often a name of one word stands where people are heard. */
  const heard = new Map<Entity, number>();
  const mark = (entity: Entity) => {
    entity.isOutlet = true;
    entity.kind = 'organization';
  };
  for (const unit of scan.units)
    for (const whole of settingsIn(scan, unit)) {
      const setting = withoutWhatIsIts(scan, whole);
      const entity = at(setting.span);
      if (entity === null || entity.isOutlet) continue;
      const words = scan.text.slice(setting.span.start, setting.span.end);
      const isSaid = nameOfOutlet(words)?.endsWith(entity.name) === true && !isGivenName(entity);
      if (!isSaid && (!setting.isOpen || !isLikely(scan, setting, entity))) continue;
      if (isSaid || entity.name.includes(' ')) mark(entity);
      else heard.set(entity, (heard.get(entity) ?? 0) + 1);
    }
  for (const { span, entity } of mentions) if (!entity.isOutlet && isReporter(scan, span, entity)) mark(entity);
  // "Brinehouse, which built the yacht, …": one that does other things as well is a firm.
  for (const [entity, times] of heard) if (times === entity.mentions.length) mark(entity);
}

/** "Told the Barrow Call’s Jan Holt", "the Barrow Call’s questions": whose they are. */
function withoutWhatIsIts({ text }: Scan, setting: Setting): Setting {
  const owner = /^(?:[Tt]he\s)?\p{Lu}[^’',]*(?=[’']s?(?:\s|$))/u.exec(
    text.slice(setting.span.start, setting.span.end),
  )?.[0];
  if (owner === undefined || !setting.isOpen) return setting;
  return { ...setting, span: { start: setting.span.start, end: setting.span.start + owner.length } };
}

/** "The channel, Jan Holt": a person. */
function isGivenName({ name }: Entity): boolean {
  return isFirstName(name.split(' ')[0] ?? '');
}

/** "The Barrow Call | reported on Friday that": firms, which report too, have no article. */
function isReporter(scan: Scan, { start, end }: Span, entity: Entity): boolean {
  const { text } = scan;
  const isNamed = entity.name.includes(' ') && /\b[Tt]he\s$/.test(text.slice(Math.max(0, start - 4), start));
  const isReport = REPORTED.test(text.slice(end, end + BESIDE));
  return (
    isNamed &&
    isReport &&
    entity.kind !== 'person' &&
    !isMany(entity.name) &&
    !isOfBody(entity.name, '') &&
    !isBody(scan, entity)
  );
}

const REPORTED =
  /^(?:\s(?:first\s|has\s|had\s)?report(?:ed|s)(?:[,.]|\s(?:that|on\s\p{Lu}|this|last|late|earlier|yesterday|in\s\p{Lu}))|,?\s(?:which\s)?(?:cited|citing|cites|quoted|quotes|quoting)\s)/u;

const NAME = /^(the\s)?(\p{Lu}[\p{L}\d’'&-]*(?:\s(?:\p{Lu}[\p{L}\d’'&-]*|&|of|and))*)$/iu;

function isLikely(scan: Scan, setting: Setting, entity: Entity): boolean {
  const { text } = scan;
  const { span } = setting;
  const [, article, name = ''] = NAME.exec(text.slice(span.start, span.end)) ?? [];
  const isWhole = entity.name.replace(/^The\s/, '') === name;
  if (!/^\p{Lu}/u.test(name) || !isWhole || isHouse(name) || isPlace(entity)) return false;
  const after = text.slice(span.end, span.end + BESIDE);
  const apposed = APPOSED.exec(after)?.[1];
  const behind = /^\s(\p{Ll}+)/u.exec(after)?.[1] ?? '';
  if ([apposed ?? '', behind].some(isOutletNoun) || behind === 'agency') return true;
  if (apposed !== undefined && nounKind(apposed) !== null) return false;
  if (isOfBody(name, behind) || isBody(scan, entity)) return false;
  // "Speaking on The Long Table": a title brings its article along.
  if (article !== 'The' && WHERE.test(text.slice(Math.max(0, span.start - BESIDE), span.start))) return false;
  const words = name.split(' ');
  if (article !== undefined && words.length > 1) return !isMany(name);
  if (entity.kind !== 'organization' && words.length === 1) return false;
  const isHeard = setting.isTold || setting.isMeeting;
  if (words.length === 1)
    return (
      isHeard && entity.placed === 0 && !isMany(name) && (article === undefined ? isRareWord(name) : isTitleWord(name))
    );
  return (isHeard || setting.isPrinted) && isTitled(words);
}

const APPOSED =
  /^,\s(?:a|an|the|its)\s(?:[\p{Ll}-]+\s){0,3}?(\p{Ll}+)(?=[,.]|\s(?:for|of|about|that|which|in|on|by)\s)/u;

/** "Skift": no word of the language, and so no place or body that it has a word for. */
function isRareWord(name: string): boolean {
  return !isOrdinaryWord(name.toLowerCase()) && !isFirstName(name);
}

/** "La Voz", "Der Bote": articles of other languages. */
const FOREIGN: ReadonlySet<string> = new Set([
  'Das',
  'De',
  'Der',
  'Die',
  'El',
  'Il',
  'La',
  'Las',
  'Le',
  'Les',
  'Lo',
  'Los',
]);

/** Names that are called something else than outlets somewhere in the article. */
const bodiesOf = onceFor((_: Scan) => new Map<Entity, boolean>());

function isBody(scan: Scan, entity: Entity): boolean {
  const bodies = bodiesOf(scan);
  const known = bodies.get(entity) ?? entity.mentions.some(({ span }) => isCalledBody(scan.text, span));
  bodies.set(entity, known);
  return known;
}

/** "The Lantern", "the Torg": a thing's name, or a word of another language. */
function isTitleWord(name: string): boolean {
  return isOrdinaryNoun(name.toLowerCase()) || (isRareWord(name) && /\p{Ll}$/u.test(name));
}

/** "Capital Download", "Port & Haulage": no person's name begins with a common word. */
function isTitled(words: readonly string[]): boolean {
  const [first = ''] = words;
  if (FOREIGN.has(first)) return true;
  if (isFirstName(first) || isFirmWord(words.at(-1)?.toLowerCase() ?? '')) return false;
  return words.includes('&') || /^\p{Lu}{2,}$|\p{Ll}\p{Lu}/u.test(first) || isOrdinaryWord(first.toLowerCase());
}

/** "Speaking on | the Tarn Coast": where somebody is. */
const WHERE =
  /\b(?:speaking|spoke|spoken|said|appear\p{L}+|explained|revealed|insisted|claimed|argued|admitted)\s(?:on|in)\s$/u;

/** "In the Tarn Valley": a name stands behind such words where it was met, too. */
function isPlace({ placed, mentions }: Entity): boolean {
  return (placed - 1) * 2 >= mentions.length;
}

/** Whether a name says, by its words or the word behind it, that it is another body's or a person's: "the Port Trust", "the Holm | family". */
function isOfBody(name: string, behind: string): boolean {
  const words = name.toLowerCase().split(' ');
  const last = words.at(-1) ?? '';
  const kind = nounKind(last);
  return (
    words.some((word, i) => AUDIENCES.has(word) && LINKS.has(words[i + 1] ?? 'of')) ||
    (kind !== null && kind !== 'document' && (kind !== 'person' || isRelational(last) || isTitle(last))) ||
    isPartisan(last) ||
    AUDIENCES.has(behind) ||
    (nounKind(behind) !== null && !isOutletNoun(behind))
  );
}

/** "The Americans", "the Liberal Democrats": many people. */
function isMany(name: string): boolean {
  return /[^s]s$/.test(name) && !/\p{Ll}\p{Lu}/u.test(name);
}

/** "The charity | Clear Tarn". */
function isCalledBody(text: string, { start }: Span): boolean {
  const beside = /(?:^|\s)(\p{Ll}+)\s$/u.exec(text.slice(Math.max(0, start - BESIDE), start))?.[1] ?? '';
  return nounKind(beside) === 'body' && !isOutletNoun(beside);
}

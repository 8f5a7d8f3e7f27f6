import type { SourceKind } from '#core/testimony.ts';
import { phrasePattern } from '#language/phrase-pattern.ts';
import { MONTHS, WEEKDAYS } from '../clauses/times.ts';
import data from '../data/describing-en.json' with { type: 'json' };
import { isHouse } from './is-house.ts';
import { isPartisan, nounKind } from './noun-kind.ts';

/** What the words alone say of a source without a name. */
export type Description = {
  readonly head: string;
  readonly kind: SourceKind;
  readonly named: boolean;
  readonly isDefinite: boolean;
};

/** Behind these stands what is told of a source, and not what it is. */
const STOPS: ReadonlySet<string> = new Set(data.stops);
const SEEN: ReadonlySet<string> = new Set(data.seen);
const COUNTS: ReadonlySet<string> = new Set(data.counts);
const SINGLES: ReadonlySet<string> = new Set(data.singles);
const PRESS_OFFICES: ReadonlySet<string> = new Set(data.pressOffices);
/** "Nearly three quarters", "48 per cent". */
const SHARES = phrasePattern('end', data.shares);
/** Before its noun a participle describes it: "a leaked email", "the newly published draft". */
const BEFORE_NOUN = /^(?:an?|the|his|her|its|their)$|ly$/;

/** Reads a noun phrase: its head word, its kind, and whether its words name anybody. */
export function describeSource(words: string): Description {
  const list = words.split(/[\s,]+/).filter((word) => word !== '');
  const lower = list.map((word) => word.toLowerCase().replace(/[.;:]$/, ''));
  if (isHouse(lower.join(' ')))
    return { head: lower.at(-1) ?? '', kind: 'organization', named: true, isDefinite: false };
  let stop = lower.findIndex((word, i) => i > 0 && STOPS.has(word) && !BEFORE_NOUN.test(lower[i - 1] ?? ''));
  if (stop < 0) stop = lower.length;
  const core = lower.slice(0, stop).map((word) => word.replace(/[’']s?$/, ''));
  let head = core.at(-1) ?? '';
  let kind = nounKind(head);
  // "The third person", "a report Thursday": the last word that names a kind.
  for (let i = core.length - 1; kind === null && i >= 0; i -= 1) {
    kind = nounKind(core[i] ?? '');
    if (kind !== null) head = core[i] ?? '';
  }
  // "A New Keim Republican" names nobody.
  if (kind === null && stop > 1 && isPartisan(head) && /^\p{Lu}/u.test(list[stop - 1] ?? '')) kind = 'person';
  // "The coast guard" is none of its men.
  if (/\b(?:coast|national) guard$/.test(core.join(' '))) kind = 'body';
  const isDefinite = /^(?:the|this|that|these|those|its|his|her|their|both)$/.test(lower[0] ?? '');
  const isIndefinite = /^(?:a|an|one|another|some|any|several|two|three|four|five|many|few)$/.test(lower[0] ?? '');
  const isOwnedDocument = /^(?:its|his|her|their)$/.test(lower[0] ?? '');
  const isOwned =
    /^(?:its|his|her|their)$/.test(lower[0] ?? '') || list.slice(0, stop).some((word) => /[’']s$/.test(word));
  // "A letter seen by the Courier" tells who saw it, not who wrote it; "Holt's letter" begins with its author.
  const seen = lower.findIndex((word, i) => SEEN.has(word) && lower[i + 1] === 'by');
  const isByName = /^\p{Lu}.*[’']s$/u.test(list[0] ?? '') && stop > 1;
  const hasName = list
    .slice(0, seen < 0 ? list.length : seen)
    .some(
      (word, i) =>
        !MONTHS.has(word.toLowerCase().replace(/\.$/, '')) &&
        !WEEKDAYS.has(word.toLowerCase()) &&
        (i > 0 || !isDefinite) &&
        /^\p{Lu}/u.test(word) &&
        !(i === 0 && !/^\p{Lu}{2,}$/u.test(word)),
    );
  if (
    SINGLES.has(core[0] === 'the' ? (core[1] ?? '') : (core[0] ?? '')) &&
    (kind === null || stop < lower.length) &&
    lower[0] !== 'this'
  ) {
    return { head, kind: 'person', named: false, isDefinite };
  }
  // "48% of those asked", "nearly three quarters of farmers"
  if (SHARES.test(core.join(' ')) || /\d\s?%$/.test(head)) return { head, kind: 'group', named: false, isDefinite };
  if (COUNTS.has(core[0] ?? '') && (kind === null || kind === 'person'))
    return { head, kind: 'group', named: false, isDefinite };
  if (kind === 'document') return { head, kind: 'document', named: hasName || isOwnedDocument || isByName, isDefinite };
  if (kind === 'office')
    return {
      head,
      kind: PRESS_OFFICES.has(head) ? 'organization' : head.startsWith('spokes') ? 'person' : 'group',
      // "The mayor's office" is one office, "her office" depends on whom she is.
      named: PRESS_OFFICES.has(head) && isOwned && !isOwnedDocument,
      isDefinite,
    };
  if (kind === 'body') return { head, kind: 'organization', named: !isIndefinite && !isOwnedDocument, isDefinite };
  if (kind === 'person') return { head, kind: 'person', named: false, isDefinite };
  if (kind === 'group') return { head, kind: 'group', named: false, isDefinite };
  if (/^(?:they|them|we|us)$/.test(head)) return { head, kind: 'group', named: false, isDefinite };
  if (/^(?:it)$/.test(head)) return { head, kind: 'organization', named: false, isDefinite };
  const isPlural = head.endsWith('s') && !head.endsWith('ss');
  if (hasName) return { head, kind: 'organization', named: true, isDefinite };
  return { head, kind: isPlural ? 'group' : 'person', named: false, isDefinite };
}

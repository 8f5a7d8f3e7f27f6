import { type Bearer, bearerOf } from './bearer.ts';
import type { Description } from './describe-source.ts';
import type { Entity } from './entity.ts';
import type { Memory } from './memory.ts';
import { holdsRole, wholeTitle } from './noun-kind.ts';

/** As sure as a role that the article gives. */
const CERTAINTY = 0.85;
/** "Tarn Water’s | chief executive", "the Tarn Water | boss": whose, and what. */
const OWNED =
  /^(?:[Tt]he\s)?(\p{Lu}[\p{L}\d&-]*(?:\s\p{Lu}[\p{L}\d&-]*)*)(?:[’']s?)?\s((?:\p{Ll}[\p{L}-]*\s){0,3}\p{Ll}[\p{L}-]*)$/u;
/** "The mayor of Tarn". */
const OF = /^[Tt]he\s((?:\p{Ll}[\p{L}-]*\s){0,2}\p{Ll}[\p{L}-]*)\sof\s(\p{Lu}[\p{L}\d&-]*(?:\s\p{Lu}[\p{L}\d&-]*)*)$/u;
/** "Her lawyer", "its chairman". */
const THEIRS = /^(?:his|her|its|their)\s((?:\p{Ll}[\p{L}-]*\s){0,3}\p{Ll}[\p{L}-]*)$/iu;
/** As far as whose role it is stands from a name, in characters. */
const BESIDE = 80;

/**
 * Whom "Tarn Water’s chief executive" means: the only person whom the article has introduced in that role beside that owner. Null where there
 * is none, or there are several.
 */
export function resolveOwned(
  { roster, scan }: Memory,
  { head, kind }: Description,
  at: number,
  words: string,
): Bearer | null {
  const theirs = THEIRS.exec(words)?.[1];
  const [, of = '', whose = ''] = OF.exec(words) ?? [];
  const [, owner = whose, role = of === '' ? (theirs ?? '') : of] =
    theirs === undefined ? (OWNED.exec(words) ?? []) : [];
  if (kind !== 'person' || role === '' || !role.endsWith(head) || OFFICE.test(head)) return null;
  const names = owner === '' ? [] : owner.toLowerCase().split(/\s/);
  const isIntroduced = (entity: Entity) =>
    entity.kind === 'person' &&
    entity.role !== null &&
    holdsRole(entity.role.split(' ').map(wholeTitle).join(' '), head) &&
    entity.mentions.some(({ span }) => {
      if (span.start >= at) return false;
      // Of “her lawyer” there is one, if the article knows one.
      if (names.length === 0) return true;
      const before =
        scan.text
          .slice(Math.max(0, span.start - BESIDE), span.start)
          .split(/[.!?\n]\s/)
          .at(-1) ?? '';
      const after = scan.text.slice(span.end, span.end + BESIDE).split(/[.!?\n](?:\s|$)/)[0] ?? '';
      // Between the owner and the name nobody else’s role stands.
      const [last] = [...before.matchAll(/\p{Lu}[\p{L}\d-]*/gu)].map(([word]) => word.toLowerCase()).slice(-1);
      const isBefore = last !== undefined && names.includes(last);
      const [own = ''] = after.split(/\s(?:and|but|met|said|told)\s/);
      return isBefore || (own.startsWith(',') && names.some((name) => own.toLowerCase().includes(name)));
    });
  const found = roster.entities.filter(isIntroduced);
  const [only] = found;
  return only !== undefined && found.length === 1 ? bearerOf(only, CERTAINTY) : null;
}

/** There are many of these. */
const OFFICE = /^(?:member|official|player|spokes\p{L}+|source|supporter|voter|worker)$/u;

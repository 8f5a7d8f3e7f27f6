import type { Span } from '#core/article.ts';
import type { Entity } from './entity.ts';
import { isFirstName, isTitle, nounKind } from './noun-kind.ts';

/** A role in the article's words is cut after so many characters. */
const ROLE_LENGTH = 90;

/** What stands between commas after a name and is no role: how it was said, or a word of connection. */
const NO_ROLE =
  /^(?:(?:(?:now|currently|still|already|recently|then|also)\s)?(?:appearing|citing|facing|flanked|joined|living|looking|pictured|sitting|speaking|standing|talking|wearing|working|writing)|(?:now|currently|still|also|recently)\s(?:at|based|from|in|married|of|on|retired)|(?:who|whose|whom|which|where|that)\s|(?:KC|QC|MP|MEP|OBE|CBE|MBE|PhD|MD|DBE|Jr|Sr)\b|(?:however|meanwhile|though|too|also|instead|moreover|furthermore|nevertheless|nonetheless|in\s+turn|in\s+fact|of\s+course|by\s+contrast|for\s+(?:example|instance|its\s+part|his\s+part|her\s+part|their\s+part))\b)/i;

/** A noun phrase without what hangs on it: "a spokesman | for the port", "Ana Ruiz | – a cousin –". */
export function coreSpan(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const cut =
    /\s(?:of|for|at|from|who|which|with|speaking|briefed|familiar|in|on|by|to)\s|\s?(?:,(?!\d{3})|\()|\s[–—-]\s/u.exec(
      words,
    );
  // "The University of Lund" is one name.
  const before = words.slice(0, cut?.index ?? 0).replace(/^[Tt]he\s/, '');
  if (
    cut === null ||
    (cut[0] === ' of ' &&
      /^\p{Lu}[\p{L}.]*$/u.test(before) &&
      nounKind(before.toLowerCase()) !== 'group' &&
      nounKind(before.toLowerCase()) !== 'person')
  )
    return span;
  return cut.index > 0 ? { start: span.start, end: span.start + cut.index } : span;
}

/** Whether a phrase ends with the name, so that it means its bearer: not "Maro's office", not "the Keim hospital". */
export function endsWithName(text: string, span: Span, entity: Entity): boolean {
  const words = text.slice(span.start, span.end).replace(/[\s,]+$/, '');
  if (/[’']s?$/.test(words)) return false;
  // "Yoon Hae-won": what is small behind a hyphen belongs to the word before.
  const last = words.split(/\s+|-(?=\p{Lu})/u).at(-1) ?? '';
  const isCapital = /^\p{Lu}/u.test(last);
  return (
    isCapital &&
    (entity.name.endsWith(last) ||
      entity.mentions.some((mention) => text.slice(mention.span.start, mention.span.end).endsWith(last)))
  );
}

/** "Kremlin spokesman" before a name, "a lawyer for the victims" after it. */
export function roleOf(text: string, core: Span, entity: Entity, apposition: Span | null): string | null {
  const words = text.slice(core.start, core.end);
  const first = entity.name.split(' ')[0] ?? '';
  const at = words.lastIndexOf(first);
  const before =
    at > 0
      ? words
          .slice(0, at)
          .replace(/^(?:The|the|A|a|an|An)\s+/, '')
          .replace(/(?:^|\s)(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady)\.?\s*$/, '')
          .trim()
      : '';
  if (before !== '' && before.length <= ROLE_LENGTH && /\p{L}{3}/u.test(before)) return before;
  if (apposition === null) return null;
  const after = withinLength(text.slice(apposition.start, apposition.end))
    .replace(/^\d{1,3},?\s*/, '')
    .replace(/^(?:a|an|the)\s+/, '')
    .replace(/[\s,]+$/, '');
  return after === '' || NO_ROLE.test(after) ? null : after;
}

/** A long role without what is told of it further on: "a professor of glass | who has studied lamps for twenty years". */
function withinLength(words: string): string {
  if (words.length <= ROLE_LENGTH) return words;
  const begins = words.slice(0, ROLE_LENGTH + 1);
  const clause = begins.search(/\s(?:who|whose|whom|which|that)\s/);
  const part = Math.max(begins.lastIndexOf(', '), begins.lastIndexOf(' and '));
  return begins.slice(0, [clause, part].find((at) => at > SHORTEST_ROLE) ?? begins.lastIndexOf(' '));
}

/** Characters. Less before a comma is no role. */
const SHORTEST_ROLE = 12;

/** The entity that a phrase names at its end; null where its name only stands somewhere in it. */
export function nameInPhrase(text: string, core: Span, entity: Entity | null): Entity | null {
  return entity !== null && endsWithName(text, core, entity) ? entity : null;
}

/**
 * "Secretary of State Ana Ruiz", "Commissioner for Schools in Wales Jan Holt": a title that holds another name, and whose bearer's name stands
 * at its end. Not "a lawyer for Ana Ruiz", nor "a friend of the actor Jan Holt".
 */
export function namedAtEnd(text: string, span: Span, entity: Entity | null): { entity: Entity; role: string } | null {
  if (entity === null || entity.kind === 'organization' || !isFirstName(entity.name.split(' ')[0] ?? '')) return null;
  const words = text.slice(span.start, span.end);
  const at = words.lastIndexOf(entity.name);
  const role = words.slice(0, Math.max(0, at)).trim();
  const last = role.split(/\s/).at(-1) ?? '';
  const isTitled = role.split(/\s/, 3).some((word) => isTitle(word) || nounKind(word.toLowerCase()) === 'person');
  const isHeld = /\s(?:of|for|in|at)\s/.test(role) && /^\p{Lu}/u.test(last) && !isTitle(last);
  const ends = at > 0 && at + entity.name.length === words.length && entity.name.includes(' ');
  return ends && isTitled && isHeld && /^\p{Lu}/u.test(role) && !/^An?\s/.test(role) ? { entity, role } : null;
}

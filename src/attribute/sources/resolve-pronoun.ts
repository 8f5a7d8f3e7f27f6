import { type Bearer, bearerOf } from './bearer.ts';
import type { Roster } from './entity.ts';
import { lastBefore, type Memory } from './memory.ts';
import type { Gender } from './noun-kind.ts';
import { pluralOpener } from './plural-opener.ts';

/** A pronoun means nobody who was last named more than this many characters before: about four paragraphs. */
const PRONOUN_REACH = 1_600;

/** Whom a pronoun means: "he" by gender and nearness, "it" and "they" by what spoke last. Null where nobody fits. */
export function resolvePronoun(memory: Memory, word: string, at: number): Bearer | null {
  const gender = PERSONAL[word];
  if (gender !== undefined) return byGender(memory, gender, at);
  const isOne = word.startsWith('it');
  const opener = isOne ? openerBefore(memory, at) : word === 'they' ? pluralOpener(memory, at) : null;
  return opener ?? byNumber(memory, word, at) ?? (isOne ? lastOrganization(memory.roster, at) : null);
}

const PERSONAL: Readonly<Record<string, Gender>> = {
  he: 'masculine',
  him: 'masculine',
  his: 'masculine',
  she: 'feminine',
  her: 'feminine',
};

/** What speaks for a person as the one a pronoun means. Weights are in paragraphs' worth of nearness (see FADE). */
const WEIGHTS = {
  /** The source of the statement before. */
  lastSource: 1.6,
  /** That, when only statements inside its own content came after it. */
  lastOuterSource: 1.4,
  /** A source of some statements ago. */
  earlierSource: 0.3,
  /** Inside what somebody else says. */
  nestedSource: 0.2,
  /** A name at the front of a sentence. */
  opensSentence: 1.4,
  /** Known to be a woman or a man, as the pronoun says. */
  sameGender: 1.2,
  /** Not even known to be a person. */
  unsure: -0.3,
} as const;
/** A candidate loses one point for so many characters of distance: about a short paragraph. */
const FADE = 220;
/** Two candidates nearer to each other than this leave the pronoun in doubt. */
const CLEAR_LEAD = 0.4;
/** How many sources back a pronoun may reach. */
const SOURCES_BACK = 8;

type Candidate = { readonly bearer: Bearer; readonly score: number };

function candidate(bearer: Bearer, distance: number, bonus: number, known: Gender | null, gender: Gender): Candidate[] {
  const fits = (known === null || known === gender) && distance > 0 && distance <= PRONOUN_REACH;
  return fits ? [{ bearer, score: bonus - distance / FADE + (known === gender ? WEIGHTS.sameGender : 0) }] : [];
}

function sourcesBefore({ past }: Memory, gender: Gender, at: number): Candidate[] {
  const found: Candidate[] = [];
  let onlyNested = true;
  for (let i = past.length - 1; i >= Math.max(0, past.length - SOURCES_BACK); i -= 1) {
    const other = past[i];
    if (other === undefined) break;
    const isLast = i === past.length - 1;
    const bonus = other.isNested
      ? WEIGHTS.nestedSource
      : isLast
        ? WEIGHTS.lastSource
        : onlyNested
          ? WEIGHTS.lastOuterSource
          : WEIGHTS.earlierSource;
    if (!other.isNested) onlyNested = false;
    if (other.bearer.kind !== 'person') continue;
    found.push(...candidate(other.bearer, at - other.at, bonus, other.bearer.entity?.gender ?? other.gender, gender));
  }
  return found;
}

function namesBefore({ roster, scan }: Memory, gender: Gender, at: number): Candidate[] {
  const found: Candidate[] = [];
  for (let i = lastBefore(roster, at); i >= 0; i -= 1) {
    const mention = roster.mentions[i];
    if (mention === undefined || at - mention.span.start > PRONOUN_REACH) break;
    const { entity, span } = mention;
    // "RUIZ: Holm says that he …": whose turn it is is no one that it tells of.
    if (entity.kind === 'organization' || mention.isQuoted || /^\s?:/.test(scan.text.slice(span.end, span.end + 2)))
      continue;
    const before = scan.text.slice(Math.max(0, span.start - 30), span.start);
    const opens = /(?:^|[.!?\n,]["”’]?\s?)(?:[\p{L}.]+\s){0,2}$/u.test(before);
    const bonus =
      (opens ? WEIGHTS.opensSentence : 0) + (entity.kind === 'unknown' && entity.gender === null ? WEIGHTS.unsure : 0);
    found.push(...candidate(bearerOf(entity, 0.85), at - span.start, bonus, entity.gender, gender));
  }
  return found;
}

/** "He": the last source if it fits, else the person named last outside quotations, at the front of a sentence first. */
function byGender(memory: Memory, gender: Gender, at: number): Bearer | null {
  const all = [...sourcesBefore(memory, gender, at), ...namesBefore(memory, gender, at)].toSorted(
    (a, b) => b.score - a.score,
  );
  const best = all[0];
  if (best === undefined) return bareName(memory, at);
  const rival = all.find(({ bearer }) => bearer.key !== best.bearer.key);
  const isClear = best.score > 0 && (rival === undefined || best.score - rival.score >= CLEAR_LEAD);
  if (best.bearer.entity !== null) best.bearer.entity.gender ??= gender;
  return { ...best.bearer, certainty: Math.min(best.bearer.certainty, isClear ? 0.92 : 0.75) };
}

/** "Zarka said …. “…,” she said": a name alone that has just spoken, and looked like a firm's till now. */
function bareName({ past }: Memory, at: number): Bearer | null {
  const last = past.at(-1);
  if (last === undefined || at - last.at > SAME_BREATH || last.bearer.kind !== 'organization') return null;
  const isBare = /^\p{Lu}[\p{Ll}’'-]+$/u.test(last.bearer.name) && last.bearer.entity?.isOutlet !== true;
  return isBare ? { ...last.bearer, kind: 'person', certainty: 0.6 } : null;
}

/** "A second source insisted …. “…,” they said": who has just spoken, in characters. */
const SAME_BREATH = 200;

/** "They" may be one person that the article keeps in the dark ("the pal"); whoever has a name is "he" or "she". */
const isInTheDark = ({ bearer, gender }: Memory['past'][number]) =>
  bearer.kind === 'person' && bearer.entity === null && gender === null;

function byNumber({ past }: Memory, word: string, at: number): Bearer | null {
  const wanted =
    word === 'they' || word === 'them' || word === 'their'
      ? ['group organization', 'person']
      : ['organization document', 'group'];
  const last = past.at(-1);
  if (word === 'they' && last !== undefined && isInTheDark(last) && at - last.at < SAME_BREATH)
    return { ...last.bearer, certainty: Math.min(last.bearer.certainty, 0.6) };
  for (const kinds of wanted) {
    for (let i = past.length - 1; i >= Math.max(0, past.length - 4); i -= 1) {
      const other = past[i];
      const kind = other?.bearer.kind;
      if (other !== undefined && kind === 'person' && !isInTheDark(other)) continue;
      if (other !== undefined && kind !== undefined && kinds.includes(kind))
        return { ...other.bearer, certainty: Math.min(other.bearer.certainty, kind === 'person' ? 0.6 : 0.85) };
    }
  }
  return null;
}

/** "Fair Post disputed that. It said …": the body that the sentence before begins with, when nothing has spoken since. */
function openerBefore({ past, roster, scan }: Memory, at: number): Bearer | null {
  const { sentences } = scan.article;
  const s = sentences.findLastIndex(({ start }) => start <= at) - 1;
  const here = sentences[s + 1];
  const last = sentences[s];
  // Only a pronoun at the front of its sentence takes up the subject of the one before.
  if (here === undefined || last === undefined || at - here.start > 1) return null;
  for (let i = lastBefore(roster, last.end); i >= 0; i -= 1) {
    const mention = roster.mentions[i];
    if (mention === undefined || mention.span.start < last.start) break;
    const { entity, span, isQuoted } = mention;
    if (isQuoted || entity.kind !== 'organization' || !OPENS.test(scan.text.slice(last.start, span.start))) continue;
    if (!/^\s?(?:,|\p{Ll})/u.test(scan.text.slice(span.end, span.end + 2))) continue;
    // "The independent Vallish website Aksel": what only tells of the next noun.
    if (/^\s\p{Ll}[\p{L}-]*\s\p{Lu}/u.test(scan.text.slice(span.end, span.end + MODIFIED))) continue;
    const other = past.at(-1);
    return other !== undefined && other.at > span.start ? null : bearerOf(entity, 0.85);
  }
  return null;
}

/** As far as a noun and the name behind it are looked for, in characters. */
const MODIFIED = 24;

/** What may stand before the subject of a sentence that a pronoun takes up: an article, a noun or two of what it is. */
const OPENS = /^(?:[Tt]he |[Aa]n? |[Ii]ts |But |And )?(?:[\p{L}-]+[’']s )?(?:\p{Ll}[\p{L}-]* ){0,3}(?:[\p{Ll}]+, )?$/u;

function lastOrganization(roster: Roster, at: number): Bearer | null {
  for (let i = lastBefore(roster, at); i >= 0; i -= 1) {
    const mention = roster.mentions[i];
    if (mention === undefined || at - mention.span.start > PRONOUN_REACH / 2) return null;
    if (mention.entity.kind === 'organization' && !mention.isQuoted) return bearerOf(mention.entity, 0.65);
  }
  return null;
}

import { type Bearer, bearerOf } from './bearer.ts';
import type { Roster } from './entity.ts';
import { lastBefore, type Memory } from './memory.ts';
import { type Gender, nounKind } from './noun-kind.ts';
import { PRONOUN_REACH } from './person-candidates.ts';
import { pluralOpener } from './plural-opener.ts';
import { resolvePerson, SAME_BREATH } from './resolve-person.ts';

/** Whom a pronoun means: "he" by gender and nearness, "it" and "they" by what spoke last. Null where nobody fits. */
export function resolvePronoun(memory: Memory, word: string, at: number): Bearer | null {
  const gender = PERSONAL[word];
  if (gender !== undefined) return resolvePerson(memory, gender, at);
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

/** "They" may be one person that the article keeps in the dark ("the pal"); whoever has a name is "he" or "she". */
const isInTheDark = ({ bearer, gender, head }: Memory['past'][number]) =>
  bearer.kind === 'person' && bearer.entity === null && gender === null && (head === '' || nounKind(head) !== null);

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

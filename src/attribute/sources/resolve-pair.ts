import type { Span } from '#core/article.ts';
import type { Bearer } from './bearer.ts';
import type { Entity } from './entity.ts';
import { lastBefore, type Memory } from './memory.ts';
import { nameInPhrase } from './name-in-phrase.ts';
import { isFirstName, isTitle, nounKind } from './noun-kind.ts';

/**
 * Two who speak as one, where a phrase ends with a name: "Ana Ruiz and Jan Holt", "the mayor and Orle Motors", "Labour and the Greens". One
 * body, where the name goes on: "the Department of Trade and Industry". Null where what stands before the name is only its bearer's role
 * ("the founder and chief executive Ana Ruiz").
 */
export function resolvePair(memory: Memory, core: Span, entity: Entity): Bearer | null {
  const { scan, roster } = memory;
  const name = roster.mentions[lastBefore(roster, core.end)]?.span;
  if (name === undefined || name.start <= core.start) return null;
  const before = scan.text.slice(core.start, name.start);
  const link = LINK.exec(before);
  if (link === null) return null;
  const [, left = '', article = ''] = link;
  if (isBareRole(left)) return null;
  const words = scan.text.slice(core.start, core.end);
  if (article === '' && NAME_GOES_ON.test(left) && !isFirstName(entity.name.split(' ')[0] ?? ''))
    return written(words.replace(/^[Tt]he /, ''), 'organization', true);
  const leftSpan = { start: core.start, end: core.start + left.length };
  const held = roster.at(leftSpan);
  if (held === entity) return null;
  const other = nameInPhrase(scan.text, leftSpan, held);
  const first = other !== null ? other.name : /^\p{Lu}\S* \p{Lu}/u.test(left) ? left : decapitalized(left);
  return written(`${first} and ${article}${entity.name}`, 'group', other !== null);
}

/** What stands before the name: who else, "and", and the name's article. Anything more between is a role. */
const LINK = /^(.*) (?:and|nor) (the )?$/su;

/** "Department of Trade", "Institute for Arms": capitals on both sides. */
const NAME_GOES_ON = /\p{Lu}\p{L}+ (?:of|for) (?:the )?\p{Lu}\p{L}+$/u;

/** "Founder and", "Chairman and": a role without an article is the name's. */
function isBareRole(left: string): boolean {
  const head = left.split(' ').at(-1) ?? '';
  return !DETERMINED.test(left) && (isTitle(head) || nounKind(head.toLowerCase()) === 'person');
}

const DETERMINED = /^(?:the|an?|its|his|her|their|one|two|three|some|several|\S+[’']s?) /iu;

function decapitalized(words: string): string {
  return /^(?:The|An?|Its|His|Her|Their|One|Two|Three|Some|Several)\b|^\p{Lu}\p{Ll}+s$/u.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
}

function written(name: string, kind: 'group' | 'organization', named: boolean): Bearer {
  return { key: `pair ${name.toLowerCase()}`, name, kind, named, role: null, entity: null, certainty: 0.9 };
}

import words from './data/name-words.json' with { type: 'json' };
import type { Token } from './read-tokens.ts';

const TITLES: ReadonlySet<string> = new Set(words.titles);
const PARTICLES: ReadonlySet<string> = new Set(words.particles);
const GIVEN_NAMES: ReadonlySet<string> = new Set(words['given-names']);
const ORGANIZATION: ReadonlySet<string> = new Set([...words['organization-words'], ...words['organization-heads']]);
const PLACES: ReadonlySet<string> = new Set(words.places);
const PLACE_WORDS: ReadonlySet<string> = new Set(words['place-words']);
const PLACE_OPENERS: ReadonlySet<string> = new Set(words['place-openers']);

/** More words than this name no person: titles aside, given names, particles and a surname. */
const LONGEST_PERSON = 5;

/** What a name seems to name, by its words alone; `other` when unsure. `run`: its tokens in order. */
export function kindOfName(run: readonly Token[]): 'person' | 'organization' | 'place' | 'other' {
  const lower = run.map((token) => token.lower.replace(/\.$/, ''));
  const [first = ''] = lower;
  const last = lower.at(-1) ?? '';
  const whole = run.map((token) => token.lower).join(' ');
  if (PLACES.has(whole) || (PLACES.has(first) && run.length === 1)) return 'place';
  if (TITLES.has(first) && run.length > 1 && !ORGANIZATION.has(last)) return 'person';
  if (GIVEN_NAMES.has(first) && !ORGANIZATION.has(last)) return 'person';
  if (last === 'city' && run.length === 2) return 'place';
  if (lower.some((word) => ORGANIZATION.has(word))) return 'organization';
  if (/^\p{Lu}{2,6}$/u.test(run[0]?.text ?? '') && run.length <= 2) return 'organization';
  if (lower.some((word) => PLACE_WORDS.has(word)) || (PLACE_OPENERS.has(first) && run.length <= 3)) return 'place';
  const capitals = run.filter((token) => /^\p{Lu}/u.test(token.text)).length;
  const isShaped =
    capitals >= 2 &&
    capitals <= LONGEST_PERSON &&
    lower.every((word, i) => PARTICLES.has(word) || isNamePart(run[i]) || run[i - 1]?.text === '-');
  return isShaped ? 'person' : 'other';
}

function isNamePart(token: Token | undefined): boolean {
  return token !== undefined && (/^\p{Lu}[\p{L}’'.]*$/u.test(token.text) || /^[-.]$|^al$/.test(token.text));
}

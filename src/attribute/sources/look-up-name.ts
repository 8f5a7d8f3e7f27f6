import type { Entity } from './entity.ts';
import { genderOf, genderOfFirstName, isFirstName } from './noun-kind.ts';
import { plainWord } from './split-titles.ts';

/** More who share one word of their names than any article has; those named first are forgotten, or each would be compared with all. */
const MOST_NAMESAKES = 200;

/** Keys under which entities are looked up: whole names, surnames, first and last words, initials. */
export class Keys {
  readonly #byKey = new Map<string, Entity[]>();

  add(key: string, entity: Entity): void {
    const list = this.#byKey.get(key);
    if (list === undefined) this.#byKey.set(key, [entity]);
    else if (!list.includes(entity)) {
      list.push(entity);
      if (list.length > MOST_NAMESAKES) list.shift();
    }
  }

  /** The one entity of that key last named; null where the key is unknown. */
  find(key: string): readonly Entity[] {
    return this.#byKey.get(key) ?? [];
  }
}

/** Makes an entity known under a way of naming it. */
export function learnKeys(keys: Keys, entity: Entity, words: readonly string[]): void {
  const lower = words.map(plainWord);
  keys.add(lower.join(' '), entity);
  const first = lower[0] ?? '';
  const last = lower.at(-1) ?? '';
  keys.add(`last ${last}`, entity);
  // "Mr Harun" after "Faisal al-Harun".
  if (words.length > 1 && /^[ae]l-\p{L}/u.test(last)) keys.add(`last ${last.slice(3)}`, entity);
  keys.add(`first ${first}`, entity);
  if (words.length > 1)
    keys.add(
      `initials ${words
        .filter((word) => /^\p{Lu}/u.test(word))
        .map((word) => word.charAt(0))
        .join('')
        .toLowerCase()}`,
      entity,
    );
}

/**
 * How a short name is matched with a longer one that came before: surname, first word of a firm, acronym. Of two with one
 * surname the bare surname means the one last named in the same paragraph, which begins at offset `paragraph`.
 */
export function lookUpName(
  keys: Keys,
  words: readonly string[],
  titles: readonly string[],
  paragraph: number,
): Entity | null {
  const lower = words.map(plainWord);
  const whole = keys.find(lower.join(' '));
  // A bare surname that was once read alone may still belong to two.
  if (whole.length > 0 && (words.length > 1 || namesakes(keys, lower[0] ?? '').length < 2)) return whole.at(-1) ?? null;
  // "Michelle Ruiz" after "Mr Ruiz" is another one.
  const gender =
    titles.map((title) => genderOf(plainWord(title))).find((found) => found !== null) ??
    (words.length > 1 ? genderOfFirstName(words[0] ?? '') : null);
  const fits = (entity: Entity) => gender === null || entity.gender === null || entity.gender === gender;
  if (words.length === 1) {
    const [only = ''] = lower;
    const bySurname = keys.find(`last ${only}`).filter(fits);
    const persons = bySurname.filter((entity) => entity.kind !== 'organization');
    const titled =
      titles.length > 0
        ? persons.filter(
            (entity) =>
              entity.role !== null &&
              titles.some((title) => entity.role?.toLowerCase().includes(plainWord(title)) === true),
          )
        : [];
    if (titled.length > 0) return titled.at(-1) ?? null;
    const justNamed = persons.filter((entity) => (entity.mentions.at(-1)?.span.start ?? -1) >= paragraph);
    if (justNamed.length > 0) return recent(justNamed);
    if (persons.length > 0) return mostNamed(persons);
    if (bySurname.length > 0) return recent(bySurname);
    const byFirst = keys.find(`first ${only}`).filter(
      (entity) =>
        (entity.kind === 'organization' && titles.length === 0) ||
        isFirstName(words[0] ?? '') ||
        // "Ottmar" after "Ottmar Brandl": a rare first name is one all the same.
        (entity.kind === 'person' &&
          ((entity.role ?? entity.gender) !== null || (entity.mentions.at(-1)?.span.start ?? -1) >= paragraph) &&
          entity.name.toLowerCase().startsWith(`${only} `)),
    );
    if (byFirst.length > 0) return recent(byFirst);
    if (/^\p{Lu}{2,6}$/u.test(words[0] ?? '')) return recent(keys.find(`initials ${only}`));
    return null;
  }
  const longer = longerName(keys, words, lower);
  if (longer !== null && fits(longer)) return longer;
  // "Raman-Oakes" after "Priya Raman-Oakes"; "Tobias Wren" after "Wren" is a new entity that takes the old one over.
  const bySurname = keys
    .find(`last ${lower.at(-1) ?? ''}`)
    .filter((entity) => !entity.name.includes(' ') && fits(entity));
  if (bySurname.length > 0) return recent(bySurname);
  // "Krystal, 34" before "Krystal Duckett".
  const byFirst = isFirstName(words[0] ?? '') ? keys.find(lower[0] ?? '').filter(fits) : [];
  return byFirst.length > 0 ? recent(byFirst) : null;
}

const PARTICLES = /^(?:al|bin|da|de|del|della|den|der|di|du|el|la|le|ten|ter|van|von)$/;

/**
 * "De Vries" at the front of a sentence after "Piet de Vries"; "Marlow Bure" after "Candace Marlow Bure"; "Jane Holm" after "Democrat Jane
 * Holm", whose name it is. Null where no one person's name ends so.
 */
function longerName(keys: Keys, words: readonly string[], lower: readonly string[]): Entity | null {
  const ending = ` ${lower.join(' ')}`;
  const [found, other] = keys
    .find(`last ${lower.at(-1) ?? ''}`)
    .filter(({ kind, name }) => kind !== 'organization' && name.toLowerCase().endsWith(ending));
  if (found === undefined || other !== undefined) return null;
  const [first = '', ...rest] = found.name.split(' ');
  if (PARTICLES.test(lower[0] ?? '') || genderOfFirstName(first) !== null) return found;
  if (rest.length !== words.length || isFirstName(first) || !isFirstName(words[0] ?? '')) return null;
  found.name = rest.join(' ');
  return found;
}

function namesakes(keys: Keys, surname: string): readonly Entity[] {
  return keys.find(`last ${surname}`).filter((entity) => entity.kind !== 'organization');
}

/**
 * Whether a bare surname might mean either of two persons: neither was named in the paragraph that begins at `paragraph`,
 * and the one named last is not the one the article is about.
 */
export function isInDoubt(keys: Keys, surname: string, paragraph: number): boolean {
  const persons = namesakes(keys, plainWord(surname));
  return (
    persons.length > 1 &&
    persons.every((entity) => (entity.mentions.at(-1)?.span.start ?? -1) < paragraph) &&
    recent(persons) !== mostNamed(persons)
  );
}

/** Where two share a surname and neither was just named, the bare surname means the one the article is about. */
function mostNamed(entities: readonly Entity[]): Entity | null {
  let best: Entity | null = null;
  for (const entity of entities) if (best === null || entity.mentions.length > best.mentions.length) best = entity;
  return best;
}

function recent(entities: readonly Entity[]): Entity | null {
  let best: Entity | null = null;
  for (const entity of entities)
    if (best === null || (entity.mentions.at(-1)?.span.start ?? 0) >= (best.mentions.at(-1)?.span.start ?? 0))
      best = entity;
  return best;
}

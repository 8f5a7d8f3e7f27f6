import type { Bearer } from './bearer.ts';
import type { Memory } from './memory.ts';
import type { Gender } from './noun-kind.ts';
import { personCandidates } from './person-candidates.ts';

/** "A second source insisted …. “…,” they said": who has just spoken, in characters. */
export const SAME_BREATH = 200;

/** Whom "he" or "she" most likely means, of all whom it may mean. Null where nobody fits. */
export function resolvePerson(memory: Memory, gender: Gender, at: number): Bearer | null {
  const chosen = memory.choosePerson(personCandidates(memory, gender, at), at);
  if (chosen === null) return bareName(memory, at);
  const { bearer, chance } = chosen;
  if (bearer.entity !== null) bearer.entity.gender ??= gender;
  return { ...bearer, certainty: Math.min(bearer.certainty, chance) };
}

/** "Zarka said …. “…,” she said": a name alone that has just spoken, and looked like a firm's till now. */
function bareName({ past }: Memory, at: number): Bearer | null {
  const last = past.at(-1);
  if (last === undefined || at - last.at > SAME_BREATH || last.bearer.kind !== 'organization') return null;
  const isBare = /^\p{Lu}[\p{L}’'-]+$/u.test(last.bearer.name) && last.bearer.entity?.isOutlet !== true;
  return isBare ? { ...last.bearer, kind: 'person', certainty: 0.6 } : null;
}

import { countLeading } from '#core/count-leading.ts';
import type { PersonChooser } from '../learned/choose-person.ts';
import type { Scan } from '../scan-article.ts';
import type { Bearer } from './bearer.ts';
import type { Roster } from './entity.ts';
import type { Gender } from './noun-kind.ts';

/** A source that was spoken of, where, in which word, and whether inside what another one says. */
type Past = {
  readonly bearer: Bearer;
  readonly at: number;
  readonly head: string;
  readonly gender: Gender | null;
  readonly isNested: boolean;
};

/** What is remembered while sources are resolved in the order of the text. `past` grows with every one of them. */
export type Memory = {
  readonly scan: Scan;
  readonly roster: Roster;
  readonly past: Past[];
  readonly choosePerson: PersonChooser;
};

/** The index of the last mention that begins before an offset. */
export function lastBefore(roster: Roster, at: number): number {
  return countLeading(roster.mentions.length, (place) => (roster.mentions[place]?.span.start ?? 0) < at) - 1;
}

/** The names that begin between two offsets, in order. */
export function mentionsIn(roster: Roster, from: number, to: number): Roster['mentions'] {
  return roster.mentions.slice(lastBefore(roster, from) + 1, lastBefore(roster, to) + 1);
}

import type { Clock } from '#core/clock.ts';
import type { Inbox, Shelves, Taken } from '#core/memory.ts';
import type { Observer } from '#core/observer.ts';
import type { KeyRing } from './key-ring.ts';
import type { OpenDatabase } from './open-database.ts';
import type { Session } from './schema.ts';

export type InboxParts = {
  readonly open: Pick<OpenDatabase, 'db' | 'kind' | 'giveWay'>;
  /** Where a file may lie, beside the embedded database. */
  readonly folder: string;
  readonly clock: Clock;
  readonly ring: KeyRing;
  readonly shelves: (session: Session) => Shelves;
  readonly observe: Observer;
  /** Plans what was taken. The same a second time changes nothing. */
  readonly plan: (taken: Taken, shelves: Shelves) => Promise<void>;
  /** Called after the commit. */
  readonly planned: () => void;
};

export type RunningInbox = Inbox & {
  /** Plans what an earlier process left, and from then on what is put in. */
  readonly start: () => Promise<void>;
  /** What was put in is safe, and planned at the next start where it is not yet. */
  readonly stop: () => Promise<void>;
};

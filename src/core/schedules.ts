import type { Card } from './card.ts';
import type { Channel, Place } from './chat.ts';
import type { Schedule } from './schedule.ts';

/** A channel's wish to have a digest at these times. `id` is a random word of 22 characters. */
export type KeptSchedule = {
  readonly id: string;
  readonly channel: Channel;
  readonly schedule: Schedule;
  /** When its next digest is due. */
  readonly nextAt: Date;
};

export type ScheduleShelf = {
  /** The same times twice in a channel are one schedule; `isNew` is false the second time, and nothing changes. */
  readonly add: (
    channel: Channel,
    schedule: Schedule,
    nextAt: Date,
    by: string,
  ) => Promise<{ readonly id: string; readonly isNew: boolean }>;
  /** In the order in which they were added. */
  readonly of: (channel: Channel) => Promise<readonly KeptSchedule[]>;
  readonly remove: (channel: Channel, id: string) => Promise<void>;
  /** When the next digest of all is due; null: none is scheduled. */
  readonly nextDue: () => Promise<Date | null>;
  /** Those due by `now`, the longest due first; nobody else gets them until this transaction ends. */
  readonly claimDue: (now: Date, most: number) => Promise<readonly KeptSchedule[]>;
  /** Those due after `from` and until `to`, so that their feeds can be read before. */
  readonly dueWithin: (from: Date, to: Date) => Promise<readonly KeptSchedule[]>;
  readonly moveOn: (id: string, nextAt: Date) => Promise<void>;
};

/** A digest that was made. */
export type DigestRecord = {
  /** News up to here was looked at. */
  readonly until: Date;
  /** When it was due; null: somebody asked for it. */
  readonly slot: Date | null;
  /** What it held, what it left out, and why: what `/digest status` shows. */
  readonly why: Card;
};

export type DigestShelf = {
  readonly keep: (place: Place, record: DigestRecord) => Promise<void>;
  /** The last one that was due by a schedule, or with `isAny` the last one of all. */
  readonly last: (channel: Channel, isAny: boolean) => Promise<DigestRecord | null>;
};

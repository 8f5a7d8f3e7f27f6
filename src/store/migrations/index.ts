import type { Migration } from 'kysely/migration';
import { memory } from './0001-memory.ts';
import { outbox } from './0002-outbox.ts';
import { parts } from './0003-parts.ts';
import { feeds } from './0004-feeds.ts';
import { digests } from './0005-digests.ts';
import { watches } from './0006-watches.ts';
import { told } from './0007-told.ts';

/** Every migration in order; forward only, never changed once landed. Names sort as they run. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-memory': memory,
  '0002-outbox': outbox,
  '0003-parts': parts,
  '0004-feeds': feeds,
  '0005-digests': digests,
  '0006-watches': watches,
  '0007-told': told,
};

import type { KnownFeed, Polling } from '#core/following.ts';
import type { FeedTables } from './feed-tables.ts';
import { parseManners } from './parse-manners.ts';

type Row = { readonly [Column in keyof FeedTables['feed']]: Selected<FeedTables['feed'][Column]> };
type Selected<T> = T extends { readonly __select__: infer S } ? S : T;

type HealthRow = Pick<Row, 'read_at' | 'next_poll_at' | 'failures' | 'is_gone'> &
  Pick<Row, 'problem_code' | 'problem_fact' | 'problem_since'>;

/** What a channel sees of a feed's row. */
export function feedOfRow(row: HealthRow & Pick<Row, 'id' | 'url' | 'title' | 'site' | 'language'>): KnownFeed {
  const { id, url, title, site, language } = row;
  return {
    ...{ id, url, title, site, language },
    health: {
      readAt: row.read_at,
      nextPollAt: row.next_poll_at,
      failures: row.failures,
      problem: problemOfRow(row),
      isGone: row.is_gone,
    },
  };
}

/** What the poller sees of it. */
export function pollingOfRow(
  row: HealthRow & Pick<Row, 'etag' | 'last_modified' | 'may_poll_at' | 'moved_to' | 'manners' | 'weekly'>,
): Polling {
  return {
    ...{ etag: row.etag, lastModified: row.last_modified, readAt: row.read_at, mayPollAt: row.may_poll_at },
    ...{ nextPollAt: row.next_poll_at, failures: row.failures, problem: problemOfRow(row), isGone: row.is_gone },
    ...{ movedTo: row.moved_to, manners: parseManners(row.manners), weekly: row.weekly },
  };
}

function problemOfRow(row: HealthRow): KnownFeed['health']['problem'] {
  const { problem_code: code, problem_fact: fact, problem_since: since } = row;
  return code === null || since === null ? null : { code, fact: fact ?? '', since };
}

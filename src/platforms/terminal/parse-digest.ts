import { parseArgs } from 'node:util';
import { echo } from '#core/find-command.ts';
import { Problem } from '#core/problem.ts';

/** What `byline digest` is asked for. */
export type DigestOrder = {
  /** Addresses and files of feeds and of OPML lists. */
  readonly inputs: readonly string[];
  /** A length of time back from the end, in ms, or a moment. */
  readonly since: { readonly backMs: number } | { readonly at: Date };
  /** Null: now. */
  readonly until: Date | null;
  readonly most: number | null;
  readonly topics: readonly string[];
  /** Who writes the lines under the titles; null: a model where one is configured. */
  readonly engine: 'extractive' | 'model' | null;
  readonly json: boolean;
};

const HOUR_MS = 3_600_000;
const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: HOUR_MS, d: 24 * HOUR_MS, w: 7 * 24 * HOUR_MS };
/** Longer back than a year a feed is an archive. */
const LONGEST_MS = 366 * 24 * HOUR_MS;
const MOST_STORIES = 20;
const USUAL = '24h';

export const DIGEST_HELP = `The day's stories from feeds, one entry a story: who reports it, who says it, where accounts differ.

Usage: byline digest <feed-url | file.opml | feed-file>… [options]

Sites are looked through for their feeds; a list (OPML) at an address is taken as one in a file.

Options:
  --since 24h    how far back: 90m, 24h, 2d, 1w, or a date such as 2026-05-19 (24h)
  --until DATE   the end of it (now)
  --most N       at most so many stories, 1 to ${MOST_STORIES} (8)
  --topic WORDS  stories about it first; may be given more than once
  --engine NAME  extractive or model (the model, where one is configured)
  --json         one JSON document on standard output

Examples:
  byline digest https://example.org/feed.xml
  byline digest examples/feeds.opml --since 2026-05-18 --until 2026-05-20
`;

/** @throws Problem `BAD_USAGE`. Null: help is asked for. */
export function parseDigest(rest: readonly string[]): DigestOrder | null {
  const { values, positionals } = split(rest);
  if (values.help === true) return null;
  if (positionals.length === 0)
    throw new Problem('BAD_USAGE', 'digest needs feeds: addresses or files of feeds, or of an OPML list');
  const until = values.until === undefined ? null : momentOf(values.until, '--until');
  return {
    inputs: positionals,
    since: sinceOf(values.since ?? USUAL, until),
    until,
    most: values.most === undefined ? null : countOf(values.most),
    topics: (values.topic ?? []).map((topic) => topic.trim()).filter((topic) => topic !== ''),
    engine: values.engine === undefined ? null : engineOf(values.engine),
    json: values.json === true,
  };
}

function split(rest: readonly string[]) {
  try {
    return parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: {
        since: { type: 'string' },
        until: { type: 'string' },
        most: { type: 'string' },
        topic: { type: 'string', multiple: true },
        engine: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (cause) {
    const [message = 'these options cannot be understood'] = cause instanceof Error ? cause.message.split('. ') : [];
    throw new Problem('BAD_USAGE', `${message}; there are --since, --until, --most, --topic, --engine and --json`, {
      cause,
    });
  }
}

function sinceOf(written: string, until: Date | null): DigestOrder['since'] {
  const [, number = '', unit = ''] = /^(\d{1,4})\s?(m|h|d|w)$/i.exec(written.trim()) ?? [];
  const length = UNITS[unit.toLowerCase()];
  if (length !== undefined) {
    const backMs = Number(number) * length;
    if (backMs > 0 && backMs <= LONGEST_MS) return { backMs };
    throw new Problem('BAD_USAGE', `--since is more than nothing and at most a year, not “${echo(written)}”`);
  }
  const at = momentOf(written, '--since');
  if (until !== null && at >= until) throw new Problem('BAD_USAGE', '--since is not before --until');
  return { at };
}

/** A date or a moment as ISO 8601 writes them; without a zone it is UTC. */
function momentOf(written: string, name: string): Date {
  const words = written.trim();
  const isMoment = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(words);
  const at = new Date(/T\d\d:\d\d(?::\d\d)?$/.test(words) ? `${words}Z` : words);
  if (isMoment && !Number.isNaN(at.getTime())) return at;
  throw new Problem('BAD_USAGE', `${name} is written like 24h, 2d, or 2026-05-19, not “${echo(written)}”`);
}

function engineOf(written: string): 'extractive' | 'model' {
  if (written === 'extractive' || written === 'model') return written;
  throw new Problem('BAD_USAGE', `--engine is extractive or model, not “${echo(written)}”`);
}

function countOf(written: string): number {
  const count = Number(written);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_STORIES) return count;
  throw new Problem('BAD_USAGE', `--most is a whole number from 1 to ${MOST_STORIES}, not “${echo(written)}”`);
}

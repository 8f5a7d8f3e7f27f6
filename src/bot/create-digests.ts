import type { App } from '#core/app.ts';
import type { Article } from '#core/article.ts';
import type { Clock } from '#core/clock.ts';
import { createLatest } from '#core/create-latest.ts';
import type { Digest, DigestWish, NewsEntry } from '#core/digest.ts';
import { Problem } from '#core/problem.ts';
import type { Testimony } from '#core/testimony.ts';
import { type DigestLimits, makeDigest } from '#flow/make-digest.ts';
import type { ChooseEngine } from '#summarize/choose-engine.ts';
import { createShareWork } from '#summarize/model/share-work.ts';
import { createLineWriter } from './create-line-writer.ts';
import { joinDigest } from './join-digest.ts';
import type { WalkOptions } from './join-walk.ts';

/** Articles of a morning that many channels read about; one weighs some 50 kB with what was found in it. */
const MOST_READ = 400;
/** An article that was read is read anew after so long, in ms: what it says may have changed. */
const FRESH_MS = 30 * 60_000;
/** A page that failed for one channel is not asked for by the next within so long, or as long as its site wants, in ms. */
const FAILED_MS = 5 * 60_000;

export type DigestParts = {
  readonly clock: Clock;
  /** No person asked for it: robots.txt is obeyed. */
  readonly read: (url: string, signal: AbortSignal) => Promise<Article>;
  readonly chooseEngine: ChooseEngine;
  readonly walk: (signal: AbortSignal, options?: WalkOptions) => Pick<App, 'brief' | 'testimony'>;
  /** Tests wait less. */
  readonly limits?: Partial<DigestLimits>;
};

/** Makes digests; what several of them tell is read, looked into and briefed once. */
export function createDigests(parts: DigestParts) {
  const articles = createShareWork<Article>(MOST_READ);
  const testimonies = createShareWork<Testimony>(MOST_READ);
  const writeLine = createLineWriter({ ...parts, most: MOST_READ });
  const failures = createLatest<{ readonly problem: Problem; readonly until: number }>(MOST_READ);
  const remember = (url: string, problem: Problem, now: number) => {
    failures.set(url, { problem, until: now + Math.max(FAILED_MS, problem.retryAfterMs ?? 0) });
  };
  const age = () => Math.floor(parts.clock.now().getTime() / FRESH_MS);
  const keyOf = (article: Article) => `${age()} ${article.url ?? ''} ${article.text.length} ${article.title}`;
  const joinFor = (withoutModel: string | null) =>
    joinDigest({
      async read(url, signal) {
        const now = parts.clock.now().getTime();
        const failed = failures.peek(url);
        if (failed !== undefined && failed.until > now) throw failed.problem;
        try {
          return (await articles.get(`${age()} ${url}`, (own) => parts.read(url, own), signal)).value;
        } catch (error) {
          if (error instanceof Problem && error.code !== 'CANCELLED' && !signal.aborted) remember(url, error, now);
          throw error;
        }
      },
      testimony: async (article, signal) =>
        (await testimonies.get(keyOf(article), (own) => parts.walk(own).testimony(article), signal)).value,
      brief: (article, wish, signal, within) =>
        writeLine(keyOf(article), article, wish, { signal, within, withoutModel }),
    });
  /** `withoutModel`: why no model may be asked for this one; null where one may. */
  return (
    items: readonly NewsEntry[],
    wish: DigestWish,
    withoutModel: string | null,
    signal: AbortSignal,
  ): Promise<Digest> => makeDigest(items, wish, joinFor(withoutModel), signal, parts.limits);
}

import type { Subscription } from '#core/following.ts';
import { Problem } from '#core/problem.ts';
import { momentWords } from './moment-words.ts';
import { problemWords } from './problem-words.ts';

/** How a feed is, in a few words: "read at 07:40", "paused since 3 March", "fails since 3 March: …". */
export function healthWords({ feed, pausedAt }: Subscription, timeZone: string): string {
  const { readAt, problem, isGone } = feed.health;
  if (pausedAt !== null) return `paused since ${momentWords(pausedAt, timeZone)}`;
  if (isGone) return 'gone: its server says that it is closed for good; remove it, or add its new address';
  if (problem !== null)
    return `fails since ${momentWords(problem.since, timeZone)}: ${problemWords(new Problem(problem.code, problem.fact))}`;
  return readAt === null ? 'not read yet' : `read ${momentWords(readAt, timeZone)}`;
}

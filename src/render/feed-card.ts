import type { Card } from '#core/card.ts';
import { feedName } from '#core/feed-name.ts';
import type { FeedHealth, KnownFeed } from '#core/following.ts';
import type { ProblemCode } from '#core/problem.ts';

type Sickness = NonNullable<FeedHealth['problem']>;

/** What can be done about a feed that fails, by how it does; all others get the general advice. */
const REMEDIES: Readonly<Partial<Record<ProblemCode, string>>> = {
  NOT_FOUND:
    'It may have moved: find its new address on the site and add that with /sources add, or take this one off with /sources remove.',
  FORBIDDEN:
    'The site turns byline away. Ask whoever runs it to let feed readers in, or take it off with /sources remove.',
  NOT_A_FEED:
    'Something else stands at its address now. Find the new one on the site (/sources add), or take this one off with /sources remove.',
  BLOCKED_ADDRESS:
    'Its address leads into a private network now, where byline does not go. Take it off with /sources remove.',
};
const USUAL_REMEDY =
  'byline goes on trying and says so when it is back. If it stays away, take it off with /sources remove.';
const GONE_REMEDY =
  'byline no longer asks for it. If the site has another feed, add that with /sources add; take this one off with /sources remove.';

/** Told to a channel once: a feed that it follows cannot be read. */
export function feedSickCard(feed: KnownFeed, problem: Sickness, isGone: boolean): Card {
  const what = isGone ? 'is gone for good' : 'cannot be read';
  return {
    title: `The feed “${feedName(feed)}” ${what}.`,
    blocks: [
      { kind: 'text', text: isGone ? GONE_REMEDY : (REMEDIES[problem.code] ?? USUAL_REMEDY) },
      { kind: 'note', text: `${feed.url} · since ${dayOf(problem.since)} · ${problem.fact}` },
    ],
  };
}

/** Told to a channel that was told of the failure: the feed is back. */
export function feedWellCard(feed: KnownFeed, since: Date): Card {
  return {
    title: `The feed “${feedName(feed)}” can be read again.`,
    blocks: [{ kind: 'note', text: `${feed.url} · it could not since ${dayOf(since)}` }],
  };
}

function dayOf(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

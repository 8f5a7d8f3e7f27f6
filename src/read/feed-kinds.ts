import type { PageKinds } from './page-kinds.ts';

/** Nothing that is a picture, a sound or a film by its own words; servers send feeds as anything else. */
const NEVER = /^(?:image|audio|video|font)\//;

/** Feeds, and pages that name them. */
export const FEED_KINDS: PageKinds = {
  header:
    'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,text/html;q=0.5,*/*;q=0.1',
  isWelcome: (mediaType) => mediaType === null || !NEVER.test(mediaType),
};

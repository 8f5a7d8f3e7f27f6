import type { Pace } from '#core/chat.ts';

/** The name of the platform in places, and of its settings. */
export const PLATFORM = 'slack';

/**
 * One message a second in a channel (docs.slack.dev/apis/web-api/rate-limits). `chat.update` is tier 3, 50 a minute in a
 * workspace: so a message is changed rarely, and its steps are skipped where the result comes soon. Slack has no limit for all
 * workspaces together; this one keeps a mistake from running away.
 */
export const PACE: Pace = { postEveryMs: 1_000, editEveryMs: 1_500, perSecond: 50, holds: 'workspace' };

/** A message takes 50 blocks; one is left for what a platform adds below. */
export const MOST_BLOCKS = 49;
/**
 * Characters in all blocks of a message. Not documented: Slack has refused 13,200 and, once, 11,341 (`msg_blocks_too_long`,
 * bolt-js #2509 and #2867).
 */
export const MOST_CHARACTERS = 9_000;
/** A view takes 100 blocks and 250 kB. */
export const MOST_VIEW_BLOCKS = 99;
export const MOST_VIEW_CHARACTERS = 60_000;

/** A header takes 150 characters; longer titles are set in bold. */
export const LONGEST_HEADER = 150;
/** Longer texts of one block are cut at a word, for a point is never split: a message of 9,000 still holds three of them. */
export const LONGEST_TEXT = 2_400;
/** Small print that is longer is not small any more. */
export const LONGEST_CREDIT = 600;
/** What stands on a button or in an option; Slack takes 75. */
export const LONGEST_LABEL = 75;
/** Buttons in one row. Slack takes 25; more than five wrap badly on a phone. */
export const MOST_IN_ROW = 5;
export const LONGEST_ADDRESS = 3_000;
export const LONGEST_PLACEHOLDER = 150;
/** Bytes of what a notification and a screen reader are given in one go: `chat.update` refuses more than 4,000. */
export const LONGEST_NOTIFICATION = 3_500;

/** A call to Slack ends within this time, before the outbox gives up the attempt that it belongs to. */
export const CALL_WITHIN_MS = 9_000;

import type { Pace } from '#core/chat.ts';

/** The name of the platform in places, and of its settings. */
export const PLATFORM = 'discord';

/**
 * One message a second in a channel and one edit of a message a second: Discord's buckets are 5 in 5 s each. 50 requests a second
 * for a bot in all, whatever the guild (docs.discord.com, topics/rate-limits).
 */
export const PACE: Pace = { postEveryMs: 1_000, editEveryMs: 1_000, perSecond: 50, holds: 'platform' };

/** Components of a message in all, nested ones included (docs.discord.com, components/reference). */
export const MOST_COMPONENTS = 40;
/**
 * How much text a message takes. Two limits in one: 4,000 characters over all text displays (discord-api-docs #8562), and
 * 10,170 bytes of UTF-8 with 12 more for each display, above which Discord answers 500 (discord-api-docs #8554). What `weigh`
 * counts is never less than either; a margin is left for what is not documented.
 */
export const MOST_TEXT = 3_960;
/** A text display weighs so much without any text. */
export const DISPLAY_WEIGHT = 6;
/** Kept free for the line of the platform's own below a card. */
export const HINT_ROOM = 150;

/** For labels that are too long for their buttons: not more than half of a message. */
export const LABELS_ROOM = 1_900;

/**
 * What one text may weigh: so that the title, a heading and the largest block behind it always fit into one message, and 200 letters
 * of each are seen in any script.
 */
export const LONGEST_TITLE = 300;
export const LONGEST_TEXT = 1_900;
/** The words of a point, and the article's beside them. */
export const LONGEST_SAID = 900;
export const LONGEST_SMALL = 300;
/** A line of words and their addresses. */
export const LONGEST_WORDS = 1_000;
/** All headings that stand one after another, with their details; the columns and one row of a table. */
export const HEADINGS_ROOM = 1_300;
export const ROW_ROOM = 2_400;
export const SHORTEST = 12;

/** More headings than this are not set apart by lines: each line is a component. */
export const MOST_DIVIDERS = 8;

/** Buttons in a row, options in a select (docs.discord.com, components/reference). */
export const MOST_IN_ROW = 5;
export const MOST_OPTIONS = 25;
export const LONGEST_LABEL = 80;
export const LONGEST_OPTION = 100;
export const LONGEST_PLACEHOLDER = 150;
export const LONGEST_ADDRESS = 512;

/** A thread's name (resources/channel), and a command's or an option's description (interactions/application-commands). */
export const LONGEST_THREAD_NAME = 100;
export const LONGEST_ABOUT = 100;
/** A thread about which nobody talks for a day leaves the channel's list. */
export const ARCHIVE_AFTER_MINUTES = 1_440;

/** An interaction must be answered within 3 s of its arrival (interactions/receiving-and-responding); one is left for the way. */
export const ANSWER_WITHIN_MS = 2_000;
export const ACK_WITHIN_MS = 3_000;
/** Its token then lives for 15 minutes; one is left for clocks and for the way. */
export const TOKEN_LIVES_MS = 14 * 60_000;
/** So long the answer of another process may be on its way to Discord. */
export const ACK_ELSEWHERE_MS = 10_000;

/** Discord answers within seconds or not at all; the outbox gives an attempt 15 s. */
export const CALL_WITHIN_MS = 9_000;

/** The strip at the side of a card. */
export const ACCENT = 0x3d5a80;

/** A workspace outside guilds is a channel between people: so its name begins. */
export const PRIVATE_WORKSPACE = 'dm-';

/** Values that an option of a command can list (application command option, `choices`). */
export const MOST_COMMAND_CHOICES = 25;

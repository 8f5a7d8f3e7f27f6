import type { Pace } from '#core/chat.ts';

/** A page on the same machine has no limits of its own; these keep a mistake from running away. */
export const PACE: Pace = { postEveryMs: 0, editEveryMs: 0, perSecond: 1_000, holds: 'platform' };

/** The one workspace and channel that the console has. */
export const WORKSPACE = 'local';
export const CHANNEL = 'general';
export const PLATFORM = 'console';

/** The one person in front of it, who may do everything. */
export const PERSON = { id: 'you', name: null, mayManage: true } as const;

/** What somebody types in one go; longer texts are articles and belong into a file. */
export const LONGEST_LINE = 4_000;

/**
 * What a button or a choice does: shows something of a briefing that is kept, named by its address word (`slug`). `source`: only
 * what this source says (`Source.id`).
 */
export type Press = {
  readonly action: (typeof ACTIONS)[number];
  readonly briefing: string;
  readonly source: string | null;
};
const ACTIONS = ['cited', 'passages'] as const;

/** A press in one word of at most 100 characters, as platforms carry it back. */
export function writePress({ action, briefing, source }: Press): string {
  return [action, briefing, ...(source === null ? [] : [source])].join(':');
}

/** The press that a word stands for, or null: what comes back may be forged. */
export function readPress(word: string): Press | null {
  const [, name, briefing, source = null] = /^([a-z]+):([\w-]{22})(?::([\w-]{1,40}))?$/.exec(word) ?? [];
  const action = ACTIONS.find((one) => one === name);
  return action === undefined || briefing === undefined ? null : { action, briefing, source };
}

/**
 * What a button or a choice does: shows something of a briefing that is kept, named by its address word (`slug`), `source`: only
 * what this source says (`Source.id`); or briefs an entry of a feed (`NewsItem.id`), `under`: in the thread of this post.
 */
export type Press =
  | { readonly action: BriefingAction; readonly briefing: string; readonly source: string | null }
  | { readonly action: 'story'; readonly story: string; readonly under: string | null };
type BriefingAction = (typeof BRIEFING_ACTIONS)[number];
const BRIEFING_ACTIONS = ['cited', 'passages'] as const;

/** A press in one word of at most 100 characters, as platforms carry it back. */
export function writePress(press: Press): string {
  const [name, more] = press.action === 'story' ? [press.story, press.under] : [press.briefing, press.source];
  return [press.action, name, ...(more === null ? [] : [more])].join(':');
}

/** The press that a word stands for, or null: what comes back may be forged. */
export function readPress(word: string): Press | null {
  const [, name, id, more = null] = /^([a-z]+):([\w-]{22})(?::([\w-]{1,40}))?$/.exec(word) ?? [];
  if (id === undefined) return null;
  if (name === 'story') return { action: name, story: id, under: more };
  const action = BRIEFING_ACTIONS.find((one) => one === name);
  return action === undefined ? null : { action, briefing: id, source: more };
}

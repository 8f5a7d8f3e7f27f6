import type { Arrival } from '#core/chat.ts';
import { PLATFORM } from './limits.ts';
import { personOf } from './place-of.ts';
import { readMentions } from './read-text.ts';

export type Said = Extract<Arrival, { readonly kind: 'message' }>;

/** Said by people; every other subtype is news about the channel, an edit, or a bot's. */
const SAID = new Set([undefined, 'file_share', 'thread_broadcast']);

type Event = {
  readonly type: string;
  readonly ts: string;
  readonly channel: string;
  readonly user?: string;
  readonly text?: string;
  readonly thread_ts?: string;
  readonly subtype?: string;
  readonly bot_id?: string;
  readonly channel_type?: string;
};

/**
 * What somebody said, or null where nobody did. Slack tells of a mention twice, as `app_mention` and as `message`, with an
 * event id each: what names the arrival is the message itself. To a bot in a direct message everything is said to it.
 * `botUsers`: by what names the bot goes there.
 */
export function readMessage(event: object, workspace: string, botUsers: readonly (string | undefined)[]): Said | null {
  if (!isMessage(event)) return null;
  const { channel, ts, user, thread_ts: thread = null, text = '' } = event;
  if (!SAID.has(event.subtype) || user === undefined || botUsers.includes(user) || event.bot_id !== undefined)
    return null;
  const said = readMentions(text, botUsers);
  return {
    ...{ kind: 'message', id: `message ${channel} ${ts}`, text: said.text, mentionsOthers: said.mentionsOthers },
    mentionsBot: said.mentionsBot || event.type === 'app_mention' || event.channel_type === 'im',
    place: { platform: PLATFORM, workspace, channel, thread: thread === ts ? null : thread },
    person: personOf(user, null),
  };
}

function isMessage(event: object): event is Event {
  return 'ts' in event && typeof event.ts === 'string' && 'channel' in event && typeof event.channel === 'string';
}

import type { Channel, Person, Place } from '#core/chat.ts';
import { PLATFORM } from './limits.ts';

/** A channel's own floor, outside any thread. */
export function placeOf(workspace: string, channel: string): Place {
  return { ...channelOf(workspace, channel), thread: null };
}

export function channelOf(workspace: string, channel: string): Channel {
  return { platform: PLATFORM, workspace, channel };
}

/** On Slack everyone may manage a channel's feeds, until a setting says otherwise. */
export function personOf(id: string, name: string | null): Person {
  return { id, name, mayManage: true };
}

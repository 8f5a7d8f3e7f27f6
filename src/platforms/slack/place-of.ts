import type { Channel, Person, Place } from '#core/chat.ts';
import { PLATFORM } from './limits.ts';

/** A channel's own floor, outside any thread. */
export function placeOf(workspace: string, channel: string): Place {
  return { ...channelOf(workspace, channel), thread: null };
}

export function channelOf(workspace: string, channel: string): Channel {
  return { platform: PLATFORM, workspace, channel };
}

/** What Slack sends does not say who may manage a channel. */
export function personOf(id: string, name: string | null): Person {
  return { id, name, mayManage: null };
}

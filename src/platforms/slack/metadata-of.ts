import type { Post } from '#core/chat.ts';

const EVENT_TYPE = 'byline_post';

/** Names a post in Slack's own metadata, so that one of which nobody knows whether it arrived is found again. */
export function metadataOf({ id }: Post) {
  return { event_type: EVENT_TYPE, event_payload: { post: id } };
}

/** The post that a message of Slack's names, or nothing of ours. */
export function postIn(message: object): unknown {
  if (!('metadata' in message)) return null;
  const { metadata } = message;
  if (typeof metadata !== 'object' || metadata === null || !('event_payload' in metadata)) return null;
  const payload = metadata.event_payload;
  return typeof payload === 'object' && payload !== null && 'post' in payload ? payload.post : null;
}

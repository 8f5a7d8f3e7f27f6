import type { webApi } from '@slack/bolt';

/** A page of 200 holds the channels of nearly everybody; who has more sees the first. */
const MOST = 200;

/** The channels that somebody is in, as far as the bot may know them. */
export async function listChannels(
  client: webApi.WebClient,
  user: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const types = 'public_channel,private_channel';
  const { channels = [] } = await client.users.conversations({ user, types, exclude_archived: true, limit: MOST });
  return channels.flatMap(({ id, name }) => (id === undefined || name === undefined ? [] : [{ id, name }]));
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWebClient } from './a-web-client.ts';
import { createSlack } from './create-slack.ts';
import { fieldsIn } from './fields.ts';
import { HOME_CHANNEL, HOME_USER } from './world.ts';

const slack = await createSlack({ limits: 'off' });
afterAll(() => slack.close());
const client = makeWebClient(slack);
const channel = HOME_CHANNEL;
const metadata = { event_type: 'briefing', event_payload: { id: 'b1' } };
const ts: string[] = [];

beforeAll(async () => {
  slack.addPerson({ id: 'U0ADMIN000', isAdmin: true });
  slack.addChannel({ id: 'C0PUBLIC00', isMember: false, name: 'public' });
  slack.addChannel({ id: 'G0SECRET00', isMember: false });
  slack.addChannel({ id: 'G0KNOWN000', isMember: true, members: [HOME_USER, 'U0ADMIN000'] });
  for (const text of ['one', 'two', 'three']) ts.push((await slack.say(text)).ts);
  const root = ts[1] ?? '';
  for (const text of ['first', 'second', 'third'])
    await client.chat.postMessage({ channel, text, thread_ts: root, metadata });
});

describe('conversations.history', () => {
  test('gives the channel’s messages, newest first, and no replies', async () => {
    const { messages } = await client.conversations.history({ channel });
    expect(messages?.map(({ text }) => text)).toEqual(['three', 'two', 'one']);
    expect(messages?.[1]).toMatchObject({ thread_ts: ts[1], reply_count: 3, reply_users: [slack.bot.userId] });
  });

  test('keeps to oldest and latest, with the edges only if they are asked for', async () => {
    const [oldest = '', , latest = ''] = ts;
    const open = await client.conversations.history({ channel, oldest, latest });
    expect(open.messages?.map(({ text }) => text)).toEqual(['two']);
    const closed = await client.conversations.history({ channel, oldest, latest, inclusive: true });
    expect(closed.messages).toHaveLength(3);
  });

  test('is read in pages', async () => {
    const texts: unknown[] = [];
    for await (const page of client.paginate('conversations.history', { channel, limit: 2 })) {
      texts.push('messages' in page ? fieldsIn(page.messages).map(({ text }) => text) : []);
    }
    expect(texts).toEqual([['three', 'two'], ['one']]);
    await expect(client.conversations.history({ channel, cursor: 'nonsense' })).rejects.toThrow('invalid_cursor');
  });

  test.each([
    ['C0PUBLIC00', 'not_in_channel'],
    ['G0SECRET00', 'channel_not_found'],
  ])('of %s is refused: %s', async (id, error) => {
    await expect(client.conversations.history({ channel: id })).rejects.toThrow(error);
  });
});

describe('conversations.replies', () => {
  test('gives the root and its replies, oldest first, with metadata only if it is asked for', async () => {
    const bare = await client.conversations.replies({ channel, ts: ts[1] ?? '' });
    expect(bare.messages?.map(({ text }) => text)).toEqual(['two', 'first', 'second', 'third']);
    expect(bare.messages?.some((message) => 'metadata' in message)).toBe(false);
    const full = await client.conversations.replies({ channel, ts: ts[1] ?? '', include_all_metadata: true });
    expect(full.messages?.[1]).toMatchObject({ metadata });
  });

  test('of a reply gives the reply alone, and of nothing is refused', async () => {
    const reply = slack.messages(channel).find(({ text }) => text === 'second');
    const { messages } = await client.conversations.replies({ channel, ts: reply?.ts ?? '' });
    expect(messages?.map(({ text }) => text)).toEqual(['second']);
    await expect(client.conversations.replies({ channel, ts: '1.2' })).rejects.toThrow('thread_not_found');
  });
});

test('conversations.info tells of channels that the bot may know of', async () => {
  const known = await client.conversations.info({ channel: 'C0PUBLIC00', include_num_members: true });
  expect(known.channel).toMatchObject({ name: 'public', is_member: false, is_private: false, num_members: 1 });
  await expect(client.conversations.info({ channel: 'G0SECRET00' })).rejects.toThrow('channel_not_found');
});

test('conversations.members counts the bot in', async () => {
  const { members } = await client.conversations.members({ channel: 'G0KNOWN000' });
  expect(members).toEqual([HOME_USER, 'U0ADMIN000', slack.bot.userId]);
});

test('conversations.list shows public channels, and private ones the bot is in', async () => {
  const listed = await client.conversations.list({ types: 'public_channel,private_channel' });
  expect(listed.channels?.map(({ id }) => id)).toEqual([channel, 'C0PUBLIC00', 'G0KNOWN000']);
  const own = await client.users.conversations({ types: 'public_channel,private_channel,im' });
  expect(own.channels?.map(({ id }) => id)).toEqual([channel, 'D0READER00', 'G0KNOWN000']);
  await expect(client.conversations.list({ types: 'secret_channel' })).rejects.toThrow('invalid_types');
});

test('users.info knows people and the bot', async () => {
  expect((await client.users.info({ user: 'U0ADMIN000' })).user).toMatchObject({ is_admin: true, is_bot: false });
  expect((await client.users.info({ user: slack.bot.userId })).user).toMatchObject({ is_bot: true });
  await expect(client.users.info({ user: 'U0NOBODY00' })).rejects.toThrow('user_not_found');
});

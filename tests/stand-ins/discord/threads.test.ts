/** Proves how threads open, close and refuse. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callDiscord, complaintsIn } from './call-discord.ts';
import { createDiscord } from './create-discord.ts';
import { textOf } from './json.ts';
import { PERMISSIONS, USUAL_PERMISSIONS } from './permissions.ts';
import { connectBot } from './raw-bot.ts';
import type { DiscordStandIn } from './stand-in.ts';

let stand: DiscordStandIn;
beforeEach(async () => {
  stand = await createDiscord({ limits: 'off' });
});
afterEach(() => stand.close());

const call = (method: string, path: string, body?: unknown) => callDiscord(stand, method, path, body);

async function opened(): Promise<string> {
  const message = await call('POST', `/channels/${stand.channel}/messages`, { content: 'x' });
  const id = textOf(message.body.id);
  const made = await call('POST', `/channels/${stand.channel}/messages/${id}/threads`, {
    name: 'More',
    auto_archive_duration: 60,
  });
  expect(made).toMatchObject({ status: 201, body: { id, type: 11, parent_id: stand.channel } });
  return id;
}

function archive(id: string, isLocked = false): void {
  const thread = stand.threads().find((one) => one.id === id);
  if (thread === undefined) throw new Error(`no thread ${id}`);
  if (isLocked) thread.isLocked = true;
  thread.isArchived = true;
}

test('a thread has the id of its message, and the message knows it', async () => {
  const id = await opened();
  expect(stand.threads()).toMatchObject([{ id, parent: stand.channel, name: 'More', isArchived: false }]);
  const message = await call('GET', `/channels/${stand.channel}/messages/${id}`);
  expect(message.body).toMatchObject({ flags: 32, thread: { id, thread_metadata: { auto_archive_duration: 60 } } });
  expect((await call('GET', `/channels/${id}`)).body).toMatchObject({ owner_id: stand.bot.id });
  expect((await call('PUT', `/channels/${id}/thread-members/@me`)).status).toBe(204);
});

test('a message has one thread', async () => {
  const id = await opened();
  const again = await call('POST', `/channels/${stand.channel}/messages/${id}/threads`, { name: 'More' });
  expect(again).toMatchObject({ status: 400, body: { code: 160004 } });
});

test.each([
  ['an empty name', { name: '' }, 'name BASE_TYPE_MIN_LENGTH'],
  ['a name of 101', { name: 'x'.repeat(101) }, 'name BASE_TYPE_MAX_LENGTH'],
  ['no name', {}, 'name BASE_TYPE_REQUIRED'],
  ['a duration that there is not', { name: 'x', auto_archive_duration: 61 }, 'auto_archive_duration BASE_TYPE_CHOICES'],
  ['a typo', { name: 'x', autoArchiveDuration: 60 }, 'autoArchiveDuration UNKNOWN_FIELD'],
])('%s makes no thread', async (_, body, complaint) => {
  const { id } = await stand.say('x');
  expect(complaintsIn((await call('POST', `/channels/${stand.channel}/messages/${id}/threads`, body)).body)).toEqual([
    complaint,
  ]);
});

test('a thread needs Create Public Threads, and messages in it Send Messages in Threads', async () => {
  const { id } = await stand.say('x');
  stand.addChannel({ id: stand.channel, botPermissions: USUAL_PERMISSIONS & ~PERMISSIONS.createPublicThreads });
  const path = `/channels/${stand.channel}/messages/${id}/threads`;
  expect(await call('POST', path, { name: 'x' })).toMatchObject({ status: 403, body: { code: 50013 } });
  const bits = USUAL_PERMISSIONS & ~PERMISSIONS.sendMessagesInThreads & ~PERMISSIONS.sendMessages;
  const channel = { id: '90', botPermissions: bits };
  stand.addChannel(channel);
  const other = await stand.say('x', { channel: '90' });
  expect((await call('POST', `/channels/90/messages/${other.id}/threads`, { name: 'x' })).status).toBe(201);
  expect((await call('POST', `/channels/${other.id}/messages`, { content: 'x' })).body).toMatchObject({ code: 50013 });
  channel.botPermissions = bits | PERMISSIONS.sendMessagesInThreads;
  expect((await call('POST', `/channels/${other.id}/messages`, { content: 'x' })).status).toBe(200);
});

test('there are no threads in threads or DMs', async () => {
  const id = await opened();
  const { id: inside } = await stand.say('x', { channel: id });
  expect((await call('POST', `/channels/${id}/messages/${inside}/threads`, { name: 'x' })).body).toMatchObject({
    code: 50024,
  });
  const { id: said } = await stand.say('x', { guild: null });
  const dm = textOf((await call('POST', '/users/@me/channels', { recipient_id: stand.person })).body.id);
  expect((await call('POST', `/channels/${dm}/messages/${said}/threads`, { name: 'x' })).body).toMatchObject({
    code: 50024,
  });
});

test('a thread without a message leaves a note in its channel', async () => {
  const made = await call('POST', `/channels/${stand.channel}/threads`, { name: 'Alone', type: 11 });
  expect(made).toMatchObject({ status: 201, body: { type: 11, name: 'Alone' } });
  expect(stand.messages(stand.channel)).toMatchObject([{ content: 'Alone' }]);
  const hidden = await call('POST', `/channels/${stand.channel}/threads`, { name: 'Hidden' });
  expect(hidden.body).toMatchObject({ code: 50013 });
});

test('a message wakes an archived thread, of the bot as of people', async () => {
  const id = await opened();
  const bot = await connectBot(stand);
  archive(id);
  expect(await bot.next('THREAD_UPDATE')).toMatchObject({ thread_metadata: { archived: true } });
  expect((await call('POST', `/channels/${id}/messages`, { content: 'x' })).status).toBe(200);
  expect(await bot.next('THREAD_UPDATE')).toMatchObject({ thread_metadata: { archived: false } });
  archive(id);
  await stand.say('y', { channel: id });
  expect(stand.threads()).toMatchObject([{ isArchived: false }]);
});

test('a locked one stays shut: 50083 when archived, 160005 when not', async () => {
  const id = await opened();
  archive(id, true);
  expect(await call('POST', `/channels/${id}/messages`, { content: 'x' })).toMatchObject({
    status: 400,
    body: { code: 50083 },
  });
  expect((await call('PATCH', `/channels/${id}`, { archived: false })).body).toMatchObject({ code: 50013 });
  await expect(stand.say('y', { channel: id })).rejects.toThrow('Thread is archived');
  stand.dispatch('THREAD_UPDATE', { id, thread_metadata: { archived: false, locked: true } });
  expect((await call('POST', `/channels/${id}/messages`, { content: 'x' })).body).toMatchObject({ code: 160005 });
  stand.addChannel({ id: stand.channel, botPermissions: USUAL_PERMISSIONS | PERMISSIONS.manageThreads });
});

test('nothing in an archived thread is edited or deleted', async () => {
  const id = await opened();
  const message = await call('POST', `/channels/${id}/messages`, { content: 'x' });
  archive(id);
  const path = `/channels/${id}/messages/${textOf(message.body.id)}`;
  expect((await call('PATCH', path, { content: 'y' })).body).toMatchObject({ code: 50083 });
  expect((await call('DELETE', path)).body).toMatchObject({ code: 50083 });
  expect((await call('PATCH', `/channels/${id}`, { name: 'y' })).body).toMatchObject({ code: 50083 });
  expect((await call('PATCH', `/channels/${id}`, { archived: false })).body).toMatchObject({
    thread_metadata: { archived: false },
  });
  expect((await call('PATCH', path, { content: 'y' })).status).toBe(200);
});

test('its owner may archive and name it, and only a moderator may lock it', async () => {
  const id = await opened();
  expect((await call('PATCH', `/channels/${id}`, { name: 'New' })).body).toMatchObject({ name: 'New' });
  expect((await call('PATCH', `/channels/${id}`, { locked: true })).body).toMatchObject({ code: 50013 });
  expect((await call('PATCH', `/channels/${id}`, { archived: true })).body).toMatchObject({
    thread_metadata: { archived: true },
  });
  expect(stand.threads()).toMatchObject([{ name: 'New', isArchived: true }]);
  stand.addChannel({ id: '91', type: 11 });
  expect((await call('PATCH', '/channels/91', { archived: true })).body).toMatchObject({ code: 50013 });
});

test('a moderator locks, and writes where others cannot', async () => {
  const channel = { id: '92', botPermissions: USUAL_PERMISSIONS | PERMISSIONS.manageThreads };
  stand.addChannel(channel);
  const { id } = await stand.say('x', { channel: '92' });
  await call('POST', `/channels/92/messages/${id}/threads`, { name: 'x' });
  expect((await call('PATCH', `/channels/${id}`, { locked: true, archived: true })).body).toMatchObject({
    thread_metadata: { locked: true },
  });
  expect((await call('POST', `/channels/${id}/messages`, { content: 'x' })).status).toBe(200);
});

test('a thread that was deleted is unknown', async () => {
  const id = await opened();
  const bot = await connectBot(stand);
  stand.dispatch('THREAD_DELETE', { id });
  expect(await bot.next('THREAD_DELETE')).toMatchObject({ id, parent_id: stand.channel, guild_id: stand.guild });
  expect((await call('POST', `/channels/${id}/messages`, { content: 'x' })).body).toMatchObject({ code: 10003 });
  expect(stand.threads()).toEqual([]);
});

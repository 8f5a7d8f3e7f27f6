/** The outbox as a whole: what is planned appears on the platform once, in order, at its pace, whatever fails meanwhile. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Card } from '#core/card.ts';
import type { Place } from '#core/chat.ts';
import type { Happening } from '#core/observer.ts';
import { channelLane, holdLane } from '#store/claim-posts.ts';
import { createOutboxSender, type OutboxSender } from '#store/create-outbox-sender.ts';
import { createPostShelf } from '#store/create-post-shelf.ts';
import { nextDue } from '#store/next-due.ts';
import { type OpenDatabase, openDatabase } from '#store/open-database.ts';
import { eventually } from '../fakes/eventually.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakePlatform, type FakePlatform } from '../fakes/fake-platform.ts';
import { describeEngines, type TestPlace } from './on-both-engines.ts';

const card = (title: string): Card => ({ title, blocks: [] });
const at = (channel = 'c1', thread: string | null = null): Place => ({
  platform: 'fake',
  workspace: 'w1',
  channel,
  thread,
});

describeEngines('outbox', (makePlace) => {
  let where: TestPlace;
  let open: OpenDatabase;
  let clock = createFakeClock();
  let platform: FakePlatform;
  let told: Happening[];
  let senders: OutboxSender[];

  beforeAll(async () => {
    where = await makePlace();
    open = await openDatabase(where.place);
  });
  afterAll(async () => {
    await open.close();
    await where.remove();
  });
  beforeEach(async () => {
    await open.db.deleteFrom('post').execute();
    await open.db.deleteFrom('pace').execute();
    clock = createFakeClock();
    platform = createFakePlatform({ clock });
    told = [];
    senders = [];
  });
  afterEach(async () => {
    await Promise.all(senders.map((sender) => sender.stop()));
  });

  const posts = () => createPostShelf(open.db, clock);
  const plan = (key: string, place = at(), words = key) =>
    posts().plan({ key, place, audience: null, replyTo: 'token', card: card(words) });
  const row = (id: string) => open.db.selectFrom('post').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  async function send(): Promise<OutboxSender> {
    const sender = createOutboxSender({ open, clock, platforms: [platform], observe: (one) => told.push(one) });
    senders.push(sender);
    await sender.start();
    return sender;
  }
  const titles = () => platform.messages.map((message) => message.card.title);

  test('the same key is one post, and says so', async () => {
    const first = await plan('k1');
    const second = await plan('k1', at(), 'other words');
    expect(first.isNew).toBe(true);
    expect(second).toEqual({ id: first.id, isNew: false });
    await send();
    await eventually('the post', () => titles().length === 1);
    expect(titles()).toEqual(['k1']);
  });

  test('the same key in another workspace is another post', async () => {
    await plan('k1');
    expect(await plan('k1', { ...at(), workspace: 'w2' })).toMatchObject({ isNew: true });
  });

  test('posts of one channel appear in the order in which they were planned', async () => {
    for (let i = 0; i < 20; i++) await plan(`k${i}`);
    await send();
    await eventually('all posts', () => titles().length === 20);
    expect(titles()).toEqual(Array.from({ length: 20 }, (_, i) => `k${i}`));
  });

  test('cards that came and went before anybody saw them are skipped', async () => {
    const { id } = await plan('k1', at(), 'waiting');
    await posts().revise(id, card('reading'), { isFinal: false });
    await posts().revise(id, card('done'), { isFinal: true });
    await send();
    await eventually('the post', () => titles()[0] === 'done');
    expect(platform.messages[0]?.history.map(({ title }) => title)).toEqual(['done']);
  });

  test('a message that is there is edited, and after a final card nothing else shows', async () => {
    const { id } = await plan('k1', at(), 'waiting');
    const sender = await send();
    await eventually('the post', () => titles()[0] === 'waiting');
    await posts().revise(id, card('done'), { isFinal: true });
    await posts().revise(id, card('reading'), { isFinal: false });
    sender.wake();
    await eventually('the edit', () => titles()[0] === 'done');
    await eventually('the record', async () => (await row(id)).shown === (await row(id)).revision);
    expect(await row(id)).toMatchObject({ state: 'sent', reply_to: null, claim: null });
    expect(titles()).toEqual(['done']);
  });

  test('a post is found by the message that the platform made of it', async () => {
    const { id } = await plan('k1');
    await send();
    await eventually('the record', async () => (await row(id)).state === 'sent');
    expect(await posts().at(at(), 'm1')).toEqual({ id });
    expect(await posts().at(at('c2'), 'm1')).toBeNull();
    expect(await posts().at({ ...at(), workspace: 'w2' }, 'm1')).toBeNull();
  });

  test('a message whose answer was lost is found, and not sent again', async () => {
    platform.faults.push('answer-lost');
    const { id } = await plan('k1');
    const sender = await send();
    await eventually('the doubt', async () => (await row(id)).failure === 'UNREACHABLE');
    clock.pass(60_000);
    sender.wake();
    await eventually('the record', async () => (await row(id)).state === 'sent');
    expect(platform.messages).toHaveLength(1);
    expect(platform.counts).toMatchObject({ posts: 1, finds: 1 });
  });

  test('a message that never arrived is looked for and sent again', async () => {
    platform.faults.push('lost');
    const { id } = await plan('k1');
    const sender = await send();
    await eventually('the doubt', async () => (await row(id)).failure === 'UNREACHABLE');
    clock.pass(60_000);
    sender.wake();
    await eventually('the record', async () => (await row(id)).state === 'sent');
    expect(platform.messages).toHaveLength(1);
    expect(platform.counts).toMatchObject({ posts: 2, finds: 1 });
  });

  test('where nobody can tell whether it arrived it is never sent again, and the operator hears of it', async () => {
    platform.faults.push('answer-lost');
    platform.sees = 'unclear';
    const { id } = await plan('k1');
    const sender = await send();
    await eventually('the doubt', async () => (await row(id)).failure === 'UNREACHABLE');
    clock.pass(60_000);
    sender.wake();
    await eventually('the end of it', async () => (await row(id)).state === 'unclear');
    clock.pass(3_600_000);
    sender.wake();
    await plan('k2');
    sender.wake();
    await eventually('the next post', () => titles().includes('k2'));
    expect(titles()).toEqual(['k1', 'k2']);
    expect(told).toContainEqual(expect.objectContaining({ kind: 'undelivered', id, willRetry: false }));
  });

  test('what a dead process held is looked for before it is sent', async () => {
    const { id } = await plan('k1');
    await open.db
      .updateTable('post')
      .set({
        ...{ claim: 'dead', in_doubt: true, attempts: 1, first_attempt_at: clock.now() },
        lease_until: new Date(clock.now().getTime() + 25_000),
      })
      .execute();
    platform.messages.push({
      ...{ id: 'm1', post: id, place: at(), audience: null, card: card('k1') },
      history: [],
      at: 0,
    });
    // On a server another process might still be sending it: its lease has to end first.
    if (open.kind === 'server') clock.pass(30_000);
    await send();
    await eventually('the record', async () => (await row(id)).state === 'sent');
    expect(platform.messages).toHaveLength(1);
    expect(platform.counts.posts).toBe(0);
  });

  test('a platform that says "too often" is left in peace for as long as it says', async () => {
    platform.faults.push('rate-limited');
    const { id } = await plan('k1');
    const sender = await send();
    await eventually('the refusal', () => told.some((one) => one.kind === 'undelivered'));
    expect(await row(id)).toMatchObject({ state: 'planned', in_doubt: false });
    await plan('k2', at('c2'));
    sender.wake();
    clock.pass(100);
    sender.wake();
    await eventually('both posts', () => titles().length === 2);
    expect(platform.counts.finds).toBe(0);
  });

  test.each([
    ['refused', 'POST_REFUSED'],
    ['gone', 'CHANNEL_GONE'],
  ] as const)('what the platform %s is not tried again, and what waits behind it goes on', async (fault, code) => {
    platform.faults.push(fault);
    const { id } = await plan('k1');
    await plan('k2');
    await send();
    await eventually('the next post', () => titles().includes('k2'));
    expect(await row(id)).toMatchObject({ state: 'refused', failure: code, reply_to: null });
    expect(told).toContainEqual(expect.objectContaining({ kind: 'undelivered', code, willRetry: false }));
  });

  test('attempts grow rarer, and a platform that is down for a day is given up', async () => {
    const { id } = await plan('k1');
    platform.faults.push(...Array.from({ length: 50 }, () => 'lost' as const));
    const sender = await send();
    const waits: number[] = [];
    for (let i = 1; i <= 4; i++) {
      await eventually(`attempt ${i}`, async () => (await row(id)).attempts === i && (await row(id)).claim === null);
      waits.push((await row(id)).due_at.getTime() - clock.now().getTime());
      clock.pass(waits.at(-1) ?? 0);
      sender.wake();
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(new Set(waits).size).toBe(4);
    clock.pass(25 * 3_600_000);
    sender.wake();
    await eventually('the end of it', async () => (await row(id)).state === 'unclear');
    expect(platform.messages).toHaveLength(0);
  });

  test('a post that keeps failing does not hold up its channel for ever', async () => {
    const { id } = await plan('k1');
    platform.faults.push('lost', 'lost', 'lost');
    const sender = await send();
    for (let i = 1; i <= 3; i++) {
      await eventually(`attempt ${i}`, async () => (await row(id)).attempts === i && (await row(id)).claim === null);
      if (i < 3) clock.pass((await row(id)).due_at.getTime() - clock.now().getTime());
      sender.wake();
    }
    await plan('k2');
    sender.wake();
    await eventually('the one behind', () => titles().includes('k2'));
    expect(titles()).toEqual(['k2']);
  });

  test('what was found may show an older card: it is edited, and the token for that is kept until then', async () => {
    platform.faults.push('answer-lost');
    const { id } = await plan('k1', at(), 'waiting');
    const sender = await send();
    await eventually('the doubt', async () => (await row(id)).failure === 'UNREACHABLE');
    await posts().revise(id, card('done'), { isFinal: true });
    const tokens: (string | null)[] = [];
    const { edit } = platform;
    Object.assign(platform, {
      edit: (...told: Parameters<typeof edit>) => {
        tokens.push(told[0].replyTo);
        return edit(...told);
      },
    });
    clock.pass(60_000);
    sender.wake();
    await eventually('the edit', async () => titles()[0] === 'done' && (await row(id)).claim === null);
    expect(tokens).toEqual(['token']);
    await eventually('the end of the token', async () => (await row(id)).reply_to === null);
    expect(platform.counts).toMatchObject({ posts: 1, finds: 1, edits: 1 });
  });

  test('however often a platform says "too often", a channel keeps its order', async () => {
    platform.faults.push(...Array.from({ length: 5 }, () => 'rate-limited' as const));
    const { id } = await plan('k1');
    await plan('k2');
    const sender = await send();
    for (let i = 1; i <= 5; i++) {
      await eventually(`refusal ${i}`, () => told.filter((one) => one.kind === 'undelivered').length === i);
      expect(await row(id)).toMatchObject({ state: 'planned', attempts: 0 });
      clock.pass(100);
      sender.wake();
    }
    await eventually('both posts', () => titles().length === 2);
    expect(titles()).toEqual(['k1', 'k2']);
  });

  test('a sender at rest hears when the next post is due', async () => {
    expect(await nextDue(open.db, 'fake')).toBeNull();
    const { id } = await plan('k1');
    expect(await nextDue(open.db, 'fake')).toEqual(clock.now());
    const later = new Date(clock.now().getTime() + 5_000);
    await holdLane(open.db, channelLane(at()), later);
    expect(await nextDue(open.db, 'fake')).toEqual(later);
    expect(await nextDue(open.db, 'other')).toBeNull();
    await open.db.updateTable('post').set({ state: 'refused' }).where('id', '=', id).execute();
    expect(await nextDue(open.db, 'fake')).toBeNull();
  });

  test('what nobody can tell keeps no token', async () => {
    platform.faults.push('answer-lost');
    platform.sees = 'unclear';
    const { id } = await plan('k1');
    const sender = await send();
    await eventually('the doubt', async () => (await row(id)).failure === 'UNREACHABLE');
    clock.pass(60_000);
    sender.wake();
    await eventually('the end of it', async () => (await row(id)).state === 'unclear');
    expect((await row(id)).reply_to).toBeNull();
  });

  test('two senders at once send nothing twice', async () => {
    for (let i = 0; i < 60; i++) await plan(`k${i}`, at(`c${i % 7}`));
    await send();
    if (open.kind === 'server') await send();
    await eventually('all posts', () => titles().length === 60);
    expect(new Set(titles()).size).toBe(60);
  });

  test('a stop waits for what is under way, and begins nothing new', async () => {
    const sender = await send();
    await sender.stop();
    const { id } = await plan('k1');
    sender.wake();
    expect(await row(id)).toMatchObject({ state: 'planned', claim: null });
  });

  test('text that a database refuses is stored all the same', async () => {
    const { id } = await plan('k1', at(), 'a\0b\ud800c');
    await send();
    await eventually('the post', async () => (await row(id)).state === 'sent');
    expect(titles()).toEqual(['a\ufffdb\ufffdc']);
  });
});

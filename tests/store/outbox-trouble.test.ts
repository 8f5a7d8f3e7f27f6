/** The outbox when things fail: what is in doubt is looked for, what is refused is told, and nothing is sent twice. */
import { expect, test } from 'vitest';
import { channelLane, holdLane } from '#store/claim-posts.ts';
import { nextDue } from '#store/next-due.ts';
import { eventually } from '../fakes/eventually.ts';
import { at, card, useOutbox } from './an-outbox.ts';
import { describeEngines } from './on-both-engines.ts';

describeEngines('outbox in trouble', (makePlace) => {
  const { open, clock, platform, told, posts, plan, row, send, titles } = useOutbox(makePlace);

  test.each([
    ['whose answer was lost is found, and not sent again', 'answer-lost', 1],
    ['that never arrived is looked for and sent again', 'lost', 2],
  ] as const)('a message %s', async (_, fault, posts) => {
    platform().faults.push(fault);
    const { id } = await plan('k1');
    const sender = await send();
    await eventually('the doubt', async () => (await row(id)).failure === 'UNREACHABLE');
    clock().pass(60_000);
    sender.wake();
    await eventually('the record', async () => (await row(id)).state === 'sent');
    expect(platform().messages).toHaveLength(1);
    expect(platform().counts).toMatchObject({ posts, finds: 1 });
  });

  test('where nobody can tell whether it arrived it is never sent again, and the operator hears of it', async () => {
    platform().faults.push('answer-lost');
    platform().sees = 'unclear';
    const { id } = await plan('k1');
    const sender = await send();
    await eventually('the doubt', async () => (await row(id)).failure === 'UNREACHABLE');
    clock().pass(60_000);
    sender.wake();
    await eventually('the end of it', async () => (await row(id)).state === 'unclear');
    clock().pass(3_600_000);
    sender.wake();
    await plan('k2');
    sender.wake();
    await eventually('the next post', () => titles().includes('k2'));
    expect(titles()).toEqual(['k1', 'k2']);
    expect(told()).toContainEqual(expect.objectContaining({ kind: 'undelivered', id, willRetry: false }));
  });

  test('what a dead process held is looked for before it is sent', async () => {
    const { id } = await plan('k1');
    await open()
      .db.updateTable('post')
      .set({
        ...{ claim: 'dead', in_doubt: true, attempts: 1, first_attempt_at: clock().now() },
        lease_until: new Date(clock().now().getTime() + 25_000),
      })
      .execute();
    platform().messages.push({
      ...{ id: 'm1', post: id, place: at(), audience: null, card: card('k1') },
      history: [],
      at: 0,
    });
    // On a server another process might still be sending it: its lease has to end first.
    if (open().kind === 'server') clock().pass(30_000);
    await send();
    await eventually('the record', async () => (await row(id)).state === 'sent');
    expect(platform().messages).toHaveLength(1);
    expect(platform().counts.posts).toBe(0);
  });

  test('a platform that says "too often" is left in peace for as long as it says', async () => {
    platform().faults.push('rate-limited');
    const { id } = await plan('k1');
    const sender = await send();
    await eventually('the refusal', () => told().some((one) => one.kind === 'undelivered'));
    expect(await row(id)).toMatchObject({ state: 'planned', in_doubt: false });
    await plan('k2', at('c2'));
    sender.wake();
    clock().pass(100);
    sender.wake();
    await eventually('both posts', () => titles().length === 2);
    expect(platform().counts.finds).toBe(0);
  });

  test.each([
    [['refused', 'refused'], 'POST_REFUSED'],
    [['gone'], 'CHANNEL_GONE'],
  ] as const)('what the platform has %j is not tried again, and what waits behind it goes on', async (faults, code) => {
    platform().faults.push(...faults);
    const { id } = await plan('k1');
    await plan('k2');
    await send();
    await eventually('the next post', () => titles().includes('k2'));
    expect(await row(id)).toMatchObject({ state: 'refused', failure: code, reply_to: null });
    expect(told()).toContainEqual(expect.objectContaining({ kind: 'undelivered', code, willRetry: false }));
  });

  test('attempts grow rarer, and a platform that is down for a day is given up', async () => {
    const { id } = await plan('k1');
    platform().faults.push(...Array.from({ length: 50 }, () => 'lost' as const));
    const sender = await send();
    const waits: number[] = [];
    for (let i = 1; i <= 4; i++) {
      await eventually(`attempt ${i}`, async () => (await row(id)).attempts === i && (await row(id)).claim === null);
      waits.push((await row(id)).due_at.getTime() - clock().now().getTime());
      clock().pass(waits.at(-1) ?? 0);
      sender.wake();
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(new Set(waits).size).toBe(4);
    clock().pass(25 * 3_600_000);
    sender.wake();
    await eventually('the end of it', async () => (await row(id)).state === 'unclear');
    expect(platform().messages).toHaveLength(0);
  });

  test('a post that keeps failing does not hold up its channel for ever', async () => {
    const { id } = await plan('k1');
    platform().faults.push('lost', 'lost', 'lost');
    const sender = await send();
    for (let i = 1; i <= 3; i++) {
      await eventually(`attempt ${i}`, async () => (await row(id)).attempts === i && (await row(id)).claim === null);
      if (i < 3) clock().pass((await row(id)).due_at.getTime() - clock().now().getTime());
      sender.wake();
    }
    await plan('k2');
    sender.wake();
    await eventually('the one behind', () => titles().includes('k2'));
    expect(titles()).toEqual(['k2']);
  });

  test('what was found may show an older card: it is edited, and the token for that is kept until then', async () => {
    platform().faults.push('answer-lost');
    const { id } = await plan('k1', at(), 'waiting');
    const sender = await send();
    await eventually('the doubt', async () => (await row(id)).failure === 'UNREACHABLE');
    await posts().revise(id, card('done'), { isFinal: true });
    const tokens: (string | null)[] = [];
    const { edit } = platform();
    Object.assign(platform(), {
      edit: (...given: Parameters<typeof edit>) => {
        tokens.push(given[0].replyTo);
        return edit(...given);
      },
    });
    clock().pass(60_000);
    sender.wake();
    await eventually('the edit', async () => titles()[0] === 'done' && (await row(id)).claim === null);
    expect(tokens).toEqual(['token']);
    await eventually('the end of the token', async () => (await row(id)).reply_to === null);
    expect(platform().counts).toMatchObject({ posts: 1, finds: 1, edits: 1 });
  });

  test('however often a platform says "too often", a channel keeps its order', async () => {
    platform().faults.push(...Array.from({ length: 5 }, () => 'rate-limited' as const));
    const { id } = await plan('k1');
    await plan('k2');
    const sender = await send();
    for (let i = 1; i <= 5; i++) {
      await eventually(`refusal ${i}`, () => told().filter((one) => one.kind === 'undelivered').length === i);
      expect(await row(id)).toMatchObject({ state: 'planned', attempts: 0 });
      clock().pass(100);
      sender.wake();
    }
    await eventually('both posts', () => titles().length === 2);
    expect(titles()).toEqual(['k1', 'k2']);
  });

  test('a sender at rest hears when the next post is due', async () => {
    expect(await nextDue(open().db, 'fake', true)).toBeNull();
    const { id } = await plan('k1');
    expect(await nextDue(open().db, 'fake', true)).toEqual(clock().now());
    const later = new Date(clock().now().getTime() + 5_000);
    await holdLane(open().db, channelLane(at()), later);
    expect(await nextDue(open().db, 'fake', true)).toEqual(later);
    expect(await nextDue(open().db, 'other', true)).toBeNull();
    await open().db.updateTable('post').set({ state: 'refused' }).where('id', '=', id).execute();
    expect(await nextDue(open().db, 'fake', true)).toBeNull();
  });

  test('what nobody can tell keeps no token', async () => {
    platform().faults.push('answer-lost');
    platform().sees = 'unclear';
    const { id } = await plan('k1');
    const sender = await send();
    await eventually('the doubt', async () => (await row(id)).failure === 'UNREACHABLE');
    clock().pass(60_000);
    sender.wake();
    await eventually('the end of it', async () => (await row(id)).state === 'unclear');
    expect((await row(id)).reply_to).toBeNull();
  });
});

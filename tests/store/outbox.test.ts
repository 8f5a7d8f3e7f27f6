/** The outbox as a whole: what is planned appears on the platform once, in order, and as it was revised last. */
import { expect, test } from 'vitest';
import { eventually } from '../fakes/eventually.ts';
import { at, card, useOutbox } from './an-outbox.ts';
import { describeEngines } from './on-both-engines.ts';

describeEngines('outbox', (makePlace) => {
  const { open, platform, posts, plan, row, send, titles } = useOutbox(makePlace);

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
    expect(platform().messages[0]?.history.map(({ title }) => title)).toEqual(['done']);
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

  test('two senders at once send nothing twice', async () => {
    for (let i = 0; i < 60; i++) await plan(`k${i}`, at(`c${i % 7}`));
    await send();
    if (open().kind === 'server') await send();
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

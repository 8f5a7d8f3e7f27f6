/** Posts that follow others, that only one person sees, and that are told in other words where they cannot be shown. */
import { describe, expect, test } from 'vitest';
import { wording } from '#render/wording.ts';
import { eventually } from '../fakes/eventually.ts';
import { at, card, useOutbox } from './an-outbox.ts';
import { describeEngines } from './on-both-engines.ts';

describeEngines('outbox, in parts', (makePlace) => {
  const { open, clock, platform, plan, posts, row, send, titles, told } = useOutbox(makePlace);
  const follow = (key: string, under: string, more: object = {}) =>
    posts().plan({ key, place: at(), audience: null, replyTo: null, card: card(key), under, isFinal: true, ...more });

  describe('what follows a post', () => {
    test('goes into its thread, in order, once it is there', async () => {
      const { id } = await plan('root');
      await follow('second', id);
      await follow('third', id);
      await plan('other', at('c2'));
      await send();
      await eventually('all of it', () => titles().length === 4);
      const [root] = platform().messages.filter((one) => one.card.title === 'root');
      const parts = platform().messages.filter((one) => one.place.thread !== null);
      expect(parts.map((one) => [one.card.title, one.place.thread])).toEqual([
        ['second', root?.id],
        ['third', root?.id],
      ]);
      // Where it went is remembered, as of any message in a thread.
      await eventually('the row', async () => (await posts().at(at(), parts[0]?.id ?? '')) !== null);
    });

    test('does not come where that one cannot, and holds up nobody', async () => {
      platform().forbiddenChannels.add('c1');
      const { id } = await plan('root');
      const { id: second } = await follow('second', id);
      await plan('other', at('c2'));
      await send();
      await eventually('the other', () => titles().includes('other'));
      await eventually('its end', async () => (await row(second)).state === 'refused');
      expect(await row(second)).toMatchObject({ failure: 'MAY_NOT_POST', reply_to: null });
      expect(titles()).toEqual(['other']);
    });

    test('for one person it goes beside it, by the same handle', async () => {
      const { id } = await posts().plan({
        ...{ key: 'root', place: at(), audience: 'anna', replyTo: 'a secret token', card: card('root'), isFinal: true },
      });
      const { id: second } = await follow('second', id, { audience: 'anna' });
      expect((await row(second)).reply_to).not.toBeNull();
      await send();
      await eventually('both', () => titles().length === 2);
      expect(platform().messages.map(({ place, audience }) => [place.thread, audience])).toEqual([
        [null, 'anna'],
        [null, 'anna'],
      ]);
    });
  });

  test('a handle for answering lies sealed in its row', async () => {
    const { id } = await posts().plan({
      ...{ key: 'k', place: at(), audience: null, replyTo: 'a secret token', card: card('k') },
    });
    expect((await row(id)).reply_to).toMatch(/^v1\./);
    expect(JSON.stringify(await row(id))).not.toContain('secret');
  });

  test('what one person sees waits to be final where it cannot be changed later, and holds up nobody', async () => {
    Object.assign(platform(), { editsPrivate: false });
    const { id } = await posts().plan({
      ...{ key: 'k1', place: at(), audience: 'anna', replyTo: null, card: card('one moment') },
    });
    await plan('k2');
    await send();
    await eventually('the next', () => titles().includes('k2'));
    expect(titles()).toEqual(['k2']);
    await posts().revise(id, card('the answer'), { isFinal: true });
    const sender = await send();
    sender.wake();
    await eventually('the answer', () => titles().includes('the answer'));
    expect(platform().counts.edits).toBe(0);
  });

  test('where the bot may not post, whoever asked is told so, alone, once, and what to do', async () => {
    const inside = platform();
    inside.forbiddenChannels.add('c1');
    const { id } = await posts().plan({
      ...{ key: 'k1', place: at(), audience: null, replyTo: 'token', card: card('k1'), asker: 'anna' },
    });
    await send();
    await eventually('the refusal', async () => (await row(id)).state === 'refused');
    const all = await open().db.selectFrom('post').selectAll().orderBy('seq').execute();
    expect(all).toMatchObject([
      { id, state: 'refused', failure: 'MAY_NOT_POST' },
      { key: 'k1/told', audience: 'anna', is_final: true, card: wording.undelivered('MAY_NOT_POST') },
    ]);
    expect(wording.undelivered('MAY_NOT_POST').blocks).toMatchObject([{ text: expect.stringContaining('/invite') }]);
    // It cannot be told in this channel either (the fake has no other way): that leads to no third post.
    await eventually('its end', async () => (await row(all[1]?.id ?? '')).state === 'refused');
    expect(await open().db.selectFrom('post').selectAll().execute()).toHaveLength(2);
  });

  test('what a platform does not take as it is, is told in words that it takes', async () => {
    const { id } = await plan('k1');
    const sender = await send();
    await eventually('the post', async () => (await row(id)).state === 'sent');
    platform().faults.push('refused');
    await posts().revise(id, card('too much'), { isFinal: true });
    sender.wake();
    const { title } = wording.undelivered('POST_REFUSED');
    await eventually('the words', () => titles().includes(title));
    expect(await row(id)).toMatchObject({ state: 'sent', is_final: true });
    expect(told()).toContainEqual(expect.objectContaining({ code: 'POST_REFUSED', willRetry: true }));
  });

  test('where only a workspace has to wait, another one goes on', async () => {
    Object.assign(platform(), { pace: { ...platform().pace, holds: 'workspace' } });
    platform().faults.push('rate-limited');
    await plan('k1');
    await send();
    await eventually('the refusal', () => told().some((one) => one.kind === 'undelivered'));
    await plan('same workspace', at('c2'));
    await plan('elsewhere', { ...at(), workspace: 'w2' });
    await eventually('elsewhere', () => titles().includes('elsewhere'));
    expect(titles()).toEqual(['elsewhere']);
    clock().pass(60);
    await eventually('the rest', () => titles().length === 3);
  });
});

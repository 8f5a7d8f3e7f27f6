/** What every platform must do with what people say, press and take away. */
import { describe, expect, test } from 'vitest';
import type { Card } from '#core/card.ts';
import type { Receipt } from '#core/chat.ts';
import { eventually } from '../fakes/eventually.ts';
import type { Stage } from './a-stage.ts';
import { HOSTILE, textsOf } from './arbitrary-card.ts';
import { FULL_CARD, SLUG } from './full-card.ts';

const PRESSED: Card = { title: 'Pressed', blocks: [{ kind: 'text', text: 'words of pressed' }] };
const BRIEF = '/brief https://example.org/';

export function describeHearing(stage: Stage): void {
  const { arrivals, testWith } = stage;

  describe('hearing', () => {
    test('a command arrives with its words as they were typed, its place and its person', async () => {
      const words = 'https://example.org/a?b=1&c="2" points:3';
      expect((await stage.harness().command(`/brief ${words}`)).isTaken).toBe(true);
      expect(arrivals).toMatchObject([
        { kind: 'command', command: 'brief', input: words, place: stage.harness().place },
      ]);
      expect(arrivals[0]?.id).not.toBe('');
      expect(arrivals[0]?.person.id).not.toBe('');
    });

    test.each(HOSTILE)('%j is heard as it was typed', async (text) => {
      await stage.harness().command(`/ask ${text}`);
      const [arrival] = arrivals;
      expect(arrival).toMatchObject({ kind: 'command', command: 'ask' });
      const input = arrival?.kind === 'command' && typeof arrival.input === 'string' ? arrival.input.trim() : null;
      // A platform has its own longest line.
      expect(input).toBe(text.trim().slice(0, Math.max(1_000, input?.length ?? 0)));
    });

    test('two commands are two arrivals', async () => {
      for (let i = 0; i < 2; i++) await stage.harness().command(BRIEF);
      expect(new Set(arrivals.map(({ id }) => id)).size).toBe(2);
    });

    testWith('deliverTwice', 'an event that is delivered twice keeps its id', async (deliverTwice) => {
      await deliverTwice(BRIEF);
      expect(arrivals).toHaveLength(2);
      expect(new Set(arrivals.map(({ id }) => id)).size).toBe(1);
    });

    test('it acknowledges when what came is stored, and not before', async () => {
      const order: string[] = [];
      const gate = aGate();
      stage.respond = async () => {
        await gate.passed;
        order.push('stored');
        return TAKEN;
      };
      const command = stage
        .harness()
        .command(BRIEF)
        .then(() => order.push('acknowledged'));
      await eventually('the command', () => arrivals.length === 1);
      await turns();
      gate.open();
      await command;
      expect(order).toEqual(['stored', 'acknowledged']);
    });

    test('what cannot be stored is told in words, and nothing hangs', async () => {
      stage.respond = () => Promise.reject(new Error('the disk is full of secrets'));
      const { isTaken, text } = await stage.harness().command(BRIEF);
      expect(isTaken).toBe(false);
      expect(text).toMatch(/\w/);
      expect(text).not.toContain('secrets');
    });

    test('a card that is shown at once is seen by whoever asked', async () => {
      stage.respond = async () => ({ kind: 'shown', card: FULL_CARD });
      const { text } = await stage.harness().command('/help');
      for (const part of textsOf(FULL_CARD)) expect(text).toContain(part);
    });

    test('a message’s id is its thread: what is posted and said there hangs under it', async () => {
      const { harness, aPost, show, see } = stage;
      const { place } = harness();
      const thread = await show(aPost({ title: 'Root', blocks: [] }));
      const reply = await show(aPost(PRESSED, { place: { ...place, thread } }));
      expect(await see(reply, thread)).toMatchObject({ thread, text: expect.stringContaining('words of pressed') });
      expect(await see(reply)).toBeUndefined();
      await harness().say('When does it open?', thread);
      expect(arrivals).toMatchObject([{ kind: 'message', text: 'When does it open?', place: { ...place, thread } }]);
    });

    testWith('mention', 'who names the bot is known to', async (mention) => {
      await mention('what happened?', null);
      expect(arrivals).toMatchObject([{ kind: 'message', mentionsBot: true, place: stage.harness().place }]);
      expect(JSON.stringify(arrivals)).toContain('what happened?');
    });

    test('a button comes back with what it was made of, also after an edit', async () => {
      const { harness, aPost, show } = stage;
      stage.respond = async () => ({ kind: 'shown', card: PRESSED });
      const post = aPost({ title: 'Reading', blocks: [] });
      const id = await show(post);
      await harness().platform.edit({ ...post, card: FULL_CARD }, id, new AbortController().signal);
      const { text } = await harness().press(id, 'Who cites whom');
      expect(arrivals).toMatchObject([
        {
          kind: 'press',
          press: { action: 'cited', briefing: SLUG, source: null },
          place: { channel: harness().place.channel },
        },
      ]);
      expect(text).toContain('words of pressed');
    });

    testWith('remove', 'that the bot was removed is heard, and from where', async (remove) => {
      await remove();
      const { platform, workspace } = stage.harness().place;
      expect(stage.removals).toEqual([{ platform, workspace }]);
    });
  });
}

export const TAKEN: Receipt = { kind: 'taken', isPrivate: false };

/** Holds an answer back until the test opens it. */
export function aGate(): { readonly passed: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}

/** Gives everything that could happen too early the time to do so. */
export async function turns(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done));
}

/** What every platform must do with the posts that the outbox hands it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Card } from '#core/card.ts';
import { SIGNAL, type Stage } from './a-stage.ts';
import { arbitraryCard, HOSTILE, lettersOf, textsOf } from './arbitrary-card.ts';
import { turns } from './describe-hearing.ts';
import { FULL_CARD } from './full-card.ts';

const word = (title: string): Card => ({ title, blocks: [{ kind: 'text', text: `words of ${title}` }] });
/** Labels are short everywhere. */
const LABEL_LETTERS = 40;
const isTool = ({ kind }: Block) => kind === 'buttons' || kind === 'choices';
/** A platform may shorten what is very long; so much of each text it shows. */
const SHOWN_LETTERS = 200;

export function describeShowing(stage: Stage): void {
  const { aPost, show, see, testWith } = stage;
  const count = async () => (await stage.harness().seen(null)).length;

  describe('showing', () => {
    test('every text of a card is seen once, in order', async () => {
      const text = (await see(await show(aPost(FULL_CARD))))?.text ?? '';
      expectInOrder(text, textsOf(FULL_CARD));
      for (const part of textsOf(FULL_CARD)) expect(text.split(part), `“${part}” in “${text}”`).toHaveLength(2);
    });

    test('its buttons are there, and an address is a link only where a button opens it', async () => {
      const message = await see(await show(aPost(FULL_CARD)));
      expect(message?.buttons).toEqual(['Who cites whom', 'Open article']);
      expect(message?.links).toEqual(['https://example.org/story']);
    });

    test('posts are seen in the order in which they were sent', async () => {
      const ids: string[] = [];
      for (let i = 0; i < 5; i++) ids.push(await show(aPost(word(`number ${i}`))));
      expect((await stage.harness().seen(null)).map(({ id }) => id).slice(-5)).toEqual(ids);
    });

    test('an edit shows in the same message, and twice is once', async () => {
      const post = aPost(word('reading'));
      const id = await show(post);
      const before = await count();
      for (let i = 0; i < 2; i++) await stage.harness().platform.edit({ ...post, card: word('done') }, id, SIGNAL);
      expect((await see(id))?.text).toContain('words of done');
      expect((await see(id))?.text).not.toContain('reading');
      expect(await count()).toBe(before);
    });

    testWith('canFind', 'a post that arrived is found again, one that never did is not', async () => {
      const post = aPost(word('found'));
      const id = await show(post);
      const { platform } = stage.harness();
      const since = new Date(0);
      expect(await platform.find(post, since, SIGNAL)).toEqual({ kind: 'there', message: id });
      expect(await platform.find(aPost(word('never')), since, SIGNAL)).toEqual({ kind: 'absent' });
      // What it shows is no part of what it is.
      await platform.edit({ ...post, card: word('edited') }, id, SIGNAL);
      expect(await platform.find({ ...post, card: word('third') }, since, SIGNAL)).toEqual({
        kind: 'there',
        message: id,
      });
    });

    testWith('canFind', 'a post in a thread is found there', async () => {
      const thread = await show(aPost(word('root')));
      const post = aPost(word('reply'), { place: { ...stage.harness().place, thread } });
      const message = await show(post);
      expect(await stage.harness().platform.find(post, new Date(0), SIGNAL)).toEqual({ kind: 'there', message });
    });

    testWith('asker', 'what is for one person is seen as such', async (asker) => {
      expect(await see(await show(aPost(word('secret'), { audience: asker })))).toMatchObject({ isPrivate: true });
      expect(await see(await show(aPost(word('open'))))).toMatchObject({ isPrivate: false });
    });

    test.each(HOSTILE)('%j is shown as text and becomes nothing else', async (text) => {
      const message = await see(
        await show(
          aPost({
            title: text,
            blocks: [
              { kind: 'note', text },
              { kind: 'text', text },
              { kind: 'heading', text, detail: text },
              { kind: 'point', text, credit: text, passage: text },
              { kind: 'passage', text, credit: text },
              { kind: 'table', caption: text, columns: [text, text], rows: [[text, text]] },
              {
                kind: 'story',
                number: 1,
                title: text,
                url: null,
                text,
                lines: [[{ text, url: 'javascript:alert(1)' }]],
              },
            ],
          }),
        ),
      );
      expect(message?.links).toEqual([]);
      expect(lettersOf(message?.text ?? '')).toContain(lettersOf(text).slice(0, SHOWN_LETTERS));
      expect(message?.text).not.toMatch(/(?!\s)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    });

    test('every card that the bot could want is accepted and whole', { timeout: 120_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryCard, async (card) => {
          const message = await see(await show(aPost(card)));
          const shown = lettersOf(message?.text ?? '');
          const lettersIn = (blocks: readonly Block[]) =>
            textsOf({ ...card, blocks }).map((text) => lettersOf(text).slice(0, SHOWN_LETTERS));
          expectInOrder(shown, lettersIn(card.blocks.filter((block) => !isTool(block))));
          // Where a card takes several messages, what can be pressed stays with the first.
          for (const label of lettersIn(card.blocks.filter(isTool)))
            expect(shown).toContain(label.slice(0, LABEL_LETTERS));
        }),
        { numRuns: 60 },
      );
    });

    test('a channel or a message that is gone is named so', async () => {
      const { platform, gone } = stage.harness();
      await expect(show(aPost(word('lost'), { place: gone }))).rejects.toMatchObject({ code: 'CHANNEL_GONE' });
      await expect(platform.edit(aPost(word('x')), '999999', SIGNAL)).rejects.toMatchObject({ code: 'CHANNEL_GONE' });
    });

    testWith('forbidden', 'a channel in which the bot may not post is named so', async (place) => {
      await expect(show(aPost(word('no'), { place }))).rejects.toMatchObject({ code: 'MAY_NOT_POST' });
    });

    test('a call that is called off sends nothing', async () => {
      const { platform } = stage.harness();
      const post = aPost(word('kept'));
      const id = await show(post);
      const before = await count();
      await expect(platform.post(aPost(word('off')), AbortSignal.abort())).rejects.toThrow();
      await expect(platform.edit({ ...post, card: word('off') }, id, AbortSignal.abort())).rejects.toThrow();
      expect((await see(id))?.text).toContain('words of kept');
      expect(await count()).toBe(before);
    });

    testWith('stall', 'a call that gets no answer ends with its signal', async (stall) => {
      const { platform } = stage.harness();
      const post = aPost(word('stalled'));
      const id = await show(post);
      for (const call of [
        (signal: AbortSignal) => platform.post(aPost(word('never answered')), signal),
        (signal: AbortSignal) => platform.edit(post, id, signal),
        (signal: AbortSignal) => platform.find(post, new Date(0), signal),
      ]) {
        stall();
        const off = new AbortController();
        const called = call(off.signal);
        // It is on its way.
        await turns();
        off.abort();
        await expect(called).rejects.toThrow();
      }
    });
  });
}

/** Each of the parts stands behind the one before it. */
function expectInOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect(at, `“${part}” behind character ${from} of “${text}”`).toBeGreaterThanOrEqual(0);
    from = at + part.length;
  }
}

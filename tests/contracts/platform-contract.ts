/**
 * What every platform must do, whatever it is. A platform comes with a `Harness`: hands and eyes of a person in front of it. What
 * it cannot do is named in `lacks`, and shows in the name of the test that is left out.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '#core/card.ts';
import type { Arrival, ChatPlatform, Place, Post, Receipt } from '#core/chat.ts';
import type { Press } from '#core/press.ts';
import { arbitraryCard, HOSTILE, lettersOf, textsOf } from './arbitrary-card.ts';

/** A message as a person sees it. */
export type Seen = {
  readonly id: string;
  /** The visible words, no markup. */
  readonly text: string;
  readonly thread: string | null;
  readonly isPrivate: boolean;
  /** Whatever became more than text: elements, links and mentions that the platform made of it, by what they lead to. */
  readonly links: readonly string[];
};

/** What a person sees at once after doing something: words, or null where nothing is shown yet. */
export type Feedback = { readonly isTaken: boolean; readonly text: string | null };

export type Harness = {
  readonly platform: ChatPlatform;
  /** A channel in which the bot may post. */
  readonly place: Place;
  /** A channel that is no longer there. */
  readonly gone: Place;
  readonly command: (words: string) => Promise<Feedback>;
  readonly say: (text: string, thread: string) => Promise<Feedback>;
  /** Null where the platform delivers nothing twice. */
  readonly deliverTwice: ((words: string) => Promise<void>) | null;
  readonly press: (press: Press) => Promise<Feedback>;
  readonly seen: (thread: string | null) => Promise<readonly Seen[]>;
  readonly lacks: readonly ('finding' | 'private posts')[];
  readonly close: () => Promise<void>;
};

const SIGNAL = new AbortController().signal;
const SLUG = 'abcdefghijklmnopqrstuv';
const FULL: Card = {
  title: 'Bridge closed',
  blocks: [
    { kind: 'note', text: 'Quay Gazette · 2 min read' },
    { kind: 'text', text: 'An ordinary paragraph.' },
    { kind: 'heading', text: 'Accounts differ: date', detail: 'two sides' },
    {
      kind: 'point',
      text: 'It opens on Friday.',
      credit: 'officials (unnamed)',
      passage: 'Officials said it would open.',
    },
    { kind: 'passage', text: 'We looked twice.', credit: 'Ida Holm' },
    {
      kind: 'table',
      caption: 'Who says what',
      columns: ['Source', 'Says'],
      rows: [
        ['Ida Holm', 'closed'],
        ['Lund', 'shut'],
      ],
    },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Who cites whom', press: { action: 'cited', briefing: SLUG } },
        { label: 'Open article', open: 'https://example.org/story' },
      ],
    },
  ],
};
const word = (title: string): Card => ({ title, blocks: [{ kind: 'text', text: `words of ${title}` }] });

export function describePlatform(name: string, open: () => Promise<Harness>): void {
  describe(`the contract of a platform: ${name}`, () => {
    let harness: Harness;
    let arrivals: Arrival[] = [];
    let respond: (arrival: Arrival) => Promise<Receipt>;
    let posts = 0;

    beforeAll(async () => {
      harness = await open();
      await harness.platform.start({
        receive(arrival) {
          arrivals.push(arrival);
          return respond(arrival);
        },
        removed: async () => undefined,
      });
    });
    afterAll(async () => {
      await harness.platform.stop();
      await harness.close();
    });
    beforeEach(() => {
      arrivals = [];
      respond = async () => ({ kind: 'taken' });
    });

    const aPost = (card: Card, more: Partial<Post> = {}): Post => ({
      ...{ id: `post-${String(posts++).padStart(17, '0')}`, place: harness.place, audience: null, replyTo: null, card },
      ...more,
    });
    const show = (post: Post) => harness.platform.post(post, SIGNAL);
    const see = async (id: string, thread: string | null = null) =>
      (await harness.seen(thread)).find((message) => message.id === id);

    test('a command arrives with its words as they were typed, its place and its person', async () => {
      expect((await harness.command('/brief https://example.org/a?b=1&c="2" points:3')).isTaken).toBe(true);
      expect(arrivals).toMatchObject([
        { kind: 'command', command: 'brief', input: 'https://example.org/a?b=1&c="2" points:3', place: harness.place },
      ]);
      expect(arrivals[0]?.id).not.toBe('');
      expect(arrivals[0]?.person.id).not.toBe('');
    });

    test('it acknowledges when what came is stored, and not before', async () => {
      let isStored = false;
      respond = async () => {
        await new Promise((done) => setTimeout(done, 30));
        isStored = true;
        return { kind: 'taken' };
      };
      await harness.command('/brief https://example.org/');
      expect(isStored).toBe(true);
    });

    test('what cannot be stored is told in words, and nothing hangs', async () => {
      respond = () => Promise.reject(new Error('the disk is full of secrets'));
      const { isTaken, text } = await harness.command('/brief https://example.org/');
      expect(isTaken).toBe(false);
      expect(text).toMatch(/\w/);
      expect(text).not.toContain('secrets');
    });

    test('two commands are two arrivals', async () => {
      await harness.command('/brief https://example.org/');
      await harness.command('/brief https://example.org/');
      expect(new Set(arrivals.map(({ id }) => id)).size).toBe(2);
    });

    test('an event that is delivered twice keeps its id', async () => {
      if (harness.deliverTwice === null) return expect(harness.deliverTwice).toBeNull();
      await harness.deliverTwice('/brief https://example.org/');
      expect(arrivals).toHaveLength(2);
      expect(new Set(arrivals.map(({ id }) => id)).size).toBe(1);
    });

    test('a card that is shown at once is seen by whoever asked', async () => {
      respond = async () => ({ kind: 'shown', card: FULL });
      const { text } = await harness.command('/help');
      for (const part of textsOf(FULL)) expect(text).toContain(part);
    });

    test('every text of a card is seen once, in order', async () => {
      const id = await show(aPost(FULL));
      const text = (await see(id))?.text ?? '';
      let from = 0;
      for (const part of textsOf(FULL)) {
        const at = text.indexOf(part, from);
        expect(at, `“${part}” in “${text}”`).toBeGreaterThanOrEqual(0);
        from = at + part.length;
      }
    });

    test('an edit shows in the same message, and twice is once', async () => {
      const post = aPost(word('reading'));
      const id = await show(post);
      const before = (await harness.seen(null)).length;
      for (let i = 0; i < 2; i++) await harness.platform.edit({ ...post, card: word('done') }, id, SIGNAL);
      expect((await see(id))?.text).toContain('words of done');
      expect((await see(id))?.text).not.toContain('reading');
      expect(await harness.seen(null)).toHaveLength(before);
    });

    test('a post that arrived is found again, one that never did is not', async () => {
      if (harness.lacks.includes('finding')) return expect(harness.lacks).toContain('finding');
      const post = aPost(word('found'));
      const id = await show(post);
      const since = new Date(0);
      expect(await harness.platform.find(post, since, SIGNAL)).toEqual({ kind: 'there', message: id });
      expect(await harness.platform.find(aPost(word('never')), since, SIGNAL)).toEqual({ kind: 'absent' });
    });

    test('a message’s id is its thread: what is posted and said there hangs under it', async () => {
      const thread = await show(aPost(word('root')));
      const reply = await show(aPost(word('reply'), { place: { ...harness.place, thread } }));
      expect(await see(reply, thread)).toMatchObject({ thread, text: expect.stringContaining('words of reply') });
      expect(await see(reply)).toBeUndefined();
      await harness.say('When does it open?', thread);
      expect(arrivals).toMatchObject([
        { kind: 'message', text: 'When does it open?', place: { ...harness.place, thread } },
      ]);
    });

    test('what is for one person is seen as such', async () => {
      if (harness.lacks.includes('private posts')) return expect(harness.lacks).toContain('private posts');
      const id = await show(aPost(word('secret'), { audience: 'you' }));
      expect(await see(id)).toMatchObject({ isPrivate: true });
      const open = await show(aPost(word('open')));
      expect(await see(open)).toMatchObject({ isPrivate: false });
    });

    test('a button comes back with what it was made of', async () => {
      respond = async () => ({ kind: 'shown', card: word('pressed') });
      await show(aPost(FULL));
      const { text } = await harness.press({ action: 'cited', briefing: SLUG });
      expect(arrivals).toMatchObject([{ kind: 'press', press: { action: 'cited', briefing: SLUG } }]);
      expect(text).toContain('words of pressed');
    });

    test.each(HOSTILE)('%j is shown as text and becomes nothing else', async (text) => {
      const card: Card = {
        title: text,
        blocks: [
          { kind: 'point', text, credit: text, passage: text },
          { kind: 'table', caption: text, columns: [text], rows: [[text]] },
        ],
      };
      const message = await see(await show(aPost(card)));
      expect(message?.links).toEqual([]);
      expect(lettersOf(message?.text ?? '')).toContain(lettersOf(text).slice(0, 200));
      expect(message?.text).not.toMatch(/(?!\s)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    });

    test('every card that the bot could want is accepted and whole', { timeout: 120_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryCard, async (card) => {
          const message = await see(await show(aPost(card)));
          const seen = lettersOf(message?.text ?? '');
          for (const text of textsOf(card)) expect(seen).toContain(lettersOf(text).slice(0, 200));
        }),
        { numRuns: 60 },
      );
    });

    test('a channel that is gone is named so, and a call that is called off sends nothing', async () => {
      await expect(show(aPost(word('lost'), { place: harness.gone }))).rejects.toMatchObject({ code: 'CHANNEL_GONE' });
      const before = (await harness.seen(null)).length;
      await expect(harness.platform.post(aPost(word('off')), AbortSignal.abort())).rejects.toThrow();
      expect(await harness.seen(null)).toHaveLength(before);
    });

    test('a message that is gone cannot be edited', async () => {
      await expect(harness.platform.edit(aPost(word('x')), '999999', SIGNAL)).rejects.toMatchObject({
        code: 'CHANNEL_GONE',
      });
    });

    test('stopped twice is stopped, and what comes then is told in words', async () => {
      await harness.platform.stop();
      await harness.platform.stop();
      expect((await harness.command('/brief https://example.org/')).isTaken).toBe(false);
    });
  });
}

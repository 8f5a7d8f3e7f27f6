/** The outbox's own way of sending, against a Discord that fails at every turn: each post is seen once, and as it was meant. */
import { afterEach, expect, test } from 'vitest';
import type { Post } from '#core/chat.ts';
import { sendPost } from '#store/send-post.ts';
import { type OpenDiscord, openDiscord, SIGNAL, word } from './open-discord.ts';

const POSTS = 40;
const ATTEMPTS = 200;

let open: OpenDiscord;
afterEach(() => open.close());

/** Sends and changes a post until it shows what it should, as `record-outcome.ts` would have it. */
async function deliver(post: Post, firstAttemptAt: Date): Promise<string> {
  let message: string | null = null;
  let isInDoubt = false;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const claimed = {
      post,
      message,
      isInDoubt,
      attempts: attempt,
      firstAttemptAt,
      plannedAt: firstAttemptAt,
      revision: 1,
    };
    const platform = attempt % 2 === 0 ? open.platform : open.another();
    const outcome = await sendPost(
      { ...claimed, key: post.id, asker: null, failure: null, claim: 'x' },
      platform,
      SIGNAL,
    );
    if (outcome.kind === 'shown' && outcome.how !== 'found') return outcome.message;
    if (outcome.kind === 'shown') message = outcome.message;
    else if (outcome.kind === 'doubtful') isInDoubt = message === null;
    else if (outcome.kind === 'held') await new Promise((done) => setTimeout(done, Math.min(outcome.waitMs, 150)));
    else throw new Error(`${outcome.kind} ${'code' in outcome ? outcome.code : ''}`);
  }
  throw new Error('never shown');
}

test.each([1, 2, 3])('a post in a channel is seen once, whatever fails (seed %i)', async (seed) => {
  open = await openDiscord();
  open.discord.failOften(/messages/, 0.35, seed);
  const began = new Date();
  for (let at = 0; at < POSTS; at++) {
    const post = open.aPost(word(`post ${at}`), { topic: at % 4 === 0 ? `topic ${at}` : null });
    await deliver(post, began);
  }
  const texts = open.messages().map(({ text }) => text);
  expect(texts).toHaveLength(POSTS);
  for (let at = 0; at < POSTS; at++) expect(texts[at]).toContain(`words of post ${at}`);
  expect(open.discord.threads()).toHaveLength(POSTS / 4);
});

test.each([4, 5])('an answer to an interaction is seen once, whatever fails (seed %i)', async (seed) => {
  open = await openDiscord();
  await open.start();
  open.discord.failOften(/webhooks|messages/, 0.35, seed);
  for (let at = 0; at < 10; at++) {
    const isPrivate = at % 2 === 0;
    const replyTo = await open.ask(isPrivate);
    await deliver(
      open.aPost(word(`answer ${at}`), { replyTo, audience: isPrivate ? open.discord.person : null }),
      new Date(),
    );
  }
  const seen = open.messages();
  expect(seen).toHaveLength(10);
  for (let at = 0; at < 10; at++) {
    expect(seen[at]?.text).toContain(`words of answer ${at}`);
    expect(seen[at]?.onlyFor === null).toBe(at % 2 === 1);
  }
});

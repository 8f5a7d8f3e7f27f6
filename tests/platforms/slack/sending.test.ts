/** How a post goes out: what Slack is asked for, what is left out where it would cost too much, and what is looked for. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '#core/card.ts';
import type { Post } from '#core/chat.ts';
import { lookAt } from '../../contracts/slack-eyes.ts';
import { openSlackPlatform, type SlackPlatform } from './a-slack-platform.ts';

const SIGNAL = new AbortController().signal;
const CHANNEL = 'C0NEWSROOM';
const READER = 'U0READER00';
const MINUTE_MS = 60_000;

let it: SlackPlatform;
let posts = 0;
beforeEach(async () => {
  it = await openSlackPlatform();
});
afterEach(() => it.close());

const card = (title: string): Card => ({ title, blocks: [{ kind: 'text', text: `words of ${title}` }] });
const aPost = (more: Partial<Post> = {}): Post => ({
  ...{ id: `post-${String(posts++).padStart(17, '0')}`, audience: null, replyTo: null, topic: null, isFinal: true },
  place: { platform: 'slack', workspace: it.slack.team, channel: CHANNEL, thread: null },
  ...{ card: card('a card'), ...more },
});
const inThread = (thread: string) => ({ platform: 'slack', workspace: it.slack.team, channel: CHANNEL, thread });
const send = (post: Post) => it.platform.post(post, SIGNAL);
const textOf = (ts: string) => lookAt(it.slack.messages(CHANNEL).find((one) => one.ts === ts)?.blocks ?? []).text;
const callsOf = (method: string) => it.slack.requests.filter((one) => one.method === method);

describe('a message', () => {
  test('names nobody, links and unfurls nothing, and bears the post’s name where Slack keeps it', async () => {
    const post = aPost();
    const ts = await send(post);
    await it.platform.edit({ ...post, card: card('another') }, ts, SIGNAL);
    const plain = { link_names: 'false', parse: 'none' };
    expect(callsOf('chat.postMessage')[0]?.body).toMatchObject({
      ...plain,
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
    expect(callsOf('chat.update')[0]?.body).toMatchObject(plain);
    const [message] = it.slack.messages(CHANNEL);
    expect(message?.metadata).toEqual({ event_type: 'byline_post', event_payload: { post: post.id } });
  });

  test('under which a thread opens says so once it is final', async () => {
    const ts = await send(aPost({ topic: 'a story', isFinal: false }));
    expect(textOf(ts)).not.toContain('Ask a question');
    await it.platform.edit(aPost({ topic: 'a story' }), ts, SIGNAL);
    expect(textOf(ts)).toContain('Ask a question in this thread.');
    expect(textOf(await send(aPost()))).not.toContain('Ask a question');
  });
});

describe('in a thread', () => {
  test('whose first message was deleted nothing is left for the whole channel to read', async () => {
    await expect(send(aPost({ place: inThread('1.000001') }))).rejects.toMatchObject({ code: 'CHANNEL_GONE' });
    expect(it.slack.messages(CHANNEL)).toEqual([]);
    expect(callsOf('chat.delete')).toHaveLength(1);
  });

  test('that is there, a message is never taken away, though Slack may not say where it put it', async () => {
    const root = await send(aPost());
    const reply = await send(aPost({ place: inThread(root) }));
    expect(it.slack.messages(CHANNEL).find(({ ts }) => ts === reply)?.threadTs).toBe(root);
    expect(callsOf('chat.delete')).toEqual([]);
  });
});

describe('for one person', () => {
  const replyTo = async () => {
    await it.platform.start(it.hears);
    await it.slack.slash('/ask', 'x');
    const [arrival] = it.heard.arrivals;
    return arrival?.kind === 'command' ? arrival.replyTo : null;
  };

  test('it goes by the address that came with the question', async () => {
    await send(aPost({ audience: READER, replyTo: await replyTo() }));
    expect(it.slack.ephemerals.map(({ how }) => how)).toEqual(['response_url']);
  });

  test('and where that was used up, as a message that they alone see', async () => {
    const address = await replyTo();
    for (let at = 0; at < 7; at++) await send(aPost({ audience: READER, replyTo: address, card: card(`part ${at}`) }));
    expect(it.slack.ephemerals.map(({ how }) => how)).toEqual([
      ...Array.from({ length: 5 }, () => 'response_url'),
      ...['postEphemeral', 'postEphemeral'],
    ]);
    expect(it.slack.messages(CHANNEL)).toEqual([]);
  });

  test('an address of somebody else’s is spoken to by nobody', async () => {
    await send(aPost({ audience: READER, replyTo: 'http://10.0.0.1/steal' }));
    expect(it.slack.ephemerals.map(({ how }) => how)).toEqual(['postEphemeral']);
  });
});

describe('edits', () => {
  test('in a minute in which many were made, steps are left out and results are not', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => send(aPost({ isFinal: false }))));
    for (const ts of ids) await it.platform.edit(aPost({ isFinal: false, card: card('a step') }), ts, SIGNAL);
    expect(callsOf('chat.update')).toHaveLength(10);
    for (const ts of ids) await it.platform.edit(aPost({ card: card('the result') }), ts, SIGNAL);
    for (const ts of ids) expect(textOf(ts)).toContain('the result');
  });

  test('a minute later there is room for steps again', async () => {
    const ts = await send(aPost({ isFinal: false }));
    for (let at = 0; at < 12; at++) await it.platform.edit(aPost({ card: card('a result') }), ts, SIGNAL);
    await it.platform.edit(aPost({ isFinal: false, card: card('too much') }), ts, SIGNAL);
    expect(textOf(ts)).not.toContain('too much');
    it.clock.pass(MINUTE_MS);
    await it.platform.edit(aPost({ isFinal: false, card: card('a step') }), ts, SIGNAL);
    expect(textOf(ts)).toContain('a step');
  });
});

describe('looking for a post', () => {
  const since = () => new Date(Date.now() - 1_000);

  test('it is found behind what others said since, in the channel and in a thread', async () => {
    const [post, reply] = [aPost(), aPost()];
    const ts = await send(post);
    const replied = await send({ ...reply, place: inThread(ts) });
    for (let at = 0; at < 120; at++) {
      await it.slack.say(`chatter ${at}`);
      await it.slack.say(`more chatter ${at}`, { threadTs: ts });
    }
    expect(await it.platform.find(post, since(), SIGNAL)).toEqual({ kind: 'there', message: ts });
    expect(await it.platform.find({ ...reply, place: inThread(ts) }, since(), SIGNAL)).toEqual({
      kind: 'there',
      message: replied,
    });
    expect(await it.platform.find(aPost(), since(), SIGNAL)).toEqual({ kind: 'absent' });
  });

  test('behind more than it reads, nobody can tell', async () => {
    const post = aPost();
    await send(post);
    for (let at = 0; at < 501; at++) await it.slack.say(`chatter ${at}`);
    expect(await it.platform.find(post, since(), SIGNAL)).toEqual({ kind: 'unclear' });
  });

  test('what other apps keep beside their messages is none of ours', async () => {
    await it.slack.say('hello');
    const { makeWebClient } = await import('../../stand-ins/slack/a-web-client.ts');
    for (const metadata of [
      { event_type: 'x', event_payload: { post: '' } },
      { event_type: 'byline_post', event_payload: { post: 'somebody-else-s' } },
    ])
      await makeWebClient(it.slack).chat.postMessage({ channel: CHANNEL, text: 'x', metadata });
    expect(await it.platform.find(aPost(), since(), SIGNAL)).toEqual({ kind: 'absent' });
  });
});

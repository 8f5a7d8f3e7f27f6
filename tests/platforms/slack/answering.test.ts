/** What people see at once after a command, a press or a shortcut, also where it went wrong or byline is being stopped. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '#core/card.ts';
import { SLUG } from '../../contracts/full-card.ts';
import { lookAt } from '../../contracts/slack-eyes.ts';
import { openSlackPlatform, type SlackPlatform } from './a-slack-platform.ts';

const SIGNAL = new AbortController().signal;
const CHANNEL = 'C0NEWSROOM';
const TRY_AGAIN = 'could not take this just now';
const RESTARTED = 'being restarted';

let it: SlackPlatform;
beforeEach(async () => {
  it = await openSlackPlatform();
  it.slack.requestUrl = null;
  await it.platform.start(it.hears);
});
afterEach(() => it.close());

const SHOWN: Card = {
  title: 'Who says what',
  blocks: [
    {
      kind: 'choices',
      prompt: 'One source alone',
      choices: [{ label: 'Ida Holm', detail: null, press: { action: 'cited', briefing: SLUG, source: 's1' } }],
    },
    { kind: 'text', text: 'words of the card' },
  ],
};
const LONG: Card = {
  title: 'Long',
  blocks: Array.from({ length: 60 }, (_, at) => ({
    kind: 'text' as const,
    text: `part ${at} ${'of many words '.repeat(30)}`,
  })),
};
const show = (card: Card) => async () => ({ kind: 'shown' as const, card });
const fail = () => Promise.reject(new Error('the disk is full of secrets'));
const whispers = () => it.slack.ephemerals.map(({ blocks }) => lookAt(blocks).text);
const windows = () => it.slack.views.map(({ view }) => lookAt(view.blocks as never).text);

/** A message with a button, by the bot. */
async function aMessage(): Promise<string> {
  const buttons = [{ label: 'Who says what', press: { action: 'cited' as const, briefing: SLUG, source: null } }];
  return it.platform.post(
    {
      ...{ id: 'p'.repeat(22), audience: null, replyTo: null, topic: null, isFinal: true },
      place: { platform: 'slack', workspace: it.slack.team, channel: CHANNEL, thread: null },
      card: { title: 'A briefing', blocks: [{ kind: 'buttons', buttons }] },
    },
    SIGNAL,
  );
}

describe('a command', () => {
  test('that is taken for all says nothing more, and for one alone that it comes', async () => {
    expect((await it.slack.slash('/brief', 'x')).body).toBeNull();
    it.bot.respond = async () => ({ kind: 'taken', isPrivate: true });
    await it.slack.slash('/brief', 'x private');
    expect(whispers()).toEqual([expect.stringContaining('for you alone')]);
  });

  test('that shows a long card shows all of it, in order', async () => {
    it.bot.respond = show(LONG);
    await it.slack.slash('/brief', 'help');
    await expect.poll(() => whispers().join().includes('part 59')).toBe(true);
    expect(it.slack.ephemerals.map(({ how }) => how)).toEqual(['acknowledgement', 'response_url', 'response_url']);
    const told = [
      ...whispers()
        .join(' ')
        .matchAll(/part (\d+) /g),
    ].map(([, at]) => Number(at));
    expect(told).toEqual(LONG.blocks.map((_, at) => at));
  });

  test('that cannot be stored is told in words, and its cause to the log', async () => {
    it.bot.respond = fail;
    expect((await it.slack.slash('/brief', 'x')).isAcked).toBe(true);
    expect(whispers()).toEqual([expect.stringContaining(TRY_AGAIN)]);
    expect(whispers().join()).not.toContain('secrets');
    expect(it.troubles).toMatchObject([{ what: 'an arrival could not be stored' }]);
  });
});

describe('the shortcut on a message', () => {
  test('that cannot be stored, or says something at once, is told to whoever used it', async () => {
    const { ts } = await it.slack.say('see https://example.org/story');
    it.bot.respond = fail;
    expect((await it.slack.shortcut('brief_this', ts)).isAcked).toBe(true);
    await expect.poll(whispers).toEqual([expect.stringContaining(TRY_AGAIN)]);
    it.bot.respond = show(SHOWN);
    await it.slack.shortcut('brief_this', ts);
    await expect.poll(() => whispers().at(-1)).toContain('words of the card');
    expect(it.heard.arrivals.at(-1)).toMatchObject({
      kind: 'command',
      command: 'brief',
      input: 'https://example.org/story',
    });
  });
});

describe('a press', () => {
  test('opens a window, in which a choice shows something else', async () => {
    const ts = await aMessage();
    it.bot.respond = show(SHOWN);
    await it.slack.press({ ts }, 'Who says what');
    await expect.poll(windows).toEqual([expect.stringContaining('words of the card')]);
    it.bot.respond = show({ title: 'Ida Holm', blocks: [{ kind: 'text', text: 'her words' }] });
    await it.slack.choose({ view: it.slack.views[0]?.id ?? '' }, 'Ida Holm');
    await expect.poll(windows).toEqual([expect.stringContaining('her words')]);
  });

  test('that cannot be read is told where it was pressed: to whoever pressed, or in the window', async () => {
    const ts = await aMessage();
    it.bot.respond = fail;
    await it.slack.press({ ts }, 'Who says what');
    await expect.poll(whispers).toEqual([expect.stringContaining(TRY_AGAIN)]);
    it.bot.respond = show(SHOWN);
    await it.slack.press({ ts }, 'Who says what');
    await expect.poll(windows).toHaveLength(1);
    it.bot.respond = fail;
    await it.slack.choose({ view: it.slack.views[0]?.id ?? '' }, 'Ida Holm');
    await expect.poll(windows).toEqual([expect.stringContaining(TRY_AGAIN)]);
  });

  test('whose window does not open shows all of it to whoever pressed', async () => {
    const ts = await aMessage();
    it.slack.fail('views.open', { kind: 'error', error: 'expired_trigger_id' });
    it.bot.respond = show(LONG);
    await it.slack.press({ ts }, 'Who says what');
    await expect.poll(() => whispers().join().includes('part 59')).toBe(true);
    expect(it.troubles.map(({ what }) => what)).toEqual(['a window could not be opened']);
  });

  test('of a button that nobody knows any more is acknowledged, and told', async () => {
    const { isAcked } = await it.slack.deliver('interactive', {
      ...{ type: 'block_actions', trigger_id: '1.2', team: { id: it.slack.team, domain: 'x' } },
      ...{ user: { id: 'U0READER00', team_id: it.slack.team }, channel: { id: CHANNEL, name: 'newsroom' } },
      actions: [{ type: 'button', action_id: 'press-0', block_id: 'b', value: '../../etc', action_ts: '1.1' }],
    });
    expect(isAcked).toBe(true);
    expect(it.heard.arrivals).toEqual([]);
  });
});

test('while it stops, everybody is told to come again, and what is said in channels is left for Slack to repeat', async () => {
  const ts = await aMessage();
  const { ts: linked } = await it.slack.say('see https://example.org/story');
  await expect.poll(() => it.heard.arrivals.length).toBe(1);
  // Somebody's question holds the end up.
  const gate = Promise.withResolvers<void>();
  it.bot.respond = async () => {
    await gate.promise;
    return { kind: 'taken', isPrivate: false };
  };
  const last = it.slack.slash('/brief', 'the last one');
  await expect.poll(() => it.heard.arrivals.length).toBe(2);
  const stopped = it.platform.stop();
  await it.slack.slash('/brief', 'too late');
  await it.slack.press({ ts }, 'Who says what');
  await it.slack.shortcut('brief_this', linked);
  await expect.poll(whispers).toEqual(Array.from({ length: 3 }, () => expect.stringContaining(RESTARTED)));
  const said = it.slack.say('and you?');
  gate.resolve();
  await stopped;
  expect((await last).isAcked).toBe(true);
  expect((await said).isAcked).toBe(false);
  expect(it.heard.arrivals).toHaveLength(2);
});

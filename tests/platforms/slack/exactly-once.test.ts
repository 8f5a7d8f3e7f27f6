/** A whole bot in front of a Slack that fails at every turn, its limits on: every command and question is answered, once. */
import { afterEach, expect, test } from 'vitest';
import { lookAt } from '../../contracts/slack-eyes.ts';
import { openSlackBot, READER, type SlackBot } from './a-slack-bot.ts';

const CHANNELS = Array.from({ length: 12 }, (_, at) => `C0ONCE${String(at).padStart(4, '0')}`);
const COMMANDS = 40;
const PRIVATE = 4;
const PAGES = ['story', 'ferry', 'inquiry'];
/** Some pages cannot be read, and their commands end in words that say so. */
const isBroken = (at: number) => at % 7 === 3;
const BROKEN = 'does not answer as it should';
const FAILING = ['chat.postMessage', 'chat.update', 'conversations.history', 'conversations.replies', 'response_url'];
const CHANCE = 0.2;
const QUESTIONS = ['How many people would be cut off?', 'What did Karin Holt say about the crew?'];
const IN_CHANNELS = 4;
/** Fewer edits than it takes: the limit is met, and a minute of it is soon over. */
const HASTE = { perMinute: { 'chat.update': 20 }, minuteMs: 6_000 };
/** With a second between two messages of a channel, and all that fails, on a busy machine. */
const LONGEST_MS = 200_000;

let bot: SlackBot;
afterEach(() => bot.close());

const pageOf = (at: number) => `${bot.site.url}/${isBroken(at) ? 'broken' : PAGES[at % PAGES.length]}?n=${at}`;
const channelOf = (at: number) => CHANNELS[at % CHANNELS.length] ?? '';
const asked = Array.from({ length: COMMANDS }, (_, at) => at);

/** Waits until all that was asked is planned and all that is planned is shown as it was meant. */
async function settled(posts: number): Promise<void> {
  const isSettled = async () => {
    const rows = await bot.store.open.db
      .selectFrom('post')
      .select(['is_final', 'shown', 'revision', 'state'])
      .execute();
    return (
      rows.filter((row) => row.is_final && (row.shown === row.revision || row.state === 'refused')).length >= posts
    );
  };
  await expect.poll(isSettled, { timeout: LONGEST_MS, interval: 500 }).toBe(true);
}

test.each([
  ['whatever fails', 11, false],
  ['whatever fails, and though one process ends in the middle and another goes on', 12, true],
] as const)('%s', { timeout: LONGEST_MS * 2 }, async (_, seed, isReplaced) => {
  bot = await openSlackBot({ standIn: HASTE });
  const { slack } = bot;
  for (const id of CHANNELS) slack.addChannel({ id, members: [READER] });
  slack.failOften(FAILING, CHANCE, seed);
  const commands = [
    ...asked.map((at) => slack.slash('/brief', pageOf(at), { channel: channelOf(at) })),
    ...asked.slice(0, PRIVATE).map((at) => slack.slash('/brief', `${pageOf(at)} private`, { channel: channelOf(at) })),
  ];
  expect((await Promise.all(commands)).every(({ isAcked }) => isAcked)).toBe(true);
  if (isReplaced) {
    await expect
      .poll(() => slack.messages().filter(({ isByBot }) => isByBot).length, { timeout: LONGEST_MS })
      .toBeGreaterThan(8);
    await bot.restart();
  }
  await settled(COMMANDS + PRIVATE);

  // Whoever reads the briefings asks in their threads; Slack tells of it more than once.
  const threads = CHANNELS.slice(0, IN_CHANNELS).map((channel) => {
    const root = bot.shown(null, channel).find(({ blocks }) => lookAt(blocks).buttons.includes('Who says what'));
    return { channel, threadTs: root?.ts ?? '' };
  });
  for (const thread of threads)
    for (const question of QUESTIONS) {
      await slack.say(question, thread);
      await slack.redeliver();
    }
  await settled(COMMANDS + PRIVATE + IN_CHANNELS * QUESTIONS.length);
  slack.failOften(FAILING, 0);

  const finals = (channel: string) => bot.shown(null, channel).map(({ blocks }) => lookAt(blocks));
  for (const channel of CHANNELS) {
    const mine = asked.filter((at) => channelOf(at) === channel);
    const seen = finals(channel);
    expect(seen.flatMap(({ links }) => links).toSorted(), channel).toEqual(
      mine
        .filter((at) => !isBroken(at))
        .map(pageOf)
        .toSorted(),
    );
    expect(
      seen.filter(({ text }) => text.includes(BROKEN)),
      channel,
    ).toHaveLength(mine.filter(isBroken).length);
    expect(seen, channel).toHaveLength(mine.length);
  }
  for (const { channel, threadTs } of threads) {
    const answers = bot.shown(threadTs, channel).map(bot.textOf);
    expect(answers, channel).toHaveLength(QUESTIONS.length);
    for (const answer of answers) expect(answer).not.toMatch(/One moment|Looking for/);
  }
  // What one person alone sees cannot be looked up: it comes at least once.
  for (const at of asked.slice(0, PRIVATE))
    expect(slack.ephemerals.filter(({ channel }) => channel === channelOf(at)).length).toBeGreaterThan(0);
  const ends = await bot.store.open.db.selectFrom('post').select('state').execute();
  expect(new Set(ends.map(({ state }) => state))).toEqual(new Set(['sent']));
  // It was hard: every way to fail was taken.
  const failed = slack.requests.filter(({ status, error }) => status !== 200 || error === 'drop-after');
  expect(new Set(failed.map(({ error }) => error))).toEqual(
    new Set(['internal_error', 'ratelimited', 'drop-before', 'drop-after']),
  );
});

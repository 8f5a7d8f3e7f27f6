/** What a team does with byline in Slack all day, end to end. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookAt } from '../../contracts/slack-eyes.ts';
import { eventually } from '../../fakes/eventually.ts';
import { CHANNEL, openSlackBot, READER, type SlackBot } from './a-slack-bot.ts';

let bot: SlackBot;
let story: string;
beforeAll(async () => {
  bot = await openSlackBot();
  story = `${bot.site.url}/story`;
});
afterAll(() => bot.close());

/** A briefing in the channel; returns its ts once questions in its thread are known to be ours. */
async function brief(address = story): Promise<string> {
  const before = new Set(bot.shown(null).map(({ ts }) => ts));
  expect((await bot.slack.slash('/brief', address)).isAcked).toBe(true);
  const message = await eventually('the briefing', () =>
    bot.shown(null).find((one) => !before.has(one.ts) && lookAt(one.blocks).buttons.includes('Who says what')),
  );
  const place = { platform: 'slack', workspace: bot.slack.team, channel: CHANNEL };
  await eventually(
    'its row',
    async () => (await bot.memory.transact(({ posts }) => posts.at(place, message.ts))) !== null,
  );
  return message.ts;
}

test('a briefing is one message that shows its steps first, links its article, and unfurls nothing', async () => {
  const before = bot.shown(null).length;
  const ts = await brief();
  const message = bot.shown(null).find((one) => one.ts === ts);
  const seen = lookAt(message?.blocks ?? []);
  expect(seen.text).toContain('Ines Calloway, Opposition leader');
  expect(seen.text).toContain('Ask a question in this thread.');
  expect(seen.buttons).toEqual(['Who says what', 'Show passages', 'Open article']);
  expect(seen.links).toEqual([story]);
  expect(bot.shown(null)).toHaveLength(before + 1);
  expect(message?.edits).toBeGreaterThan(0);
  // What a notification and a screen reader say holds the points, too.
  expect(message?.text).toContain('Tobias Renn');
  const sent = bot.slack.requests.find(({ method }) => method === 'chat.postMessage');
  expect(sent?.body).toMatchObject({ unfurl_links: expect.anything(), unfurl_media: expect.anything() });
  expect([String(sent?.body.unfurl_links), String(sent?.body.unfurl_media)]).toEqual(['false', 'false']);
});

test('a question in its thread is answered there, once, though Slack delivers it twice', async () => {
  const ts = await brief();
  await bot.slack.say('thanks!', { threadTs: ts });
  await bot.slack.say('How many hangers have cracks?', { threadTs: ts });
  await bot.slack.redeliver();
  await bot.awaitText('14 of the bridge', ts);
  expect(bot.shown(ts)).toHaveLength(1);
});

test('a mention with an address briefs it, and one in a thread asks', async () => {
  await bot.slack.say(`<@${bot.slack.bot.userId}> please ${bot.site.url}/ferry`);
  const root = await bot.awaitText('Sunday ferry');
  expect(bot.shown(null).filter((one) => bot.textOf(one).includes('Sunday ferry'))).toHaveLength(1);
  await eventually(
    'the briefing',
    () => lookAt(bot.shown(null).find(({ ts }) => ts === root.ts)?.blocks ?? []).buttons[0],
  );
  await bot.slack.say(`<@${bot.slack.bot.userId}> who runs Lund Lines`, { threadTs: root.ts });
  await bot.awaitText('Karin Holt', root.ts);
});

test('“Brief this” on a message briefs the article that it links', async () => {
  const { ts } = await bot.slack.say(`look at this: ${bot.site.url}/inquiry`);
  expect((await bot.slack.shortcut('brief_this', ts)).isAcked).toBe(true);
  await bot.awaitText('Archive fire was set');
  const { ts: bare } = await bot.slack.say('no link here');
  await bot.slack.shortcut('brief_this', bare);
  await bot.awaitWhisper('article');
});

describe('a press', () => {
  test('“Who says what” opens a window, where one source can be chosen', async () => {
    const ts = await brief();
    await bot.slack.press({ ts }, 'Who says what');
    const opened = await eventually('the window', () => bot.slack.views.at(-1));
    const words = () => lookAt((bot.slack.views.at(-1)?.view.blocks ?? []) as never).text;
    expect(words()).toContain('Tobias Renn');
    const all = words();
    const label = lastOption(opened.view);
    await bot.slack.choose({ view: opened.id }, label);
    await eventually('the one source', () => words() !== all);
    expect(words()).toContain(label);
    expect(words().length).toBeLessThan(all.length);
  });

  test('where no window opens it is said to the asker alone', async () => {
    const ts = await brief();
    bot.slack.fail('views.open', { kind: 'status', status: 500 });
    await bot.slack.press({ ts }, 'Show passages');
    await bot.awaitWhisper('Points and passages');
  });

  test('an opened link is acknowledged', async () => {
    const ts = await brief();
    expect(await bot.slack.press({ ts }, 'Open article')).toMatchObject({ isAcked: true });
  });
});

test('what is for one person comes to them alone, and is never posted', async () => {
  const before = bot.shown(null).length;
  const { body } = await bot.slack.slash('/brief', `${story} private`);
  expect(JSON.stringify(body)).toContain('for you alone');
  await bot.awaitWhisper('Tobias Renn');
  await bot.slack.slash('/ask', 'How many hangers have cracks?');
  await bot.awaitWhisper('14 of the bridge');
  expect(bot.shown(null)).toHaveLength(before);
});

test('a slip is told at once, in words, with the nearest', async () => {
  await bot.slack.slash('/sources', 'sited');
  expect(lookAt(bot.slack.ephemerals.at(-1)?.blocks ?? []).text).toContain('cited');
  await bot.slack.slash('/brief', 'help');
  expect(lookAt(bot.slack.ephemerals.at(-1)?.blocks ?? []).text).toContain('/brief');
});

test('a page that cannot be briefed ends in words, in the one message', async () => {
  await bot.slack.slash('/brief', `${bot.site.url}/broken`);
  const { ts } = await bot.awaitText('does not answer as it should');
  expect(bot.shown(null).filter((one) => one.ts === ts)).toHaveLength(1);
});

test.each(['public', 'private'] as const)(
  'in a %s channel without the bot the asker is told how to invite it',
  async (kind) => {
    const channel = `C0NOT${kind.toUpperCase()}`;
    bot.slack.addChannel({ id: channel, kind, isMember: false, members: [READER] });
    await bot.slack.slash('/brief', story, { channel });
    const whisper = await eventually('the remedy', () =>
      bot.slack.ephemerals.find((one) => one.channel === channel && lookAt(one.blocks).text.includes('/invite')),
    );
    expect(whisper.user).toBe(READER);
    expect(bot.slack.messages(channel)).toEqual([]);
  },
);

test('the home page shows the person’s channels, what was last briefed there, and the commands', async () => {
  await brief();
  await bot.slack.openHome(READER);
  const home = await eventually('the home page', () => bot.slack.homeOf(READER));
  const { text } = lookAt((home.view.blocks ?? []) as never);
  expect(text).toContain('#newsroom');
  expect(text).toContain('last briefed:');
  expect(text).toContain('/brief');
});

test('hostile text is nobody’s mention, link or markup', async () => {
  await bot.slack.slash('/brief', `${bot.site.url}/hostile`);
  const message = await bot.awaitText('alert(1)');
  await eventually(
    'the briefing',
    () => lookAt(bot.shown(null).find(({ ts }) => ts === message.ts)?.blocks ?? []).buttons[0],
  );
  const final = bot.shown(null).find(({ ts }) => ts === message.ts);
  expect(lookAt(final?.blocks ?? []).links).toEqual([`${bot.site.url}/hostile`]);
  expect(JSON.stringify(final)).not.toMatch(/<[@!#]/);
  expect(final?.text).not.toMatch(/[<>]/);
});

test('a direct message is spoken to the bot, without its name', async () => {
  await bot.slack.say(story, { channel: 'D0READER00' });
  await bot.awaitText('Tobias Renn', null, 'D0READER00');
});

test('a channel that is deleted is forgotten, and what waited for it is given up', async () => {
  bot.slack.addChannel({ id: 'C0SHORT', members: [READER] });
  await bot.slack.slash('/brief', story, { channel: 'C0SHORT' });
  await bot.awaitText('Tobias Renn', null, 'C0SHORT');
  const known = () =>
    bot.memory.transact(({ channels }) => channels.known({ platform: 'slack', workspace: bot.slack.team }));
  expect(await known()).toContain('C0SHORT');
  await bot.slack.event({ type: 'channel_deleted', channel: 'C0SHORT' });
  expect(await known()).not.toContain('C0SHORT');
});

/** The label of the last option of the first select in a view. */
function lastOption(view: Readonly<Record<string, unknown>>): string {
  const label = [
    ...JSON.stringify(view).matchAll(/"text":\{"type":"plain_text","text":"([^"]+)","emoji":false\},"value":"cited:/g),
  ].at(-1)?.[1];
  if (label === undefined) throw new Error('the window offers no source');
  return label;
}

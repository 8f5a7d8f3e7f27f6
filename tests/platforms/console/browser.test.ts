/** The channel as a person meets it: in a real browser, by keyboard, with and without a script, in light and dark. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { type OpenChannel, openChannel, SLUG } from './open-channel.ts';
import { openPage } from './open-page.ts';
import { expectAccessible } from './run-axe.ts';

const ADDRESS = 'https://example.org/bridge';

let browser: Browser;
let channel: OpenChannel;
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  channel = await openChannel();
  complaints = [];
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await channel.close();
});

function open(path = '/', options: BrowserContextOptions = {}): Promise<Page> {
  return openPage(browser, `${channel.url}${path}`, (what) => complaints.push(what), options);
}

/** The channel with one briefing in it, which `/brief` led to. */
async function openBriefed(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await open('/', options);
  await page.locator('#say-channel').fill(`/brief ${ADDRESS}`);
  await page.keyboard.press('Enter');
  await page.getByText('Reading the article…').waitFor();
  await channel.finish();
  await page.getByText('Ask about this').waitFor();
  return page;
}

/** Another message of the bot's. */
function show(post: string): Promise<string> {
  const place = { channel: 'general', thread: null, isPrivate: false };
  return channel.transcript.show({ post, ...place, card: { title: `Message ${post}`, blocks: [] } });
}

test('a command is completed and sent by keyboard, and its message turns from a step into the briefing', async () => {
  const page = await open();
  await page.keyboard.type('/');
  const options = page.getByRole('option');
  await options.first().waitFor();
  expect(await options.locator('strong').allTextContents()).toEqual(['/brief', '/sources', '/digest', '/ask', '/help']);
  const field = page.getByRole('combobox');
  expect(await field.getAttribute('aria-expanded')).toBe('true');
  const active = async () => page.locator(`#${await field.getAttribute('aria-activedescendant')} strong`).textContent();
  expect(await active()).toBe('/brief');
  await page.keyboard.press('ArrowDown');
  expect(await active()).toBe('/sources');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await active()).toBe('/help');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await field.inputValue()).toBe('/brief ');

  await page.keyboard.type(ADDRESS);
  expect(await field.getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('Enter');
  const message = page.locator('[data-entry="2"]');
  await message.getByText('Reading the article…').waitFor();
  expect(await page.locator('.welcome').count()).toBe(0);
  await channel.finish();
  await message.getByRole('heading', { name: 'The bridge over the Sund was closed on Monday' }).waitFor();
  expect(await message.getByText('Reading the article…').count()).toBe(0);
  expect(await page.locator('#channel-entries > li').count()).toBe(2);
  expect(await field.inputValue()).toBe('');
  expect(await page.evaluate('document.activeElement.id')).toBe('say-channel');
  expect(channel.arrivals).toMatchObject([{ kind: 'command', command: 'brief', input: ADDRESS }]);
  expect(complaints).toEqual([]);
});

test('options are shown after a command, and chosen only by whoever asks for one', async () => {
  const page = await open();
  const field = page.getByRole('combobox');
  await page.keyboard.type('/brief ');
  await page.getByRole('option', { name: 'private' }).waitFor();
  expect(await field.getAttribute('aria-activedescendant')).toBe(null);
  await page.keyboard.type('pri');
  await page.keyboard.press('Tab');
  expect(await field.inputValue()).toBe('/brief private ');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('option').count()).toBe(0);
  await page.keyboard.type(`${ADDRESS} `);
  expect(await page.getByRole('option', { name: 'private' }).count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.getByText('Reading the article…').waitFor();
  expect(channel.arrivals).toMatchObject([{ input: `private ${ADDRESS}` }]);
});

test('the up key brings back what was said before', async () => {
  const page = await openBriefed();
  await page.keyboard.press('ArrowUp');
  expect(await page.getByRole('combobox').inputValue()).toBe(`/brief ${ADDRESS}`);
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('combobox').inputValue()).toBe('');
});

test('help is shown to the asker alone, below what was typed', async () => {
  const page = await open();
  await page.keyboard.type('/help');
  await page.keyboard.press('Enter');
  const last = page.locator('#channel-entries > li:nth-child(2)');
  await last.getByText('What byline does').waitFor();
  expect(await last.locator('.private').textContent()).toBe('Only visible to you');
  expect(await page.locator('#channel-entries > li').count()).toBe(2);
});

test('a question in a thread is answered in the thread, and the channel counts the replies', async () => {
  const page = await openBriefed();
  await page.getByText('Ask about this').press('Enter');
  const thread = page.getByRole('region', { name: 'Thread', exact: true });
  await thread.getByRole('heading', { name: 'The bridge over the Sund was closed on Monday' }).waitFor();
  await page.locator('#say-thread:focus').waitFor();
  await page.keyboard.type('Who closed the bridge?');
  await page.keyboard.press('Enter');
  await thread.getByText('Ida Holm, harbour master').last().waitFor();
  await page.getByText('2 replies').waitFor();
  expect(await page.locator('#thread-entries > li').count()).toBe(3);
  expect(await page.locator('#channel-entries > li').count()).toBe(2);
  expect(channel.arrivals[1]).toMatchObject({
    kind: 'message',
    text: 'Who closed the bridge?',
    place: { thread: '2' },
  });
  await page.getByText('Close the thread').press('Enter');
  await thread.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});

test('“Who says what” opens in front, is left by Escape, and gives the focus back', async () => {
  const page = await openBriefed();
  const button = page.getByRole('button', { name: 'Who says what' });
  await button.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Only visible to you' });
  await dialog.getByText('Ida Holm').first().waitFor();
  expect(await page.evaluate('document.querySelector("dialog").contains(document.activeElement)')).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Who says what');
  expect(await page.locator('#channel-entries > li').count()).toBe(2);
  expect(complaints).toEqual([]);
});

test('whoever reads further up is not moved by what comes; whoever is at the end sees it', async () => {
  const page = await openBriefed({ viewport: { width: 800, height: 400 } });
  await show('a');
  await page.getByText('Message a').waitFor();
  expect(await page.evaluate('document.querySelector("#channel-entries").scrollTop > 0')).toBe(true);
  await page.evaluate('document.querySelector("#channel-entries").scrollTop = 0');
  await show('b');
  await page.getByText('Message b').waitFor();
  expect(await page.evaluate('document.querySelector("#channel-entries").scrollTop')).toBe(0);
});

test('a lost connection is said, what is typed stays, and what came meanwhile is there when it is back', async () => {
  const page = await openBriefed();
  await channel.close();
  await page.getByText('The connection to byline is lost').waitFor();
  const field = page.getByRole('combobox');
  await field.fill('/help');
  await page.keyboard.press('Enter');
  await page.getByText('This was not sent: byline does not answer').waitFor();
  expect(await field.inputValue()).toBe('/help');
  await show('meanwhile');
  await channel.reopen();
  await page.getByText('Message meanwhile').waitFor();
  await page.getByText('The connection to byline is lost').waitFor({ state: 'hidden' });
  expect(await field.inputValue()).toBe('/help');
  await page.keyboard.press('Enter');
  await page.getByText('What byline does').first().waitFor();
  expect(await page.locator('.slip:visible').count()).toBe(0);
  expect(channel.arrivals.map((arrival) => arrival.kind === 'command' && arrival.command)).toEqual(['brief', 'help']);
});

test('what comes between a page and its connection is not missed', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.route('**/events', async (route) => {
    await show('early');
    await route.continue();
  });
  await page.goto(channel.url);
  await page.getByText('Message early').waitFor();
});

test('a bot that fails leaves the typed line where it is, and says so', async () => {
  const page = await open();
  channel.failure = new Error('broken');
  await page.getByRole('combobox').fill('/help');
  await page.keyboard.press('Enter');
  await page.getByText('This was not sent: byline answered 500').waitFor();
  expect(await page.getByRole('combobox').inputValue()).toBe('/help');
});

test('without a script everything works by forms and links', async () => {
  const page = await open('/', { javaScriptEnabled: false });
  await page.getByRole('combobox').fill(`/brief ${ADDRESS}`);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Reading the article…').waitFor();
  await channel.finish();
  await page.getByRole('link', { name: 'look again' }).click();
  await page.getByRole('button', { name: 'Who says what' }).click();
  await page.getByText('Only visible to you').first().waitFor();
  await page.getByRole('link', { name: 'look again' }).click();
  await page.getByRole('link', { name: 'Ask about this' }).click();
  const thread = page.getByRole('region', { name: 'Thread', exact: true });
  await thread.getByRole('combobox').fill('Who closed the bridge?');
  await thread.getByRole('button', { name: 'Send' }).click();
  await thread.getByText('Ida Holm, harbour master').last().waitFor();
});

const HOSTILE = [
  '<script>globalThis.pwned = 1</script>',
  '<img src=x onerror="globalThis.pwned = 1">',
  '"><svg onload="globalThis.pwned = 1">',
  '\u202eesrever',
  'w'.repeat(5_000),
];

test.each(['/', '/?thread=1'])('hostile text stays text, and makes no page wider: %s', async (path) => {
  for (const [at, text] of HOSTILE.entries())
    await channel.transcript.show({
      ...{ post: `hostile-${at}`, channel: 'general', thread: null, isPrivate: false },
      card: {
        title: text,
        blocks: [
          { kind: 'text', text },
          { kind: 'point', text, credit: text, passage: text },
          { kind: 'table', caption: text, columns: [text, text], rows: [[text, text]] },
          { kind: 'buttons', buttons: [{ label: text, open: 'javascript:globalThis.pwned = 1' }] },
        ],
      },
    });
  const page = await open(path, { viewport: { width: 360, height: 640 } });
  for (const text of HOSTILE) await channel.transcript.write({ key: text, channel: 'general', thread: null, text });
  await page.locator('[data-entry="10"]').waitFor({ state: 'attached' });
  expect(await page.evaluate('globalThis.pwned')).toBe(undefined);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(complaints).toEqual([]);
});

/** Every state that somebody meets. */
const STATES: Readonly<Record<string, () => Promise<Page>>> = {
  'the empty channel': () => open(),
  async 'the offered commands'() {
    const page = await open();
    await page.keyboard.type('/');
    await page.getByRole('option').first().waitFor();
    return page;
  },
  'the channel with a briefing': () => openBriefed(),
  async 'a thread with an answer'() {
    const page = await openBriefed();
    await page.getByText('Ask about this').click();
    await page.locator('#say-thread').fill('Who closed the bridge?');
    await page.keyboard.press('Enter');
    await page.locator('#thread-entries').getByRole('figure', { name: 'Ida Holm, harbour master' }).waitFor();
    return page;
  },
  async 'the dialog'() {
    const page = await openBriefed();
    await page.getByRole('button', { name: 'Show passages' }).click();
    await page.getByRole('dialog').waitFor();
    return page;
  },
  async 'a lost connection'() {
    const page = await openBriefed();
    await channel.close();
    await page.getByText('The connection to byline is lost').waitFor();
    return page;
  },
  'the passages page': () => open(`/b/${SLUG}`),
  'a page that is not there': () => open('/nowhere'),
};

test.each(Object.entries(STATES))('axe finds nothing, in light and dark, wide and narrow: %s', async (_, reach) => {
  await expectAccessible(await reach());
});

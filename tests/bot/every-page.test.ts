/** Every way in which a page is an article or none, all at once, as a busy workspace asks for them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Card } from '#core/card.ts';
import { textsOf } from '../contracts/arbitrary-card.ts';
import { eventually } from '../fakes/eventually.ts';
import { aRunningBot } from './a-running-bot.ts';

const FAILURES: Readonly<Record<string, string>> = {
  '/nowhere': 'There is nothing at this place.',
  '/forbidden': 'Access was refused.',
  '/broken': 'The site does not answer as it should.',
  '/too-often': 'The site says that it was asked too often.',
  '/cut': 'The site does not answer as it should.',
  '/home': 'There is no article on this page.',
  '/image': 'This is no kind of document that byline reads.',
  '/paywalled': 'The article stands behind a paywall, and what is open is too little to brief.',
  '/huge': 'The page is too large to be an article.',
  '/garbled': 'The document is damaged or no text.',
  '/circle': 'The address leads in circles.',
  '/inside': 'This address leads into a private or reserved network, and byline does not go there.',
  '/silent': 'Reading the page took too long.',
  '/stuck': 'Reading the page took too long.',
};
/** What each article must say in its briefing. */
const ARTICLES: Readonly<Record<string, readonly string[]>> = {
  '/story': ['Tobias Renn'],
  '/ferry': ['Karin Holt'],
  '/inquiry': ['Port Ansel Herald', 'three people familiar with the inquiry (unnamed), via Calder Ledger'],
  '/hostile': ['The *ferry* to Lund'],
};

let running: Awaited<ReturnType<typeof aRunningBot>>;
beforeAll(async () => {
  running = await aRunningBot();
  // The slow ones first: they must hold up nobody.
  const paths = [...Object.keys(FAILURES).toReversed(), ...Object.keys(ARTICLES)];
  for (const path of paths) await running.command('brief', `${running.site.url}${path}`, running.at(path));
});
afterAll(() => running.close());

const settled = (path: string) =>
  eventually(`the end of ${path}`, () => {
    const [message, ...more] = running.platform.messages.filter(({ place }) => place.channel === path);
    expect(more).toEqual([]);
    return message !== undefined && message.card.blocks.length > 0 ? message.card : null;
  });
const said = (card: Card) => textsOf(card).join('\n');

test.each(Object.entries(ARTICLES))('%s is briefed', async (path, parts) => {
  const card = await settled(path);
  for (const part of parts) expect(said(card)).toContain(part);
  expect(said(card)).toContain('Open article');
});

test.each(Object.entries(FAILURES))('%s ends in words that say what happened and what to do', async (path, title) => {
  const card = await settled(path);
  expect(card.title).toBe(title);
  expect(said(card).length).toBeGreaterThan(title.length + 20);
});

test('a site that asks for a pause is told of with it', async () => {
  expect(said(await settled('/too-often'))).toContain('a pause of 90 s');
});

test('a failure leaves nothing to ask about, and hides no briefing that was there', async () => {
  const channel = running.at('/nowhere');
  await settled('/nowhere');
  await running.command('ask', 'How many hangers have cracks?', channel);
  const answer = await eventually('the answer', () =>
    running.platform.messages.find(({ audience, card }) => audience === 'anna' && card.blocks.length > 0),
  );
  expect(answer.card.title).toBe('Nothing was briefed here yet.');
});

test('a page whose text plays with markup is told in its own letters', async () => {
  const text = said(await settled('/hostile'));
  expect(text).toContain('<script>alert(1)</script> @everyone <!channel>');
});

/** Whatever a card says, Slack takes it wherever byline shows it, and nothing in it becomes more than text. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Card } from '#core/card.ts';
import { draw } from '#platforms/slack/draw.ts';
import { drawHome } from '#platforms/slack/draw-home.ts';
import { drawModal } from '#platforms/slack/draw-modal.ts';
import { fitCard } from '#platforms/slack/fit-card.ts';
import { whispersOf } from '#platforms/slack/tell-asker.ts';
import { briefingButtons } from '#render/briefing-buttons.ts';
import { briefingCard } from '#render/briefing-card.ts';
import { passagesCard } from '#render/passages-card.ts';
import { sourcesCard } from '#render/sources-card.ts';
import { brief, readText } from '../../../src/index.ts';
import { arbitraryCard, HOSTILE, lettersOf } from '../../contracts/arbitrary-card.ts';
import { FULL_CARD, SLUG } from '../../contracts/full-card.ts';
import { lookAt } from '../../contracts/slack-eyes.ts';
import { makeWebClient } from '../../stand-ins/slack/a-web-client.ts';
import { checkBlocks } from '../../stand-ins/slack/check-blocks.ts';
import { checkView, isTooLarge } from '../../stand-ins/slack/check-view.ts';
import { createSlack } from '../../stand-ins/slack/create-slack.ts';
import type { SlackStandIn } from '../../stand-ins/slack/stand-in.ts';

const CHANNEL = 'C0NEWSROOM';
const READER = 'U0READER00';
const STORY = 'https://example.org/story?a=1&b=(2)';
const HINT = 'Ask a question in this thread.';
/** All that byline draws with. A mention or an emoji would be an element of another kind; links are a story's own. */
const DRAWN_WITH = new Set([
  ...['header', 'context', 'rich_text', 'rich_text_section', 'rich_text_quote', 'actions', 'button', 'static_select'],
  ...['plain_text', 'text', 'link'],
]);

let slack: SlackStandIn;
let client: ReturnType<typeof makeWebClient>;
beforeAll(async () => {
  slack = await createSlack({ limits: 'off' });
  client = makeWebClient(slack);
});
afterAll(() => slack.close());

/** Shows a card everywhere where byline shows one; what Slack refuses is thrown. */
async function showEverywhere(card: Card): Promise<void> {
  for (const part of fitCard(card)) {
    const { text, blocks } = draw(part, HINT);
    const { ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text, blocks });
    await client.chat.update({ channel: CHANNEL, ts, text, blocks });
    expectHarmless(blocks);
    expectNotification(text);
    const links = lookAt(blocks as never).links;
    expect(links.filter((link) => !addressesOf(card).includes(link))).toEqual([]);
  }
  for (const whisper of whispersOf(card)) {
    expect(checkBlocks(whisper.blocks, 'message')).toEqual([]);
    expectNotification(whisper.text);
  }
  for (const action of ['cited', 'passages'] as const) {
    const view = drawModal(card, action);
    expect(checkView(view, 'modal')).toEqual([]);
    expect(isTooLarge(view)).toBe(false);
    expectHarmless(view.blocks);
  }
  await client.views.publish({ user_id: READER, view: drawHome(card) });
}

/** Where a card itself leads. */
function addressesOf({ blocks }: Card): (string | null)[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'story') return [block.url, ...block.lines.flat().map(({ url }) => url)];
    return block.kind === 'buttons' ? block.buttons.map((button) => ('open' in button ? button.open : null)) : [];
  });
}

function expectHarmless(blocks: unknown): void {
  const kinds = new Set<unknown>();
  const emoji = new Set<unknown>();
  JSON.stringify(blocks, (key, value) => {
    if (key === 'type') kinds.add(value);
    if (key === 'emoji') emoji.add(value);
    return value;
  });
  expect([...kinds].filter((kind) => !DRAWN_WITH.has(String(kind)))).toEqual([]);
  expect(emoji.has(true)).toBe(false);
  expect(JSON.stringify(blocks)).not.toMatch(/<[@!#]/);
}

/** Slack reads this text as markup: all its signs are escaped, and an edit takes 4,000 bytes of it. */
function expectNotification(text: string): void {
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4_000);
  expect(text).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
  expect(text).not.toBe('');
}

describe('what Slack takes', () => {
  test('500 cards of all that a card may hold', { timeout: 240_000 }, async () => {
    await fc.assert(fc.asyncProperty(arbitraryCard, showEverywhere), { numRuns: 500 });
  });

  test.each([
    [
      'long names',
      (at: number) =>
        `Maximiliana-Konstanze ${'von und zu '.repeat(12)}Hohenfels-${at} said that the dam at Orle holds ${at} metres of water.`,
    ],
    [
      'right to left',
      (at: number) => `قالت المديرة ليلى حداد إن الجسر رقم ${at} سيُغلق حتى نهاية الشهر، بحسب بيان الوزارة.`,
    ],
    [
      'Japanese',
      (at: number) =>
        `市長の高橋さんは、第${at}橋は安全であり、夏まで閉鎖しないと述べた。「心配はない」と高橋さんは語った。`,
    ],
    [
      'emoji',
      (at: number) =>
        `The 👩‍👩‍👧‍👦 club of Orle said 🏳️‍🌈 that ${at} boats ⛵️ would sail on Sunday :boat:, according to Ida Holm.`,
    ],
    [
      'markup',
      (at: number) =>
        `Ida Holm said on day ${at} that *all* of _it_ was \`code\` & <b>bold</b>, <@U123> and <https://evil.example|fine> <!channel>.`,
    ],
    [
      '20,000 words',
      (at: number) =>
        `Councillor Ida Holm said on day ${at} that the ferry to Lund carried ${at * 7} people, ${'and more '.repeat(20)}than before.`,
    ],
  ])('briefings of articles with %s', { timeout: 240_000 }, async (name, sentence) => {
    const sentences = Array.from({ length: name === '20,000 words' ? 400 : 30 }, (_, at) => sentence(at + 1));
    const text = Array.from({ length: Math.ceil(sentences.length / 3) }, (_, at) =>
      sentences.slice(at * 3, at * 3 + 3).join(' '),
    ).join('\n\n');
    const article = readText(text, { title: sentence(0), url: 'https://example.org/story' });
    const briefing = await brief(article, { points: 10 });
    const card = briefingCard(briefing);
    await showEverywhere({ ...card, blocks: [...card.blocks, briefingButtons(briefing, SLUG, null)] });
    await showEverywhere(passagesCard(briefing));
    await showEverywhere(sourcesCard(article, briefing, { briefing: SLUG, only: null }));
  });
});

describe('how it reads', () => {
  const BRIEFING: Card = {
    title: 'The bridge is shut',
    blocks: [
      { kind: 'note', text: 'Quay Gazette · 2 min read' },
      { kind: 'point', text: 'First point.', credit: 'Ida Holm, mayor', passage: null },
      { kind: 'point', text: 'Second point.', credit: null, passage: null },
      { kind: 'note', text: '2 named · extractive engine' },
      { kind: 'buttons', buttons: [{ label: 'Open article', open: 'https://example.org/' }] },
    ],
  };

  test('from top to bottom: title, small print, each point with its credit, footer, buttons, hint', () => {
    const { blocks } = draw(BRIEFING, HINT);
    expect(blocks.map((block) => [block.type, lookAt([block as never]).text])).toEqual([
      ['header', 'The bridge is shut'],
      ['context', 'Quay Gazette · 2 min read'],
      ['rich_text', '• First point.'],
      ['context', 'Ida Holm, mayor'],
      ['rich_text', '• Second point.'],
      ['context', '2 named · extractive engine'],
      ['actions', 'Open article'],
      ['context', HINT],
    ]);
  });

  test('a notification tells the same in plain lines', () => {
    expect(draw(BRIEFING, HINT).text).toBe(
      [
        ...['The bridge is shut', 'Quay Gazette · 2 min read', 'First point. (Ida Holm, mayor)', 'Second point.'],
        '2 named · extractive engine',
      ].join('\n'),
    );
  });

  test('every kind of block says its words in their order', () => {
    const { blocks } = draw(FULL_CARD, HINT);
    expect(blocks.map(({ type }) => type)).toEqual([
      ...['header', 'context', 'rich_text', 'rich_text', 'rich_text', 'context', 'rich_text', 'rich_text', 'context'],
      ...['rich_text', 'rich_text', 'rich_text', 'actions', 'context'],
    ]);
    expect(lettersOf(lookAt(blocks as never).text)).toContain(lettersOf('It opens on Friday. officials (unnamed)'));
  });

  test('a title of one line is a header, a longer one is bold, and none is nothing', () => {
    const kindOf = (title: string) => draw({ title, blocks: [] }).blocks.map(({ type }) => type);
    expect(kindOf('x'.repeat(150))).toEqual(['header']);
    expect(kindOf('x'.repeat(151))).toEqual(['rich_text']);
    expect(draw({ title: '\u200b', blocks: [] })).toMatchObject({ text: '…', blocks: [{ type: 'rich_text' }] });
  });

  test('six buttons stand in two rows, and an address that no browser opens is no button', () => {
    const open = [
      'https://a.example/',
      'javascript:alert(1)',
      'file:///etc/passwd',
      `https://a.example/${'x'.repeat(3_000)}`,
    ];
    const many = Array.from({ length: 5 }, (_, at) => ({ label: `${at}`, open: 'https://b.example/' }));
    const buttons = [...open.map((address, at) => ({ label: `open ${at}`, open: address })), ...many];
    const { blocks } = draw({ title: '', blocks: [{ kind: 'buttons', buttons }] });
    expect(blocks.map((block) => lookAt([block as never]).buttons)).toEqual([['open 0', '0', '1', '2', '3'], ['4']]);
  });

  test.each(HOSTILE)('%j is text in every place, and no notification reads it as markup', (text) => {
    const { text: notification, blocks } = draw({
      title: text,
      blocks: [
        { kind: 'note', text },
        { kind: 'point', text, credit: text, passage: `${text} ${text}` },
        { kind: 'table', caption: text, columns: [text], rows: [[text, text]] },
        {
          kind: 'story',
          number: 1,
          title: text,
          url: STORY,
          text,
          lines: [
            [
              { text, url: null },
              { text, url: 'javascript:x' },
            ],
          ],
        },
      ],
    });
    expectHarmless(blocks);
    expectNotification(notification);
    expect(lookAt(blocks as never).links).toEqual([STORY]);
  });
});

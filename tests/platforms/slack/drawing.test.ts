/** Whatever a card says, Slack takes it, and nothing in it becomes more than text. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Block, Card } from '#core/card.ts';
import { draw } from '#platforms/slack/draw.ts';
import { drawHome } from '#platforms/slack/draw-home.ts';
import { drawModal } from '#platforms/slack/draw-modal.ts';
import { fitCard } from '#platforms/slack/fit-card.ts';
import { briefingButtons } from '#render/briefing-buttons.ts';
import { briefingCard } from '#render/briefing-card.ts';
import { passagesCard } from '#render/passages-card.ts';
import { sourcesCard } from '#render/sources-card.ts';
import { brief, readText } from '../../../src/index.ts';
import { arbitraryCard, lettersOf, textsOf } from '../../contracts/arbitrary-card.ts';
import { FULL_CARD, SLUG } from '../../contracts/full-card.ts';
import { lookAt } from '../../contracts/slack-eyes.ts';
import { makeWebClient } from '../../stand-ins/slack/a-web-client.ts';
import { checkView, isTooLarge } from '../../stand-ins/slack/check-view.ts';
import { createSlack } from '../../stand-ins/slack/create-slack.ts';
import type { SlackStandIn } from '../../stand-ins/slack/stand-in.ts';

const CHANNEL = 'C0NEWSROOM';
const READER = 'U0READER00';
let slack: SlackStandIn;
let client: ReturnType<typeof makeWebClient>;

beforeAll(async () => {
  slack = await createSlack({ limits: 'off' });
  client = makeWebClient(slack);
});
afterAll(() => slack.close());

/** Sends a card in every way in which byline does; the client throws what Slack refuses. */
async function sendAll(card: Card): Promise<void> {
  for (const part of fitCard(card)) {
    const { text, blocks } = draw(part, 'Ask a question in this thread.');
    const { ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text, blocks });
    await client.chat.update({ channel: CHANNEL, ts, text, blocks });
    await client.chat.postEphemeral({ channel: CHANNEL, user: READER, text, blocks });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4_000);
    expect(text).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
  }
  await client.views.publish({ user_id: READER, view: drawHome(card) });
}

describe('what Slack takes', () => {
  test('500 cards of all that a card may hold', { timeout: 120_000 }, async () => {
    await fc.assert(fc.asyncProperty(arbitraryCard, sendAll), { numRuns: 500 });
  });

  test('a window for every card', () => {
    fc.assert(
      fc.property(arbitraryCard, fc.string({ unit: 'grapheme' }), (card, title) => {
        const view = drawModal(card, title);
        expect(checkView(view, 'modal')).toEqual([]);
        expect(isTooLarge(view)).toBe(false);
      }),
      { numRuns: 300 },
    );
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
        `The 👩‍👩‍👧‍👦 club of Orle said 🏳️‍🌈 that ${at} boats ⛵️ would sail on Sunday, according to Ida Holm.`,
    ],
    [
      '20,000 words',
      (at: number) =>
        `Councillor Ida Holm said on day ${at} that the ferry to Lund carried ${at * 7} people, ${'and more '.repeat(20)}than before.`,
    ],
  ])('briefings of articles with %s', { timeout: 120_000 }, async (name, sentence) => {
    const sentences = Array.from({ length: name === '20,000 words' ? 400 : 30 }, (_, at) => sentence(at + 1));
    const text = Array.from({ length: Math.ceil(sentences.length / 3) }, (_, at) =>
      sentences.slice(at * 3, at * 3 + 3).join(' '),
    ).join('\n\n');
    const article = readText(text, { title: sentence(0), url: 'https://example.org/story' });
    const briefing = await brief(article, { points: 10 });
    const card = briefingCard(briefing);
    await sendAll({ ...card, blocks: [...card.blocks, briefingButtons(briefing, SLUG, null)] });
    await sendAll(passagesCard(briefing));
    await sendAll(sourcesCard(article, briefing, { briefing: SLUG, only: null }));
  });
});

describe('how it is cut', () => {
  const long = (count: number): Card => ({
    title: 'A long record',
    blocks: [
      ...Array.from(
        { length: count },
        (_, at): Block => ({
          kind: 'point',
          text: `Point ${at} ${'of many words '.repeat(20)}`,
          credit: `source ${at}`,
          passage: null,
        }),
      ),
      {
        kind: 'buttons',
        buttons: [{ label: 'Who says what', press: { action: 'cited', briefing: SLUG, source: null } }],
      },
    ],
  });

  test('between points, each whole in one part, in order; what can be pressed stays with the first', () => {
    const parts = fitCard(long(90));
    expect(parts.length).toBeGreaterThan(2);
    const texts = parts.map((part) => textsOf(part).join('\n'));
    for (let at = 0; at < 90; at++) {
      const holders = parts.filter((part) =>
        part.blocks.some((one) => one.kind === 'point' && one.credit === `source ${at}`),
      );
      expect(holders).toHaveLength(1);
    }
    expect(texts.map((text) => text.includes('Who says what'))).toEqual(parts.map((_, at) => at === 0));
    expect(texts[0]).toContain('Goes on in the next message.');
    expect(parts[1]?.title).toBe('A long record (2)');
    for (const part of parts) expect(fitCard(part)).toEqual([part]);
  });

  test('a card that fits is left as it is', () => {
    expect(fitCard(FULL_CARD)).toEqual([FULL_CARD]);
  });
});

test('it reads in the order in which it is meant, and small print is small', () => {
  const { blocks } = draw(FULL_CARD, 'Ask a question in this thread.');
  expect(blocks.map(({ type }) => type)).toEqual([
    ...['header', 'context', 'rich_text', 'rich_text', 'rich_text', 'context', 'rich_text', 'rich_text', 'context'],
    ...['rich_text', 'rich_text', 'rich_text', 'actions', 'context'],
  ]);
  expect(lettersOf(lookAt(blocks as never).text)).toContain(lettersOf('It opens on Friday. officials (unnamed)'));
});

test('what looks like a mention is nowhere, whatever reads it', () => {
  const evil = '<!channel> <@U123> <#C1|x> <https://evil.example|ok> & <b>';
  const { text, blocks } = draw({
    title: evil,
    blocks: [{ kind: 'point', text: evil, credit: evil, passage: `${evil}.` }],
  });
  expect(JSON.stringify(blocks)).not.toMatch(/<[@!#]/);
  expect(JSON.stringify(blocks)).not.toContain('mrkdwn');
  expect(text).not.toMatch(/[<>]/);
  expect(lookAt(blocks as never).links).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import type { Block, Card } from '#core/card.ts';
import type { Digest, DigestEntry } from '#core/digest.ts';
import { drawCard } from '#platforms/console/draw.ts';
import { fitCard as fitDiscord } from '#platforms/discord/fit-card.ts';
import { fitCard as fitSlack } from '#platforms/slack/fit-card.ts';
import { digestCard } from '#render/digest-card.ts';
import { HOSTILE } from '../contracts/arbitrary-card.ts';

function anEntry(more: Partial<DigestEntry> = {}): DigestEntry {
  return {
    id: 'item-1',
    title: 'Harbour bridge closed after cracks found',
    url: 'https://quay.example/bridge',
    outlet: 'Quay Gazette',
    publishedAt: '2026-05-19T18:30:00.000Z',
    text: 'The harbour bridge was closed on Tuesday.',
    from: 'article',
    isPartial: false,
    passages: ['The harbour bridge was closed on Tuesday, the police said.'],
    credit: 'the police',
    also: [],
    origins: 1,
    uncompared: 0,
    agency: null,
    differ: [],
    why: ['one origin (+2)'],
    ...more,
  };
}

function aDigest(more: Partial<Digest> = {}): Digest {
  return {
    since: '2026-05-19T06:00:00.000Z',
    until: '2026-05-20T06:00:00.000Z',
    entries: [anEntry()],
    left: [],
    unread: [],
    counts: { feeds: 3, items: 4, stories: 1 },
    ...more,
  };
}

type Story = Extract<Block, { kind: 'story' }>;
const storiesOf = ({ blocks }: Card) => blocks.filter((block): block is Story => block.kind === 'story');
const linesOf = (card: Card) =>
  storiesOf(card).flatMap(({ lines }) => lines.map((line) => line.map(({ text }) => text).join('')));
const notesOf = ({ blocks }: Card) => blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : []));

test('a story is its title, which leads to it, a line of the article, and who says it', () => {
  const card = digestCard(aDigest());
  expect(storiesOf(card)).toEqual([
    {
      kind: 'story',
      number: 1,
      title: 'Harbour bridge closed after cracks found',
      url: 'https://quay.example/bridge',
      text: 'The harbour bridge was closed on Tuesday.',
      lines: [[{ text: 'Quay Gazette · Tue 19 May, 18:30 · the police', url: null }]],
    },
  ]);
});

test('times and the day are those of the channel’s zone', () => {
  const card = digestCard(aDigest({ until: '2026-05-19T22:30:00.000Z' }), { timeZone: 'Asia/Tokyo' });
  expect(card.title).toContain('Wednesday 20 May');
  expect(linesOf(card)[0]).toContain('Wed 20 May, 03:30');
});

describe('other outlets', () => {
  const also = ['Hill Post', 'Marsh Times'].map((outlet) => ({
    outlet,
    url: `https://${outlet.slice(0, 4)}.example/`,
    title: 'Bridge closed',
  }));

  test('stand on a line that begins with “Also”, each with its own link, and say how many are independent', () => {
    const card = digestCard(aDigest({ entries: [anEntry({ also, origins: 3 })] }));
    expect(linesOf(card)[1]).toBe('Also in Hill Post, Marsh Times · 3 independent origins');
    expect(
      storiesOf(card)[0]
        ?.lines[1]?.map(({ url }) => url)
        .filter((url) => url !== null),
    ).toEqual(also.map(({ url }) => url));
  });

  test('that carry one report are one origin, and whose it is is said', () => {
    const one = digestCard(aDigest({ entries: [anEntry({ also, origins: 1, agency: 'Reuters' })] }));
    expect(linesOf(one)[1]).toContain('one origin, Reuters');
    const two = digestCard(aDigest({ entries: [anEntry({ also, origins: 2, agency: 'Reuters' })] }));
    expect(linesOf(two)[1]).toContain('2 independent origins (one report is of Reuters)');
    const unread = digestCard(aDigest({ entries: [anEntry({ also, origins: 2, uncompared: 1 })] }));
    expect(linesOf(unread)[1]).toMatch(/ · 2 independent origins · 1 not read$/);
    const alone = digestCard(aDigest({ entries: [anEntry({ also, origins: 1, uncompared: 2 })] }));
    expect(linesOf(alone)[1]).toMatch(/ · one origin read · 2 not read$/);
    const feed = digestCard(aDigest({ entries: [anEntry({ also, origins: 3, from: 'feed' })] }));
    expect(linesOf(feed)[1]).toBe('Also in Hill Post, Marsh Times');
  });

  test('beyond five are a number', () => {
    const many = Array.from({ length: 8 }, (_, at) => ({ outlet: `Outlet ${at}`, url: null, title: '' }));
    expect(linesOf(digestCard(aDigest({ entries: [anEntry({ also: many, origins: 9 })] })))[1]).toContain(
      'Outlet 4 and 3 more',
    );
  });
});

test('where accounts differ, each side stands in its own words with its time and source; updates are said to be such', () => {
  const sides = [
    {
      outlet: 'Quay Gazette',
      url: null,
      text: 'cracks in 14 hangers',
      credit: 'the ministry',
      at: '2026-05-19T07:10:00Z',
    },
    { outlet: 'Hill Post', url: null, text: 'cracks in 17 hangers', credit: null, at: null },
  ];
  const [, differ, update] = linesOf(
    digestCard(
      aDigest({
        entries: [
          anEntry({
            differ: [
              { kind: 'differ', about: 'hangers', sides },
              { kind: 'update', about: 'dead', sides },
            ],
          }),
        ],
      }),
    ),
  );
  expect(differ).toBe(
    'Accounts differ (hangers): Quay Gazette, 07:10: “cracks in 14 hangers” (the ministry) — Hill Post: “cracks in 17 hangers”',
  );
  expect(update).toMatch(/^Updated \(dead\): /);
});

test('of an article that could be read in part only, this is said', () => {
  expect(linesOf(digestCard(aDigest({ entries: [anEntry({ isPartial: true })] })))[0]).toMatch(
    /only a part of it could be read$/,
  );
});

test('what was not read says so, with the reason once', () => {
  const unread = [
    {
      title: 'T',
      url: null,
      outlet: 'Hill Post',
      code: 'PAYWALLED' as const,
      words: 'The article stands behind a paywall. (a fact) Do this.',
    },
  ];
  const entries = [
    anEntry({ from: 'feed', credit: null }),
    anEntry({ from: null, text: null, credit: null, publishedAt: null }),
  ];
  const card = digestCard(aDigest({ entries, unread, counts: { feeds: 3, items: 9, stories: 5 } }));
  expect(linesOf(card)).toEqual([
    'Quay Gazette · Tue 19 May, 18:30 · not read; the feed’s own words',
    'Quay Gazette · not read; the feed’s own title',
  ]);
  expect(notesOf(card)).toContain('Not read, Hill Post: The article stands behind a paywall.');
  expect(notesOf(card).at(-1)).toBe('3 more stories ranked lower.');
});

test('a quiet day is one line', () => {
  const { title, blocks } = digestCard(aDigest({ entries: [], counts: { feeds: 3, items: 0, stories: 0 } }));
  expect(title).toMatch(/quiet/);
  expect(blocks).toHaveLength(1);
});

test('what leads to a briefing is a button for each story that has one', () => {
  const entries = [anEntry({ id: 'a' }), anEntry({ id: 'b' })];
  const card = digestCard(aDigest({ entries }), {
    pressOf: ({ id }, number) => (id === 'b' ? { label: `Brief ${number}`, open: 'https://example.org/' } : null),
  });
  expect(card.blocks.at(-1)).toEqual({
    kind: 'buttons',
    buttons: [{ label: 'Brief 2', open: 'https://example.org/' }],
  });
});

describe('one screen', () => {
  const full = (title: string) =>
    Array.from({ length: 8 }, (_, at) =>
      anEntry({
        title: `${title} ${at}`.slice(0, 300),
        url: `https://quay.example/2026/05/19/${'long-slug-'.repeat(8)}${at}`,
        text: `${title} and what is said of it. `.repeat(9).slice(0, 280),
        credit: `${title} spokesman (unnamed)`.slice(0, 80),
        also: Array.from({ length: 6 }, (__, n) => ({
          outlet: `Outlet ${n}`,
          url: `https://outlet-${n}.example/${'x'.repeat(80)}`,
          title,
        })),
        origins: 4,
      }),
    );

  test.each(['Harbour bridge closed', 'A_b*c_d*e', '日本語の見出しです', ...HOSTILE])(
    'a full page titled %j is one message on every platform',
    (title) => {
      const unread = ['PAYWALLED', 'FORBIDDEN', 'TOO_SLOW', 'NOT_FOUND'].map((code) => ({
        ...{ title, url: null, outlet: `Outlet ${code}`, code: 'PAYWALLED' as const },
        words: `Of this page, which answered ${code}, nothing could be read that would tell what it says. Ask it again.`,
      }));
      const beside = Array.from({ length: 4 }, () => ({ text: 'A feed of this channel fails since Monday, 08:30.' }));
      const counts = { feeds: 40, items: 600, stories: 210 };
      const card = digestCard(aDigest({ entries: full(title), unread, counts }), {
        beside,
        pressOf: (_, number) => ({
          label: `Brief ${number}`,
          press: { action: 'cited', briefing: 'abcdefghijklmnopqrstuv', source: null },
        }),
      });
      const all = { ...card, blocks: [...card.blocks, ...beside.map(({ text }) => ({ kind: 'note' as const, text }))] };
      expect(fitDiscord(all)).toHaveLength(1);
      expect(fitSlack(all)).toHaveLength(1);
      expect(storiesOf(card)).toHaveLength(8);
      expect(String(drawCard(card))).not.toMatch(/<script|<img/);
    },
  );
});

test('where the screen is full, what ranks lowest is cut to its title and outlet, and eight stories are eight', () => {
  const sides = [
    { outlet: 'Quay Gazette', url: null, text: 'cracks in 14 hangers', credit: null, at: null },
    { outlet: 'Hill Post', url: null, text: 'cracks in 17 hangers', credit: null, at: null },
  ];
  const entries = Array.from({ length: 8 }, (_, at) =>
    anEntry({
      id: `item-${at}`,
      text: 'The harbour bridge was closed on Tuesday, and it is not known for how long. '.repeat(3),
      url: `https://quay.example/2026/05/19/the-harbour-bridge-is-closed-and-stays-closed-${at}`,
      also: [{ outlet: 'Hill Post', url: `https://hill.example/${'x'.repeat(90)}`, title: '' }],
      differ: [{ kind: 'differ', about: 'hangers', sides }],
    }),
  );
  const stories = storiesOf(
    digestCard(
      aDigest({
        entries,
        engine: { name: 'extractive', model: null, prompt: null },
        counts: { feeds: 3, items: 9, stories: 8 },
      }),
    ),
  );
  expect(stories.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const whole = stories.filter(({ text }) => text !== null);
  expect(whole.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5].slice(0, whole.length));
  expect(whole.length).toBeGreaterThanOrEqual(2);
  expect(stories.at(-1)?.lines).toEqual([
    [{ text: 'Quay Gazette · Tue 19 May, 18:30', url: null }],
    [{ text: 'Also in Hill Post · one origin · accounts differ', url: null }],
  ]);
  expect(stories.every(({ url }) => url !== null)).toBe(true);
});

test('titles of three hundred signs end at a word, lead on, and leave eight stories on the screen', () => {
  const title = (at: number) =>
    `${at + 1} things to know about ${'the bridge that was closed over the harbour '.repeat(8)}`.slice(0, 299).trim();
  const entries = Array.from({ length: 8 }, (_, at) =>
    anEntry({
      id: `item-${at}`,
      title: title(at),
      url: `https://quay.example/${at}`,
      text: 'The harbour bridge was closed on Tuesday, and it is not known for how long. '.repeat(3).trim(),
      also: [{ outlet: 'Hill Post', url: null, title: '' }],
    }),
  );
  const card = digestCard(aDigest({ entries }));
  const stories = storiesOf(card);
  expect(stories).toHaveLength(8);
  expect(stories.map(({ url }) => url)).toEqual(entries.map(({ url }) => url));
  for (const [at, story] of stories.entries()) {
    expect(story.title).toMatch(/ …$/);
    expect(title(at).split(' ')).toEqual(expect.arrayContaining(story.title.replace(/ …$/, '').split(' ')));
    expect(title(at).startsWith(story.title.replace(/ …$/, ''))).toBe(true);
  }
  expect(stories.filter(({ text }) => text !== null).length).toBeGreaterThanOrEqual(2);
  expect(fitDiscord(card)).toHaveLength(1);
  expect(fitSlack(card)).toHaveLength(1);
});

test('where there is room a long title stays as it is', () => {
  const title = 'The harbour bridge is closed and stays closed '.repeat(6).trim();
  expect(storiesOf(digestCard(aDigest({ entries: [anEntry({ title })] })))[0]?.title).toBe(title);
});

test('a digest that is made at midnight, on the channel’s own clock, is of the day that has just ended', () => {
  const title = (until: string) => digestCard(aDigest({ until }), { timeZone: 'Europe/Berlin' }).title;
  expect(title('2026-05-19T22:00:03.000Z')).toBe('Digest of Tuesday 19 May');
  expect(title('2026-05-20T06:00:00.000Z')).toBe('Digest of Wednesday 20 May');
});

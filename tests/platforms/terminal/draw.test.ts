import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Card } from '#core/card.ts';
import { plainText } from '#core/plain-text.ts';
import { drawCard } from '#platforms/terminal/draw.ts';
import { arbitraryCard, lettersOf, textsOf } from '../../contracts/arbitrary-card.ts';

const CARD: Card = {
  title: 'Ferry line shut after second collision',
  blocks: [
    { kind: 'note', text: 'Quay Gazette · 3 min read' },
    { kind: 'point', text: 'The line stays shut until Friday.', credit: 'Ida Holm, harbour master', passage: null },
    { kind: 'point', text: 'No one was hurt.', credit: null, passage: null },
    { kind: 'heading', text: 'Ida Holm', detail: '2 statements' },
    { kind: 'passage', text: 'We looked twice.', credit: 'Ida Holm' },
    { kind: 'text', text: 'Accounts differ.' },
  ],
};

test('draws every block, credits indented under their points', () => {
  expect(drawCard(CARD, { columns: 80, colour: false })).toBe(
    [
      'Ferry line shut after second collision',
      'Quay Gazette · 3 min read',
      '',
      ' • The line stays shut until Friday.',
      '      Ida Holm, harbour master',
      ' • No one was hurt.',
      '',
      'Ida Holm (2 statements)',
      '',
      ' │ We looked twice.',
      '      Ida Holm',
      '',
      'Accounts differ.',
      '',
    ].join('\n'),
  );
});

test('a story is its number and title, what is said of it, its lines and its address', () => {
  const story: Block = {
    kind: 'story',
    number: 1,
    title: 'Bridge closed',
    url: 'https://quay.example/bridge',
    text: 'It closed on Monday.',
    lines: [
      [
        { text: 'Also in ', url: null },
        { text: 'Hill Post', url: 'https://hill.example/' },
      ],
    ],
  };
  expect(
    drawCard(
      { title: 'Digest', blocks: [story, { ...story, number: 12, text: null, lines: [] }] },
      { columns: 80, colour: false },
    ),
  ).toBe(
    [
      'Digest',
      ' 1 Bridge closed',
      '   It closed on Monday.',
      '      Also in Hill Post',
      '      https://quay.example/bridge',
      '',
      '12 Bridge closed',
      '      https://quay.example/bridge',
      '',
    ].join('\n'),
  );
});

test('a terminal that does not know its width is drawn for as a usual one', () => {
  expect(drawCard(CARD, { columns: 0, colour: false })).toBe(drawCard(CARD, { columns: 80, colour: false }));
});

test('colours only when it may', () => {
  const ESC = String.fromCodePoint(0x1b);
  expect(drawCard(CARD, { columns: 80, colour: false })).not.toContain(ESC);
  expect(drawCard(CARD, { columns: 80, colour: true })).toContain(ESC);
});

test('keeps to the width, whatever stands in the card', () => {
  const block = fc.record({
    kind: fc.constant('point' as const),
    text: fc.lorem(),
    credit: fc.option(fc.lorem()),
    passage: fc.constant(null),
  });
  fc.assert(
    fc.property(fc.lorem(), fc.array<Block>(block), fc.integer({ min: 1, max: 300 }), (title, blocks, columns) => {
      const lines = drawCard({ title, blocks }, { columns, colour: false }).split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(Math.max(30, Math.min(100, columns)));
    }),
  );
});

test('a point shows the article’s own words where they say more than the point', () => {
  const point = (passage: string | null): Block => ({
    kind: 'point',
    text: 'It is  shut.',
    credit: 'Ida Holm',
    passage,
  });
  const drawn = (passage: string | null) =>
    drawCard({ title: 'T', blocks: [point(passage)] }, { columns: 40, colour: false });
  expect(drawn('It is shut, and it stays shut, the harbour master said.')).toBe(
    [
      'T',
      ' • It is shut.',
      '      Ida Holm',
      '      │ It is shut, and it stays shut,',
      '      │ the harbour master said.',
      '',
    ].join('\n'),
  );
  for (const same of [null, '', ' ', 'It is shut.']) expect(drawn(same)).toBe('T\n • It is shut.\n      Ida Holm\n');
});

test('a row of a table is a point with its facts, the empty ones left out', () => {
  const table: Block = {
    kind: 'table',
    caption: 'Who says what',
    columns: ['Source', 'Says', 'Through'],
    rows: [
      ['Ida Holm', 'It is shut.', ''],
      ['officials', 'It opens.', 'Quay Gazette'],
    ],
  };
  expect(drawCard({ title: 'T', blocks: [table] }, { columns: 80, colour: false })).toBe(
    [
      'T',
      'Who says what',
      ' • Ida Holm',
      '      Says: It is shut.',
      ' • officials',
      '      Says: It opens.',
      '      Through: Quay Gazette',
      '',
    ].join('\n'),
  );
});

test('a button shows where it leads', () => {
  const buttons: Block = {
    kind: 'buttons',
    buttons: [
      { label: 'Open article', open: 'https://example.org/a' },
      { label: 'Show passages', press: { action: 'passages', briefing: 'slug', source: null } },
    ],
  };
  expect(drawCard({ title: 'T', blocks: [buttons] }, { columns: 80, colour: false })).toBe(
    'T\n › Open article: https://example.org/a\n › Show passages\n',
  );
});

test('signs that are two columns wide keep to the width', () => {
  const wide = '橋は月曜日に閉鎖された'.repeat(20);
  const drawn = drawCard({ title: wide, blocks: [{ kind: 'text', text: wide }] }, { columns: 40, colour: false });
  for (const line of drawn.split('\n')) expect(line.length * 2).toBeLessThanOrEqual(40);
  expect(drawn.replaceAll(/\s/g, '')).toBe(wide + wide);
});

test('no card of any text moves the terminal, and every card ends with its line', () => {
  fc.assert(
    fc.property(arbitraryCard, fc.integer({ min: 1, max: 200 }), (card, columns) => {
      const drawn = drawCard(card, { columns, colour: false });
      expect(drawn).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
      expect(drawn.endsWith('\n')).toBe(true);
    }),
  );
});

test('every text of a card is there, whole and in order', () => {
  fc.assert(
    fc.property(arbitraryCard, fc.integer({ min: 30, max: 200 }), (card, columns) => {
      const drawn = lettersOf(drawCard(card, { columns, colour: false }));
      let from = 0;
      for (const text of shownTextsOf(card)) {
        // What wraps the lines composes signs (Unicode's NFC).
        const letters = lettersOf(text.normalize());
        const at = drawn.indexOf(letters, from);
        expect(at, text).toBeGreaterThanOrEqual(0);
        from = at + letters.length;
      }
    }),
  );
});

/** What a terminal leaves out: the name of a table's first column, names of columns beside an empty cell, and a passage that is the point. */
function shownTextsOf(card: Card): string[] {
  return [
    card.title,
    ...card.blocks.flatMap((block): string[] => {
      if (block.kind === 'point' && block.passage !== null && plainText(block.passage) === plainText(block.text))
        return [block.text, block.credit ?? ''];
      if (block.kind !== 'table') return textsOf({ title: '', blocks: [block] });
      const facts = ([head = '', ...cells]: readonly string[]) => [
        head,
        ...cells.flatMap((cell, at) => (cell === '' ? [] : [block.columns[at + 1] ?? '', cell])),
      ];
      return [block.caption, ...block.rows.flatMap(facts)];
    }),
  ];
}

test('an article cannot speak to the terminal', () => {
  const ESC = String.fromCodePoint(0x1b);
  const drawn = drawCard(
    { title: `a${ESC}[31mb`, blocks: [{ kind: 'text', text: `c\rd${ESC}]52;c;AAAA` }] },
    { columns: 80, colour: false },
  );
  expect(drawn).not.toContain(ESC);
  expect(drawn).not.toContain('\r');
});

test('an address stays in one line, to be copied; other long words are broken', () => {
  const address = `https://discord.com/oauth2/authorize?client_id=${'1'.repeat(90)}`;
  const point = (text: string, credit: string) => ({ kind: 'point', text, credit, passage: null }) as const;
  const drawn = drawCard(
    { title: 'x', blocks: [point('y', `Invite it with ${address}`), point('z'.repeat(200), 'w')] },
    { columns: 80, colour: false },
  );
  expect(drawn).toContain(`\n      ${address}\n`);
  for (const line of drawn.split('\n').filter((one) => !one.includes(address))) expect(line.length).toBeLessThan(81);
});

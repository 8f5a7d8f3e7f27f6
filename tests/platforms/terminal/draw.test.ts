import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Card } from '#core/card.ts';
import { drawCard } from '#platforms/terminal/draw.ts';

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

test('an article cannot speak to the terminal', () => {
  const ESC = String.fromCodePoint(0x1b);
  const drawn = drawCard(
    { title: `a${ESC}[31mb`, blocks: [{ kind: 'text', text: `c\rd${ESC}]52;c;AAAA` }] },
    { columns: 80, colour: false },
  );
  expect(drawn).not.toContain(ESC);
  expect(drawn).not.toContain('\r');
});

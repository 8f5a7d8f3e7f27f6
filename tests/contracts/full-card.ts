import type { Card } from '#core/card.ts';

/** 22 characters, as a briefing's address word has. */
export const SLUG = 'abcdefghijklmnopqrstuv';

/** A card with every kind of block. No text of it stands in another, so that each can be counted. */
export const FULL_CARD: Card = {
  title: 'Bridge closed on Monday',
  blocks: [
    { kind: 'note', text: 'Quay Gazette · 2 min read' },
    { kind: 'text', text: 'An ordinary paragraph.' },
    { kind: 'heading', text: 'Accounts differ: date', detail: 'two sides' },
    {
      kind: 'point',
      text: 'It opens on Friday.',
      credit: 'officials (unnamed)',
      passage: 'Officials said it would open.',
    },
    { kind: 'passage', text: 'We looked twice.', credit: 'Ida Holm, harbour master' },
    {
      kind: 'table',
      caption: 'Who says what',
      columns: ['Source', 'Wording'],
      rows: [
        ['Pavel Duarte', 'cracked'],
        ['Mira Lund', 'shut'],
      ],
    },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Who cites whom', press: { action: 'cited', briefing: SLUG, source: null } },
        { label: 'Open article', open: 'https://example.org/story' },
      ],
    },
  ],
};

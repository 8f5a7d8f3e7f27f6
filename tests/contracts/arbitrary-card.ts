import fc from 'fast-check';
import type { Block, Button, Card } from '#core/card.ts';

/** What an article, a feed or a person may bring: markup of every platform, mentions, controls, directions, long words, all scripts. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</p><h1>not a part</h1>',
  '"><a href="javascript:alert(1)">x</a>',
  '@everyone @here <@U123> <!channel> <#C1> <@&5>',
  '*bold* _it_ ~no~ `code` ```block``` > quote # head - list || spoiler ||',
  '[label](https://evil.example/) <https://evil.example|label> https://evil.example/',
  '&amp; &lt; &#60; &quot;',
  '\u202egnirts desrever\u202c \u2066isolated\u2069 \u200f',
  '\u001b[31mred\u001b[0m \u0007 \b\b\b \r over',
  'zero\u200bwidth\u2060joiner\ufeff',
  'Pneumono'.repeat(600),
  '日本語の文章で、句読点もあります。',
  'نص عربي مع أرقام 123 وعلامات؟',
  '👩‍👩‍👧‍👦 🏳️‍🌈 é e\u0301 \ud83d\ude00',
  ':smile: <:custom:123> {{template}} %s',
  '',
  ' \t\n\u200b ',
] as const;

const words = fc.oneof(
  // Half a sign, as a text that was cut in the wrong place ends with.
  fc.constantFrom(...HOSTILE, 'cut \ud83d'),
  fc.lorem({ maxCount: 12 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
);
const maybe = fc.option(words, { nil: null });

const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record({ label: words, open: fc.webUrl() }),
  fc.record({
    label: words,
    press: fc.record({
      action: fc.constantFrom('cited' as const, 'passages' as const),
      briefing: fc.constant('abcdefghijklmnopqrstuv'),
      source: fc.constantFrom(null, 's1', 's24'),
    }),
  }),
);

const table: fc.Arbitrary<Block> = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.record({
    kind: fc.constant('table' as const),
    caption: words,
    columns: fc.array(words, { minLength: width, maxLength: width }),
    rows: fc.array(fc.array(words, { minLength: width, maxLength: width }), { maxLength: 4 }),
  }),
);

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('note' as const), text: words }),
  fc.record({ kind: fc.constant('text' as const), text: words }),
  fc.record({ kind: fc.constant('heading' as const), text: words, detail: maybe }),
  fc.record({ kind: fc.constant('point' as const), text: words, credit: maybe, passage: maybe }),
  fc.record({ kind: fc.constant('passage' as const), text: words, credit: maybe }),
  fc.record({
    kind: fc.constant('story' as const),
    number: fc.constantFrom(null, 1, 12),
    title: words,
    url: fc.option(fc.webUrl(), { nil: null }),
    text: maybe,
    lines: fc.array(
      fc.array(fc.record({ text: words, url: fc.option(fc.webUrl(), { nil: null }) }), { maxLength: 3 }),
      {
        maxLength: 3,
      },
    ),
  }),
  table,
  fc.record({
    kind: fc.constant('choices' as const),
    prompt: words,
    choices: fc.array(
      fc.record({
        label: words,
        detail: maybe,
        press: fc.record({
          action: fc.constant('cited' as const),
          briefing: fc.constant('abcdefghijklmnopqrstuv'),
          source: fc.constantFrom('s1', 's24'),
        }),
      }),
      { minLength: 1, maxLength: 25 },
    ),
  }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { minLength: 1, maxLength: 3 }) }),
);

/** Any card that the bot could ever want shown. */
export const arbitraryCard: fc.Arbitrary<Card> = fc.record({
  title: words,
  blocks: fc.array(block, { maxLength: 10 }),
});

/** Every text of a card, in the order in which a reader meets them. */
export function textsOf(card: Card): string[] {
  return [card.title, ...card.blocks.flatMap(textsOfBlock)].filter((text) => text !== '');
}

function textsOfBlock(one: Block): string[] {
  switch (one.kind) {
    case 'note':
    case 'text':
      return [one.text];
    case 'heading':
      return [one.text, one.detail ?? ''];
    case 'point':
      // A passage that says what its point says may be left out.
      return [one.text, one.credit ?? '', one.passage === one.text ? '' : (one.passage ?? '')];
    case 'passage':
      return [one.text, one.credit ?? ''];
    case 'story':
      return [one.title, one.text ?? '', ...one.lines.map((line) => line.map(({ text }) => text).join(''))];
    case 'table':
      return [one.caption, ...one.columns, ...one.rows.flat()];
    case 'buttons':
      return one.buttons.map(({ label }) => label);
    case 'choices':
      // A closed select shows its prompt; what it offers is seen when it is opened.
      return [one.prompt];
    default:
      return one satisfies never;
  }
}

/** Letters and digits alone: what is left of a text whatever a platform strips, wraps or escapes. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

import { expect, test } from 'vitest';
import { asRichText, asSlackText } from './as-slack-text.ts';

test.each([
  ['a & b < c > d', 'a &amp; b &lt; c &gt; d'],
  ['a &amp; b &lt; c', 'a &amp; b &lt; c'],
  ['&nbsp;', '&amp;nbsp;'],
  ['<b>bold</b>', '&lt;b&gt;bold&lt;/b&gt;'],
  [
    '<@U123> and <#C123|news> and <!here> and <!subteam^S1|all>',
    '<@U123> and <#C123|news> and <!here> and <!subteam^S1|all>',
  ],
  ['see https://a.example/b?c=1&d=2.', 'see <https://a.example/b?c=1&amp;d=2>.'],
  ['(https://a.example/b)', '(<https://a.example/b>)'],
  ['<https://a.example|here> <https://a.example>', '<https://a.example|here> <https://a.example>'],
  ['"quotes" \'stay\' `as` *they* are', '"quotes" \'stay\' `as` *they* are'],
])('%s is kept as %s', (said, kept) => {
  expect(asSlackText(said)).toBe(kept);
  expect(asSlackText(asSlackText(said))).toBe(kept);
});

test('without links, bare addresses stay bare', () => {
  expect(asSlackText('see https://a.example/?b=1&c=2 <now>', false)).toBe(
    'see https://a.example/?b=1&amp;c=2 &lt;now&gt;',
  );
});

test('what people write comes with a rich_text block of the same words', () => {
  expect(asRichText('hi <@U1>, see <https://a.example/?b=1&amp;c=2> &amp; more', 'b').elements).toEqual([
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: 'hi ' },
        { type: 'user', user_id: 'U1' },
        { type: 'text', text: ', see ' },
        { type: 'link', url: 'https://a.example/?b=1&c=2' },
        { type: 'text', text: ' & more' },
      ],
    },
  ]);
});

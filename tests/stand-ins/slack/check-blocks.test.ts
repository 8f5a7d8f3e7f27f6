import { expect, test } from 'vitest';
import {
  accessory,
  actions,
  button,
  image,
  many,
  mrkdwn,
  of,
  option,
  plain,
  rich,
  richSection,
  section,
  select,
  table,
} from './a-block.ts';
import { checkBlocks, countCharacters } from './check-blocks.ts';

const GOOD: readonly (readonly [string, readonly object[]])[] = [
  ['a section as long as it may be', [section(of(3000))]],
  ['ten fields as long as they may be', [{ type: 'section', fields: many(10, mrkdwn(of(2000))) }]],
  ['a header as long as it may be', [{ type: 'header', text: { ...plain(of(150)), emoji: true } }]],
  ['ten elements of a context', [{ type: 'context', elements: [...many(9, mrkdwn('a')), image()] }]],
  [
    'a button with everything',
    [
      actions(
        button({ value: of(2000), url: `https://a.example/${of(2970)}`, style: 'danger', accessibility_label: of(75) }),
      ),
    ],
  ],
  [
    'a button that asks back',
    [
      actions(
        button({
          confirm: { title: plain('Sure?'), text: mrkdwn('*Sure?*'), confirm: plain('Yes'), deny: plain('No') },
        }),
      ),
    ],
  ],
  ['twenty-five buttons', [actions(...Array.from({ length: 25 }, (_, index) => button({ action_id: `go-${index}` })))]],
  ['the same action in two blocks', [actions(button()), actions(button())]],
  [
    'a select with a hundred options',
    [actions(select({ placeholder: plain(of(150)), options: many(100, option(of(75), of(150))) }))],
  ],
  [
    'a select with groups',
    [actions(select({ options: undefined, option_groups: [{ label: plain('Some'), options: [option()] }] }))],
  ],
  [
    'a menu beside a section',
    [accessory({ type: 'overflow', action_id: 'more', options: [{ ...option(), url: 'https://a.example' }] })],
  ],
  ['a picture', [image({ title: plain('A'), alt_text: of(2000) })]],
  [
    'a table as big as it may be',
    [{ ...table(100, 20), column_settings: [{ align: 'right', is_wrapped: true }, null] }],
  ],
  [
    'markdown as long as it may be',
    [
      { type: 'markdown', text: of(6000) },
      { type: 'markdown', text: of(6000) },
    ],
  ],
  ['a divider with a name', [{ type: 'divider', block_id: of(255) }]],
  [
    'an input',
    [
      {
        type: 'input',
        label: plain('Address'),
        element: { type: 'plain_text_input', action_id: 'a', multiline: true },
      },
    ],
  ],
  [
    'a verdict',
    [
      {
        type: 'context_actions',
        elements: [
          {
            type: 'feedback_buttons',
            action_id: 'f',
            positive_button: { text: plain('Good'), value: 'up' },
            negative_button: { text: plain('Bad'), value: 'down' },
          },
        ],
      },
    ],
  ],
  [
    'rich text of all kinds',
    [
      rich(
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'a', style: { bold: true, italic: true } },
            { type: 'link', url: 'https://a.example', text: 'b' },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'ordered',
          indent: 8,
          border: 1,
          elements: [{ type: 'rich_text_section', elements: [{ type: 'emoji', name: 'wave' }] }],
        },
        {
          type: 'rich_text_quote',
          elements: [
            { type: 'user', user_id: 'U1' },
            { type: 'channel', channel_id: 'C1' },
          ],
        },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'code' }] },
        { type: 'rich_text_section', elements: [{ type: 'broadcast', range: 'here' }] },
      ),
    ],
  ],
  ['fifty blocks', many(50, { type: 'divider' })],
  ['no blocks', []],
];

test.each(GOOD)('%s is taken', (_, blocks) => {
  expect(checkBlocks(blocks, 'message')).toEqual([]);
});

test('takes a hundred blocks in views, and no markdown or tables there', () => {
  expect(checkBlocks(many(100, { type: 'divider' }), 'modal')).toEqual([]);
  expect(checkBlocks(many(101, { type: 'divider' }), 'home')).toHaveLength(1);
  expect(checkBlocks([{ type: 'markdown', text: 'a' }], 'modal')).toHaveLength(1);
  expect(checkBlocks([table(1, 1)], 'home')).toHaveLength(1);
});

test('counts what people read, wherever it stands', () => {
  expect(countCharacters([section('12345'), actions(button({ value: of(50) })), table(1, 3)])).toBe(5 + 2 + 3);
  expect(countCharacters([richSection({ type: 'link', url: 'https://a.example' }, { type: 'text', text: 'ab' })])).toBe(
    19,
  );
});

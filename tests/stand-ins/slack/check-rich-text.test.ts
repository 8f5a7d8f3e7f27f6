import { expect, test } from 'vitest';
import { image, many, mrkdwn, of, plain, rich, richSection, table } from './a-block.ts';
import { checkBlocks } from './check-blocks.ts';

test.each<readonly [string, unknown, string]>([
  [
    'a picture without words',
    [{ type: 'image', image_url: 'https://a.example/b.png' }],
    'missing required field: alt_text [json-pointer:/blocks/0]',
  ],
  [
    'a picture from nowhere',
    [{ type: 'image', alt_text: 'a' }],
    'must provide image_url or slack_file [json-pointer:/blocks/0]',
  ],
  [
    'a picture described too long',
    [image({ alt_text: of(2001) })],
    'must be less than 2001 characters [json-pointer:/blocks/0/alt_text]',
  ],
  [
    'markdown too long',
    [{ type: 'markdown', text: of(12_001) }],
    'must be less than 12001 characters [json-pointer:/blocks/0/text]',
  ],
  [
    'markdown too long in sum',
    many(2, { type: 'markdown', text: of(7000) }),
    'markdown blocks must be less than 12001 characters in total [json-pointer:/blocks]',
  ],
  [
    'markdown as an object',
    [{ type: 'markdown', text: plain('a') }],
    'must provide a string [json-pointer:/blocks/0/text]',
  ],
  ['a table too long', [table(101, 1)], 'no more than 100 items allowed [json-pointer:/blocks/0/rows]'],
  ['a table too wide', [table(1, 21)], 'no more than 20 items allowed [json-pointer:/blocks/0/rows/0]'],
  ['two tables', [table(1, 1), table(1, 1)], 'only_one_table_allowed [json-pointer:/blocks]'],
  [
    'a cell of mrkdwn',
    [{ type: 'table', rows: [[mrkdwn('a')]] }],
    'unsupported type: mrkdwn [json-pointer:/blocks/0/rows/0/0/type]',
  ],
  [
    'an empty cell',
    [{ type: 'table', rows: [[{ type: 'raw_text', text: '' }]] }],
    'must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]',
  ],
  ['rich text without parts', [rich()], 'no less than 1 items allowed [json-pointer:/blocks/0/elements]'],
  [
    'rich text with mrkdwn in it',
    [richSection(mrkdwn('a'))],
    'unsupported type: mrkdwn [json-pointer:/blocks/0/elements/0/elements/0/type]',
  ],
  [
    'rich text straight in the block',
    [rich({ type: 'text', text: 'a' })],
    'unsupported type: text [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'a style that is not there',
    [richSection({ type: 'text', text: 'a', style: { blink: true } })],
    'invalid additional property: blink [json-pointer:/blocks/0/elements/0/elements/0/style]',
  ],
  [
    'a link to no web address',
    [richSection({ type: 'link', url: 'a.example' })],
    'must be a valid URL [json-pointer:/blocks/0/elements/0/elements/0/url]',
  ],
  [
    'a list in a list',
    [
      rich({
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ type: 'rich_text_list', style: 'bullet', elements: [] }],
      }),
    ],
    'unsupported type: rich_text_list [json-pointer:/blocks/0/elements/0/elements/0/type]',
  ],
  [
    'a mention in preformatted text',
    [rich({ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] })],
    'unsupported type: user [json-pointer:/blocks/0/elements/0/elements/0/type]',
  ],
  [
    'a broadcast to nobody known',
    [richSection({ type: 'broadcast', range: 'all' })],
    'must be a valid enum value [json-pointer:/blocks/0/elements/0/elements/0/range]',
  ],
  [
    'a file',
    [{ type: 'file', external_id: 'a', source: 'remote' }],
    'unsupported type: file [json-pointer:/blocks/0/type]',
  ],
])('%s is refused', (_, blocks, complaint) => {
  expect(checkBlocks(blocks, 'message')).toContain(complaint);
});

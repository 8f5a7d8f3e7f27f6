import { expect, test } from 'vitest';
import { accessory, actions, button, many, mrkdwn, of, option, plain, select } from './a-block.ts';
import { checkBlocks } from './check-blocks.ts';

test.each<readonly [string, unknown, string]>([
  [
    'a button label too long',
    [actions(button({ text: plain(of(76)) }))],
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  [
    'a button label in mrkdwn',
    [actions(button({ text: mrkdwn('a') }))],
    'must be a valid enum value [json-pointer:/blocks/0/elements/0/text/type]',
  ],
  [
    'a button value too long',
    [actions(button({ value: of(2001) }))],
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
  ],
  [
    'a button to no web address',
    [actions(button({ url: 'javascript:alert(1)' }))],
    'must be a valid URL [json-pointer:/blocks/0/elements/0/url]',
  ],
  [
    'a button address too long',
    [actions(button({ url: `https://a.example/${of(3000)}` }))],
    'must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]',
  ],
  [
    'a button in a colour that is not there',
    [actions(button({ style: 'green' }))],
    'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]',
  ],
  [
    'an action_id too long',
    [actions(button({ action_id: of(256) }))],
    'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
  ],
  [
    'the same action twice in a block',
    [actions(button(), button())],
    'action_id already exists: go [json-pointer:/blocks/0/elements/1/action_id]',
  ],
  [
    'a block_id too long',
    [{ type: 'divider', block_id: of(256) }],
    'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
  ],
  [
    'the same block_id twice',
    many(2, { type: 'divider', block_id: 'a' }),
    'block_id already exists: a [json-pointer:/blocks/1/block_id]',
  ],
  [
    'a select without options',
    [actions(select({ options: [] }))],
    'no less than 1 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'a select with neither options nor groups',
    [actions(select({ options: undefined }))],
    'must provide options or option_groups [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'a hundred and one options',
    [actions(select({ options: many(101, option()) }))],
    'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'an option label too long',
    [actions(select({ options: [option(of(76))] }))],
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
  ],
  [
    'an option value too long',
    [actions(select({ options: [option('a', of(151))] }))],
    'must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]',
  ],
  [
    'a placeholder too long',
    [actions(select({ placeholder: plain(of(151)) }))],
    'must be less than 151 characters [json-pointer:/blocks/0/elements/0/placeholder/text]',
  ],
  [
    'six entries in a menu',
    [accessory({ type: 'overflow', action_id: 'more', options: many(6, option()) })],
    'no more than 5 items allowed [json-pointer:/blocks/0/accessory/options]',
  ],
  [
    'a question too long',
    [actions(button({ confirm: { text: plain(of(301)) } }))],
    'must be less than 301 characters [json-pointer:/blocks/0/elements/0/confirm/text/text]',
  ],
])('%s is refused', (_, blocks, complaint) => {
  expect(checkBlocks(blocks, 'message')).toContain(complaint);
});

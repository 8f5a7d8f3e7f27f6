import { expect, test } from 'vitest';
import { accessory, actions, button, many, mrkdwn, of, plain, section } from './a-block.ts';
import { checkBlocks } from './check-blocks.ts';

test.each<readonly [string, unknown, string]>([
  ['no array', 'blocks', 'must provide an array [json-pointer:/blocks]'],
  ['no object', [7], 'must provide an object [json-pointer:/blocks/0]'],
  ['a block without a type', [{ text: 'a' }], 'missing required field: type [json-pointer:/blocks/0]'],
  ['an unknown block', [{ type: 'nope' }], 'unsupported type: nope [json-pointer:/blocks/0/type]'],
  [
    'a block named like something of JavaScript',
    [{ type: 'constructor' }],
    'unsupported type: constructor [json-pointer:/blocks/0/type]',
  ],
  [
    'an unknown key',
    [{ ...section('a'), colour: 'red' }],
    'invalid additional property: colour [json-pointer:/blocks/0]',
  ],
  ['fifty-one blocks', many(51, { type: 'divider' }), 'no more than 50 items allowed [json-pointer:/blocks]'],
  [
    'a section one character too long',
    [section(of(3001))],
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  ['an empty section', [section('')], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
  ['a section without a text', [{ type: 'section' }], 'must provide text or fields [json-pointer:/blocks/0]'],
  ['a bare string as text', [{ type: 'section', text: 'a' }], 'must provide an object [json-pointer:/blocks/0/text]'],
  [
    'a text of an unknown kind',
    [{ type: 'section', text: { type: 'markdown', text: 'a' } }],
    'unsupported type: markdown [json-pointer:/blocks/0/text/type]',
  ],
  [
    'verbatim in a plain text',
    [{ type: 'section', text: { ...plain('a'), verbatim: true } }],
    'invalid additional property: verbatim [json-pointer:/blocks/0/text]',
  ],
  [
    'a number as text',
    [{ type: 'section', text: { type: 'mrkdwn', text: 7 } }],
    'must provide a string [json-pointer:/blocks/0/text/text]',
  ],
  [
    'eleven fields',
    [{ type: 'section', fields: many(11, mrkdwn('a')) }],
    'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
  ],
  [
    'a field too long',
    [{ type: 'section', fields: [mrkdwn(of(2001))] }],
    'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
  ],
  [
    'a section with an input beside it',
    [accessory({ type: 'plain_text_input', action_id: 'a' })],
    'unsupported type: plain_text_input [json-pointer:/blocks/0/accessory/type]',
  ],
  [
    'a header too long',
    [{ type: 'header', text: plain(of(151)) }],
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'a header with mrkdwn',
    [{ type: 'header', text: mrkdwn('a') }],
    'must be a valid enum value [json-pointer:/blocks/0/text/type]',
  ],
  [
    'a context without elements',
    [{ type: 'context', elements: [] }],
    'no less than 1 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'eleven elements in a context',
    [{ type: 'context', elements: many(11, mrkdwn('a')) }],
    'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'a button in a context',
    [{ type: 'context', elements: [button()] }],
    'unsupported type: button [json-pointer:/blocks/0/elements/0/type]',
  ],
  ['actions without elements', [actions()], 'no less than 1 items allowed [json-pointer:/blocks/0/elements]'],
  [
    'twenty-six buttons',
    [actions(...many(26, button({ action_id: undefined })))],
    'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
  ],
])('%s is refused', (_, blocks, complaint) => {
  expect(checkBlocks(blocks, 'message')).toContain(complaint);
});

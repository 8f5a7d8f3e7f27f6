import { expect, test } from 'vitest';
import { checkView, isTooLarge } from './check-view.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const modal = (more: object = {}) => ({
  type: 'modal',
  title: plain('Sources'),
  blocks: [{ type: 'divider' }],
  ...more,
});
const of = (length: number): string => 'x'.repeat(length);
const input = { type: 'input', label: plain('a'), element: { type: 'plain_text_input', action_id: 'a' } };

test('a modal as big as it may be is taken, and a home', () => {
  const full = modal({
    title: plain(of(24)),
    submit: plain(of(24)),
    close: plain(of(24)),
    callback_id: of(255),
    private_metadata: of(3000),
    notify_on_close: true,
    blocks: [input],
  });
  expect(checkView(full, 'modal')).toEqual([]);
  expect(checkView({ type: 'home', blocks: [] }, 'home')).toEqual([]);
});

test.each([
  ['no object', 'modal', 'must provide an object [json-pointer:/view]'],
  ['a home', { type: 'home', blocks: [] }, 'unsupported type: home [json-pointer:/view/type]'],
  ['no title', modal({ title: undefined }), 'missing required field: title [json-pointer:/view]'],
  ['no blocks', modal({ blocks: undefined }), 'missing required field: blocks [json-pointer:/view]'],
  [
    'a title too long',
    modal({ title: plain(of(25)) }),
    'must be less than 25 characters [json-pointer:/view/title/text]',
  ],
  [
    'a title in mrkdwn',
    modal({ title: { type: 'mrkdwn', text: 'a' } }),
    'must be a valid enum value [json-pointer:/view/title/type]',
  ],
  [
    'a submit too long',
    modal({ submit: plain(of(25)) }),
    'must be less than 25 characters [json-pointer:/view/submit/text]',
  ],
  [
    'a close too long',
    modal({ close: plain(of(25)) }),
    'must be less than 25 characters [json-pointer:/view/close/text]',
  ],
  [
    'a callback_id too long',
    modal({ callback_id: of(256) }),
    'must be less than 256 characters [json-pointer:/view/callback_id]',
  ],
  [
    'metadata too long',
    modal({ private_metadata: of(3001) }),
    'must be less than 3001 characters [json-pointer:/view/private_metadata]',
  ],
  ['a key that is not there', modal({ text: 'a' }), 'invalid additional property: text [json-pointer:/view]'],
  [
    'a broken block',
    modal({ blocks: [{ type: 'nope' }] }),
    'unsupported type: nope [json-pointer:/view/blocks/0/type]',
  ],
  ['an input that cannot be sent', modal({ blocks: [input] }), 'missing required field: submit [json-pointer:/view]'],
])('a modal with %s is refused', (_, view, complaint) => {
  expect(checkView(view, 'modal')).toContain(complaint);
});

test('views.publish takes a home and nothing else', () => {
  expect(checkView(modal(), 'home')).toEqual(['unsupported type: modal [json-pointer:/view/type]']);
  expect(checkView({ type: 'home', title: plain('a'), blocks: [] }, 'home')).toContain(
    'invalid additional property: title [json-pointer:/view]',
  );
});

test('a view of more than 250 kB is too large', () => {
  expect(isTooLarge(modal({ private_metadata: of(249_000) }))).toBe(false);
  expect(isTooLarge(modal({ private_metadata: of(250_000) }))).toBe(true);
});

/** Proves that components which Discord refuses are refused, where and how it says. */
import { afterAll, describe, expect, test } from 'vitest';
import { callDiscord, complaintsIn } from './call-discord.ts';
import { createDiscord } from './create-discord.ts';
import type { Json } from './json.ts';
import {
  BUTTON_SECTION,
  button,
  container,
  link,
  many,
  option,
  row,
  section,
  select,
  text,
  v2,
} from './sample-components.ts';

const stand = await createDiscord({ limits: 'off' });
afterAll(() => stand.close());

function post(body: unknown) {
  return callDiscord(stand, 'POST', `/channels/${stand.channel}/messages`, body);
}

const COMPONENTS: readonly (readonly [string, readonly Json[], string])[] = [
  ['6 rows', many(6, (at) => row(button({ custom_id: `b${at}` }))), 'components BASE_TYPE_BAD_LENGTH'],
  [
    '6 buttons in a row',
    [row(...many(6, (at) => button({ custom_id: `b${at}` })))],
    'components.0.components BASE_TYPE_BAD_LENGTH',
  ],
  ['an empty row', [row()], 'components.0.components BASE_TYPE_BAD_LENGTH'],
  ['a button outside a row', [button()], 'components.0.type UNION_TYPE_CHOICES'],
  ['a text display without the V2 flag', [text('x')], 'components.0.type UNION_TYPE_CHOICES'],
  ['a text display in a row', [row(text('x'))], 'components.0.components.0.type UNION_TYPE_CHOICES'],
  ['a select beside a button', [row(select(), button())], 'components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  [
    'two selects in a row',
    [row(select(), select({ custom_id: 'b' }))],
    'components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  ['a label of 81', [row(button({ label: 'x'.repeat(81) }))], 'components.0.components.0.label BASE_TYPE_MAX_LENGTH'],
  ['a button without words', [row(button({ label: undefined }))], 'components.0.components.0.label BASE_TYPE_REQUIRED'],
  [
    'a custom id of 101',
    [row(button({ custom_id: 'x'.repeat(101) }))],
    'components.0.components.0.custom_id BASE_TYPE_MAX_LENGTH',
  ],
  ['an empty custom id', [row(button({ custom_id: '' }))], 'components.0.components.0.custom_id BASE_TYPE_MIN_LENGTH'],
  ['no custom id', [row(button({ custom_id: undefined }))], 'components.0.components.0.custom_id BASE_TYPE_REQUIRED'],
  [
    'one custom id twice',
    [row(button()), row(button())],
    'components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  ['a style that there is not', [row(button({ style: 7 }))], 'components.0.components.0.style BASE_TYPE_CHOICES'],
  [
    'a button with a url',
    [row(button({ url: 'https://a.example' }))],
    'components.0.components.0.url BUTTON_COMPONENT_URL_NOT_ALLOWED',
  ],
  [
    'a link without a url',
    [row({ type: 2, style: 5, label: 'x' })],
    'components.0.components.0.url BASE_TYPE_REQUIRED',
  ],
  [
    'a link with a custom id',
    [row({ ...link('https://a.example'), custom_id: 'x' })],
    'components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE',
  ],
  [
    'a link of 513',
    [row(link(`https://a.example/${'x'.repeat(495)}`))],
    'components.0.components.0.url BASE_TYPE_MAX_LENGTH',
  ],
  ['a link to a file', [row(link('file:///etc/passwd'))], 'components.0.components.0.url URL_TYPE_INVALID_SCHEME'],
  ['no options', [row(select({ options: [] }))], 'components.0.components.0.options BASE_TYPE_BAD_LENGTH'],
  [
    '26 options',
    [row(select({ options: many(26, (at) => option(`o${at}`)) }))],
    'components.0.components.0.options BASE_TYPE_BAD_LENGTH',
  ],
  [
    'one option value twice',
    [row(select({ options: [option('a'), option('a')] }))],
    'components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'an option label of 101',
    [row(select({ options: [option('a', { label: 'x'.repeat(101) })] }))],
    'components.0.components.0.options.0.label BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an option value of 101',
    [row(select({ options: [option('x'.repeat(101), { label: 'a' })] }))],
    'components.0.components.0.options.0.value BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an option description of 101',
    [row(select({ options: [option('a', { description: 'x'.repeat(101) })] }))],
    'components.0.components.0.options.0.description BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a placeholder of 151',
    [row(select({ placeholder: 'x'.repeat(151) }))],
    'components.0.components.0.placeholder BASE_TYPE_MAX_LENGTH',
  ],
  [
    'more choices than options',
    [row(select({ max_values: 2 }))],
    'components.0.components.0.max_values SELECT_COMPONENT_MAX_VALUES',
  ],
  [
    'a typo deep inside',
    [row(select({ options: [option('a', { descripton: 'x' })] }))],
    'components.0.components.0.options.0.descripton UNKNOWN_FIELD',
  ],
  ['an id beyond int32', [row(button({ id: 2 ** 31 }))], 'components.0.components.0.id NUMBER_TYPE_MAX'],
];

const COMPONENTS_V2: readonly (readonly [string, Json, string])[] = [
  [
    'content beside them',
    { ...v2(text('x')), content: 'x' },
    'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'embeds beside them',
    { ...v2(text('x')), embeds: [{ title: 'x' }] },
    'embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'stickers beside them',
    { ...v2(text('x')), sticker_ids: ['1'] },
    'sticker_ids MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  ['41 at the top', v2(...many(41, () => text('x'))), 'components BASE_TYPE_BAD_LENGTH'],
  [
    '41 counted inside',
    v2(container(...many(13, (at) => section(button({ custom_id: `b${at}` }), text('x')))), text('x')),
    'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  ['4001 characters of text', v2(text('x'.repeat(4001))), 'components.0.content BASE_TYPE_MAX_LENGTH'],
  [
    '4001 characters over two texts',
    v2(container(text('x'.repeat(2000))), text('x'.repeat(2001))),
    'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  ['an empty text', v2(text('')), 'components.0.content BASE_TYPE_MIN_LENGTH'],
  ['a text of spaces', v2(text('  ')), 'components.0.content BASE_TYPE_REQUIRED'],
  ['one id twice', v2(text('x', { id: 4 }), text('y', { id: 4 })), 'components.1.id COMPONENT_ID_DUPLICATED'],
  ['an id that is no whole number', v2(text('x', { id: 1.5 })), 'components.0.id BASE_TYPE_CONSTRAINTS'],
  ['a section without an accessory', v2(section(undefined, text('x'))), 'components.0.accessory BASE_TYPE_REQUIRED'],
  ['a section without text', v2(section(button())), 'components.0.components BASE_TYPE_BAD_LENGTH'],
  [
    'a section of four texts',
    v2(section(button(), ...many(4, () => text('x')))),
    'components.0.components BASE_TYPE_BAD_LENGTH',
  ],
  ['a section in a section', v2(section(button(), BUTTON_SECTION)), 'components.0.components.0.type BASE_TYPE_CHOICES'],
  [
    'a container in a container',
    v2(container(container(text('x')))),
    'components.0.components.0.type UNION_TYPE_CHOICES',
  ],
  ['an empty container', v2(container()), 'components.0.components BASE_TYPE_BAD_LENGTH'],
  ['a button outside a row', v2(button()), 'components.0.type UNION_TYPE_CHOICES'],
  ['a separator of another size', v2(text('x'), { type: 14, spacing: 3 }), 'components.1.spacing BASE_TYPE_CHOICES'],
  [
    'a thumbnail without a url',
    v2(section({ type: 11, media: {} }, text('x'))),
    'components.0.accessory.media.url BASE_TYPE_REQUIRED',
  ],
  [
    'a picture by another scheme',
    v2({ type: 12, items: [{ media: { url: 'ftp://a.example/b.png' } }] }),
    'components.0.items.0.media.url URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a picture that was not attached',
    v2({ type: 12, items: [{ media: { url: 'attachment://b.png' } }] }),
    'components.0.items.0.media UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  ],
  ['an unknown kind', v2({ type: 99 }), 'components.0.type UNION_TYPE_CHOICES'],
  ['a typo in a text', v2(container(text('x', { contents: 'y' }))), 'components.0.components.0.contents UNKNOWN_FIELD'],
];

const BROKEN = [
  ...COMPONENTS.map(([what, components, complaint]) => [what, { content: 'x', components }, complaint] as const),
  ...COMPONENTS_V2.map(([what, body, complaint]) => [`Components V2: ${what}`, body, complaint] as const),
];

test.each(BROKEN)('%s is an invalid form body', async (_, body, complaint) => {
  const { status, body: answer } = await post(body);
  expect({ status, code: answer.code, complaints: complaintsIn(answer) }).toEqual({
    status: 400,
    code: 50035,
    complaints: expect.arrayContaining([complaint]),
  });
  expect(stand.messages(stand.channel)).toEqual([]);
});

describe('the byte limit that nobody documents', () => {
  test("3390 Japanese characters in one text are the server's own error", async () => {
    expect(await post(v2(text('語'.repeat(3390))))).toMatchObject({ status: 500 });
    expect(await post(v2(text('語'.repeat(3386))))).toMatchObject({ status: 200 });
  });
});

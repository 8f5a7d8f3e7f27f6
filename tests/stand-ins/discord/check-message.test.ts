/** Proves that bodies of messages which Discord refuses are refused, where and how it says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  V2,
  v2,
} from './sample-components.ts';
import type { DiscordStandIn } from './stand-in.ts';

const stand = await createDiscord({ limits: 'off' });
afterAll(() => stand.close());

function post(body: unknown) {
  return callDiscord(stand, 'POST', `/channels/${stand.channel}/messages`, body);
}

const TEXT: readonly (readonly [string, Json, string])[] = [
  ['2001 characters', { content: 'x'.repeat(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
  ['2001 pictures', { content: '🗞'.repeat(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
  ['a typo in a key', { content: 'x', embed: [] }, 'embed UNKNOWN_FIELD'],
  ['content that is a number', { content: 5 }, 'content BASE_TYPE_CONSTRAINTS'],
  ['a nonce of 26', { content: 'x', nonce: 'n'.repeat(26) }, 'nonce BASE_TYPE_MAX_LENGTH'],
  ['the ephemeral flag outside an interaction', { content: 'x', flags: 64 }, 'flags MESSAGE_FLAGS_INVALID'],
  [
    'a reply to a message that is not there',
    { content: 'x', message_reference: { message_id: '5' } },
    'message_reference REPLIES_UNKNOWN_MESSAGE',
  ],
];

const MENTIONS: readonly (readonly [string, Json, string])[] = [
  ['a kind of mention that there is not', { parse: ['people'] }, 'allowed_mentions.parse.0 BASE_TYPE_CHOICES'],
  [
    'all users and named users',
    { parse: ['users'], users: ['1'] },
    'allowed_mentions.parse MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  ['101 users', { users: many(101, String) }, 'allowed_mentions.users BASE_TYPE_BAD_LENGTH'],
  ['the same user twice', { users: ['1', '1'] }, 'allowed_mentions.users SET_TYPE_ALREADY_CONTAINS_VALUE'],
  ['a key of discord.js', { repliedUser: false }, 'allowed_mentions.repliedUser UNKNOWN_FIELD'],
];

const EMBEDS: readonly (readonly [string, readonly Json[], string])[] = [
  ['11 embeds', many(11, () => ({ title: 'x' })), 'embeds BASE_TYPE_BAD_LENGTH'],
  ['a title of 257', [{ title: 'x'.repeat(257) }], 'embeds.0.title BASE_TYPE_MAX_LENGTH'],
  ['a description of 4097', [{ description: 'x'.repeat(4097) }], 'embeds.0.description BASE_TYPE_MAX_LENGTH'],
  ['26 fields', [{ fields: many(26, () => ({ name: 'a', value: 'b' })) }], 'embeds.0.fields BASE_TYPE_BAD_LENGTH'],
  [
    'a field name of 257',
    [{ fields: [{ name: 'x'.repeat(257), value: 'b' }] }],
    'embeds.0.fields.0.name BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a field value of 1025',
    [{ fields: [{ name: 'a', value: 'x'.repeat(1025) }] }],
    'embeds.0.fields.0.value BASE_TYPE_MAX_LENGTH',
  ],
  ['a field without a value', [{ fields: [{ name: 'a', value: '' }] }], 'embeds.0.fields.0.value BASE_TYPE_REQUIRED'],
  [
    'a footer of 2049',
    [{ title: 'x', footer: { text: 'x'.repeat(2049) } }],
    'embeds.0.footer.text BASE_TYPE_MAX_LENGTH',
  ],
  ['an author of 257', [{ author: { name: 'x'.repeat(257) } }], 'embeds.0.author.name BASE_TYPE_MAX_LENGTH'],
  [
    '6001 characters over two embeds',
    [{ description: 'x'.repeat(3000) }, { description: 'x'.repeat(3001) }],
    'embeds MAX_EMBED_SIZE_EXCEEDED',
  ],
  ['an embed that shows nothing', [{ color: 5 }], 'embeds.0.description BASE_TYPE_REQUIRED'],
  ['a url that is none', [{ title: 'x', url: 'nowhere' }], 'embeds.0.url URL_TYPE_INVALID_URL'],
  [
    'a url of a scheme of its own',
    [{ title: 'x', url: 'javascript:alert(1)' }],
    'embeds.0.url URL_TYPE_INVALID_SCHEME',
  ],
  ['a colour beyond white', [{ title: 'x', color: 0x1000000 }], 'embeds.0.color NUMBER_TYPE_MAX'],
  ['a typo', [{ titel: 'x' }], 'embeds.0.titel UNKNOWN_FIELD'],
];

const BROKEN = [
  ...TEXT,
  ...MENTIONS.map(([what, rules, complaint]) => [what, { content: 'x', allowed_mentions: rules }, complaint] as const),
  ...EMBEDS.map(([what, embeds, complaint]) => [what, { embeds }, complaint] as const),
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

test.each([
  ['nothing at all', {}],
  ['white space', { content: ' \n ' }],
  ['empty lists', { embeds: [], components: [] }],
  ['Components V2 without a component', { flags: V2, components: [] }],
])('a message of %s is empty', async (_, body) => {
  expect((await post(body)).body).toMatchObject({ code: 50006, message: 'Cannot send an empty message' });
});

describe('what stays within the limits', () => {
  let roomy: DiscordStandIn;
  beforeAll(async () => {
    roomy = await createDiscord({ limits: 'off' });
  });
  afterAll(() => roomy.close());

  test.each<readonly [string, Json]>([
    ['2000 characters', { content: 'x'.repeat(2000) }],
    ['2000 characters that are two UTF-16 units each', { content: '🗞'.repeat(2000) }],
    [
      'an embed with everything',
      {
        embeds: [
          {
            title: 'x'.repeat(256),
            description: 'x'.repeat(4096),
            url: 'https://a.example',
            color: 5,
            timestamp: '2026-01-01T00:00:00.000Z',
            footer: { text: 'x' },
            author: { name: 'x', url: 'https://a.example' },
            thumbnail: { url: 'https://a.example/b.png' },
            fields: [{ name: 'a', value: 'b', inline: true }],
          },
        ],
      },
    ],
    ['10 embeds of 600', { embeds: many(10, () => ({ description: 'x'.repeat(600) })) }],
    [
      'five rows of five buttons',
      { content: 'x', components: many(5, (line) => row(...many(5, (at) => button({ custom_id: `${line} ${at}` })))) },
    ],
    [
      'a link, and a select of 25',
      {
        content: 'x',
        components: [
          row(link('https://a.example')),
          row(select({ options: many(25, (at) => option(`o${at}`)), max_values: 25, placeholder: 'x' })),
        ],
      },
    ],
    [
      'the selects of users, roles and channels',
      { content: 'x', components: [5, 6, 7, 8].map((type) => row({ type, custom_id: `s${type}` })) },
    ],
    ['40 components', v2(...many(40, () => text('x')))],
    ['4000 characters in two texts', v2(text('x'.repeat(2000)), container(text('x'.repeat(2000))))],
    [
      'each kind of component',
      v2(
        container(
          text('a'),
          BUTTON_SECTION,
          { type: 14 },
          { type: 12, items: [{ media: { url: 'https://a.example/b.png' } }] },
        ),
        section({ type: 11, media: { url: 'https://a.example/b.png' } }, text('x')),
        row(link('https://a.example')),
      ),
    ],
    ["an id of one's own", v2(text('x', { id: 7 }), text('y'), text('z', { id: 1 }))],
    [
      'what discord.js sends of itself',
      { content: 'x', tts: false, enforce_nonce: false, allowed_mentions: { parse: [], replied_user: false } },
    ],
  ])('%s is taken, and comes back as the specification says', async (_, body) => {
    expect(await callDiscord(roomy, 'POST', `/channels/${roomy.channel}/messages`, body)).toMatchObject({
      status: 200,
    });
  });
});

describe('an edit', () => {
  async function posted(body: Json): Promise<(body: unknown) => ReturnType<typeof callDiscord>> {
    const made = await post(body);
    return (change) =>
      callDiscord(stand, 'PATCH', `/channels/${stand.channel}/messages/${String(made.body.id)}`, change);
  }

  test('cannot take the V2 flag away', async () => {
    const edit = await posted(v2(text('x')));
    expect(complaintsIn((await edit({ flags: 0, content: 'x' })).body)).toContain(
      'flags MESSAGE_FLAGS_CANNOT_REMOVE_COMPONENTS_V2',
    );
    expect(complaintsIn((await edit({ content: 'x' })).body)).toContain(
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    );
    expect((await edit({ flags: V2, components: [text('y')] })).status).toBe(200);
    expect((await edit({ components: [text('z')] })).body).toMatchObject({
      flags: V2,
      components: [{ type: 10, content: 'z' }],
    });
  });

  test('can make an old message a V2 one when its content goes in the same edit', async () => {
    const edit = await posted({ content: 'x' });
    expect(complaintsIn((await edit(v2(text('y')))).body)).toContain(
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    );
    expect((await edit({ ...v2(text('y')), content: null })).body).toMatchObject({ content: '', flags: V2 });
  });

  test('cannot empty a message, and leaves what it does not name', async () => {
    const edit = await posted({ content: 'x', embeds: [{ title: 'y' }] });
    expect((await edit({ content: null })).body).toMatchObject({ content: '', embeds: [{ title: 'y' }] });
    expect((await edit({ embeds: [] })).body).toMatchObject({ code: 50006 });
    expect((await edit({ content: 'z', embeds: null })).body).toMatchObject({ content: 'z', embeds: [] });
  });

  test('has the limits of a new message', async () => {
    const edit = await posted({ content: 'x' });
    expect(complaintsIn((await edit({ content: 'x'.repeat(2001) })).body)).toEqual(['content BASE_TYPE_MAX_LENGTH']);
    expect(complaintsIn((await edit({ contents: 'x' })).body)).toEqual(['contents UNKNOWN_FIELD']);
  });
});

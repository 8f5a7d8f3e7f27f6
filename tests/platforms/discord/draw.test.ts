import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Button, Card } from '#core/card.ts';
import { plainText } from '#core/plain-text.ts';
import { draw, measure } from '#platforms/discord/draw.ts';
import { fitCard } from '#platforms/discord/fit-card.ts';
import { messageBody } from '#platforms/discord/message-body.ts';
import { arbitraryCard, HOSTILE, lettersOf, textsOf } from '../../contracts/arbitrary-card.ts';
import { FULL_CARD, SLUG } from '../../contracts/full-card.ts';
import { checkMessage } from '../../stand-ins/discord/check-message.ts';
import { lookAt, readMarkdown } from './discord-eyes.ts';

const POST = 'abcdefghijklmnopqrstuv';
/** The longest hint there is: a bot's name has 32 characters at most. */
const HINT = `Mention @${'_'.repeat(32)} in the thread with your question.`;

/** Throws as Discord would refuse it. */
function accept(card: Card): void {
  checkMessage('create', { ...messageBody(card, { hint: HINT, post: POST }), nonce: POST, enforce_nonce: true });
}

const textsIn = (card: Card, hint: string | null = null) =>
  draw(card, { hint, post: null }).components.flatMap((one) => ('content' in one ? [one.content] : []));
const of = (...blocks: readonly Block[]): Card => ({ title: 'Title', blocks });
const text = (words: string): Block => ({ kind: 'text', text: words });
const press = (source: string | null = null) => ({ action: 'cited' as const, briefing: SLUG, source });

/** Every kind of block, its texts made one by one. */
const blocksOf = (make: () => string): readonly Block[] => [
  { kind: 'note', text: make() },
  { kind: 'text', text: make() },
  { kind: 'heading', text: make(), detail: make() },
  { kind: 'point', text: make(), credit: make(), passage: `${make()} ` },
  { kind: 'passage', text: make(), credit: make() },
  {
    kind: 'table',
    caption: make(),
    columns: [make(), make(), make(), make()],
    rows: [[make(), make(), make(), make()]],
  },
];

describe('a card', () => {
  test('is one container of text, set apart by lines, with what can be pressed below', () => {
    const { components, ...container } = draw(FULL_CARD, { hint: 'Ask a question in this thread.', post: null });
    expect(container).toEqual({ type: 17, accent_color: expect.any(Number) });
    expect(components).toEqual([
      {
        type: 10,
        content: '### Bridge closed on Monday\n-# Quay Gazette · 2 min read\nAn ordinary paragraph.',
      },
      { type: 14, divider: true },
      {
        type: 10,
        content: [
          '**Accounts differ: date** · two sides',
          '• It opens on Friday.',
          '-# officials (unnamed)',
          '> Officials said it would open.',
          '> We looked twice.',
          '-# Ida Holm, harbour master',
          '**Who says what** (Source · Wording)',
          '• **Pavel Duarte** cracked',
          '• **Mira Lund** shut',
        ].join('\n'),
      },
      {
        type: 1,
        components: [
          { type: 2, style: 2, label: 'Who cites whom', custom_id: `cited:${SLUG}` },
          { type: 2, style: 5, label: 'Open article', url: 'https://example.org/story' },
        ],
      },
      { type: 10, content: '-# Ask a question in this thread.' },
    ]);
  });

  test('bears the marks of its post on the container and on what comes first in it', () => {
    const { id, components } = draw(FULL_CARD, { hint: null, post: POST });
    expect(id).toBeGreaterThan(0);
    expect(id).toBeLessThan(2 ** 31);
    expect(components[0]?.id).toBeGreaterThan(0);
    expect(components[0]?.id).not.toBe(id);
    expect(draw(of(), { hint: null, post: `${POST.slice(1)}x` }).id).not.toBe(id);
  });

  test('without a word shows that there is nothing', () => {
    expect(textsIn({ title: '', blocks: [] })).toEqual(['…']);
    expect(textsIn({ title: ' \u200b', blocks: [text('\n'), { kind: 'heading', text: '', detail: '' }] })).toEqual([
      '…',
    ]);
    accept({ title: '', blocks: [] });
  });

  test('says beside a point only a passage that differs from it', () => {
    const point = { kind: 'point', text: 'It opened.', credit: null, passage: 'It opened.' } as const;
    expect(textsIn(of(point))).toEqual(['### Title\n• It opened.']);
  });
});

describe('what can be pressed', () => {
  const buttons = (count: number): Button[] =>
    Array.from({ length: count }, (_, at) => ({ label: `button ${at}`, press: press() }));

  test('stands in rows of five, and equal presses are told apart', () => {
    const card = of({ kind: 'buttons', buttons: buttons(7) });
    const rows = draw(card).components.flatMap((one) => (one.type === 1 ? [one.components] : []));
    expect(rows.map((row) => row.length)).toEqual([5, 2]);
    const ids = rows.flat().flatMap((one) => ('custom_id' in one ? [one.custom_id] : []));
    expect(new Set(ids).size).toBe(7);
    expect(ids.slice(0, 2)).toEqual([`cited:${SLUG}`, `cited:${SLUG}#1`]);
    accept(card);
  });

  test('an address that is none, or too long for a button, is no link', () => {
    const long = `https://example.org/${'a'.repeat(600)}`;
    const card = of({
      kind: 'buttons',
      buttons: [
        { label: 'Evil', open: 'javascript:alert(1)' },
        { label: 'Long', open: long },
      ],
    });
    const { links, text } = lookAt([draw(card)]);
    expect(links).toEqual([]);
    expect(text).toContain('Long: https://example.org/aaa');
    accept(card);
  });

  test('choices are a select of at most 25, each with its own value', () => {
    const choices = Array.from({ length: 30 }, (_, at) => ({
      ...{ label: at === 0 ? 'x'.repeat(200) : '', detail: at === 1 ? 'y'.repeat(200) : '', press: press('s1') },
    }));
    const card = of({ kind: 'choices', prompt: 'One source alone', choices });
    const [select] = draw(card).components.flatMap((one) => (one.type === 1 ? one.components : []));
    expect(select).toMatchObject({ type: 3, placeholder: 'One source alone' });
    expect(select !== undefined && 'options' in select ? select.options : []).toHaveLength(25);
    accept(card);
    accept(of({ kind: 'choices', prompt: '', choices: choices.slice(0, 1) }));
    expect(textsIn(of({ kind: 'choices', prompt: 'none', choices: [] }))).toEqual(['### Title']);
  });

  test('more than a message holds is left out, and the message is accepted', () => {
    const choices: Block = { kind: 'choices', prompt: 'p', choices: [{ label: 'l', detail: null, press: press() }] };
    accept(of({ kind: 'buttons', buttons: buttons(80) }, choices));
    accept(of(...Array.from({ length: 30 }, () => choices)));
    accept(of({ kind: 'buttons', buttons: buttons(80).map((button) => ({ ...button, label: 'long '.repeat(200) })) }));
    const headings = Array.from({ length: 8 }, (): Block[] => [
      { kind: 'heading', text: 'h', detail: null },
      text('t'),
    ]);
    accept(of(...headings.flat(), { kind: 'buttons', buttons: buttons(30) }));
  });
});

describe('any text', () => {
  const MORE_HOSTILE = [
    '# one',
    '## two',
    '### three',
    '-# small',
    '- list',
    '* list',
    '+ list',
    '1. first',
    '2024. A year',
    '> quote',
    '>>> all',
    '**b** *i* __u__ _e_ ~~s~~ ||x|| `c` ``d``',
    '***both*** _**x**_',
    '[a](https://evil.example) [b](<https://evil.example>)',
    '<https://evil.example> https://evil.example www.evil.example discord.gg/abcdef discord.com/invite/abc',
    '@everyone @here <@123456> <@!123456> <@&123456> <#123456> </brief:123456> <id:guide> <id:customize>',
    '<t:1618953630:R> <:name:123456> <a:name:123456> :smile: :+1:',
    'steam://run/1 discord://-/settings mailto:a@b.example <mailto:a@b.example>',
    'a\\ b \\* c \\\\',
    'ends with \\',
    '``` code ```',
    'snake_case_word 2*3*4 a|b|c ~x~',
    '{x} $y^2$ %s <b>',
    'word:word http:/x',
  ];

  test.each([...HOSTILE, ...MORE_HOSTILE])('%j is the title of a story and closes no link', (hostile) => {
    const words = plainText(hostile).slice(0, 200);
    const url = 'https://example.org/a_(b)?c=*d*';
    const lines = [
      [
        { text: `${words} `, url: null },
        { text: words, url: 'https://example.org/b' },
        { text: words, url: 'javascript:x' },
      ],
    ];
    const card = of({ kind: 'story', number: 3, title: words, url, text: words, lines });
    const { links, text } = lookAt([draw(card)]);
    expect(links).toEqual(['https://example.org/a_%28b%29?c=*d*', ...(words === '' ? [] : ['https://example.org/b'])]);
    expect(text.replace(/\s+/g, ' ')).toContain(`3. ${words}`);
    accept(card);
  });

  test.each([...HOSTILE, ...MORE_HOSTILE])('%j stays these words', (hostile) => {
    const words = plainText(hostile);
    const blocks = blocksOf(() => hostile.slice(0, 250));
    for (const part of fitCard({ title: hostile, blocks })) {
      const seen = lookAt([draw(part, { hint: HINT, post: POST })]);
      expect(seen.links).toEqual([]);
      accept(part);
    }
    if (words === '' || words.length > 200) return;
    for (const block of blocks) {
      const seen = textsIn({ title: '', blocks: [block] }).map((one) => readMarkdown(one).text);
      expect(seen.join('\n').split(words)).toHaveLength(textsOf({ title: '', blocks: [block] }).length + 1);
    }
  });

  test('is read as it is by whoever reads Markdown: our eyes do see what is not escaped', () => {
    const seen = MORE_HOSTILE.slice(0, 19).filter((line) => readMarkdown(line).made.length > 0);
    // "### ", "-# ", "> " are what byline draws with itself, and "2024." is a list as "1." is.
    expect(MORE_HOSTILE.slice(0, 19).filter((line) => !seen.includes(line))).toEqual([
      '### three',
      '-# small',
      '> quote',
      'a\\ b \\* c \\\\',
    ]);
  });

  const LONG: Readonly<Record<string, string>> = {
    '20,000 words': 'The harbour master said so. '.repeat(4_000),
    'one word without an end': 'Pneumono'.repeat(3_000),
    Japanese: '日本語の文章で、句読点もあります。'.repeat(500),
    Arabic: 'نص عربي مع أرقام 123 وعلامات؟ '.repeat(500),
    emoji: '👩‍👩‍👧‍👦 word 🏳️‍🌈 '.repeat(2_000),
    'signs to escape': 'a*_`~|<>@#:()[]-'.repeat(1_000),
    'halves of signs': 'ab\ud83d'.repeat(3_000),
  };

  test.each(Object.keys(LONG))('%s fits, and so much of each text is seen', (name) => {
    let count = 0;
    const long = () => `p${++count}q ${LONG[name]}`;
    const most = name === 'signs to escape' || name === 'emoji' ? 10 : 200;
    for (const block of blocksOf(long)) {
      const heading: Block = { kind: 'heading', text: long(), detail: long() };
      const card: Card = { title: long(), blocks: [heading, block, { kind: 'note', text: 'n' }] };
      const parts = fitCard(card);
      for (const part of parts) accept(part);
      const seen = lettersOf(parts.map((part) => lookAt([draw(part)]).text).join(' '));
      for (const one of textsOf(card)) expect(seen).toContain(lettersOf(one).slice(0, most));
    }
  });

  test('is cut at a word, with a sign that it was', () => {
    const [shown = ''] = textsIn({ title: '', blocks: [text('word '.repeat(2_000))] });
    expect(shown).toMatch(/word …$/);
    expect(shown.length).toBeGreaterThan(1_500);
  });
});

describe('any card', () => {
  test('is accepted, in parts and as a whole, and a part fits as it is', () => {
    fc.assert(
      fc.property(arbitraryCard, (card) => {
        const parts = fitCard(card);
        for (const part of parts) {
          accept(part);
          expect(fitCard(part)).toEqual([part]);
        }
        accept(card);
      }),
      { numRuns: 500 },
    );
  });

  test('of many blocks is cut between them, and nothing of it is lost', () => {
    const words = Array.from({ length: 200 }, (_, at) => `statement number ${at} ${'with words '.repeat(10)}end`);
    const parts = fitCard(of(...words.map((one): Block => ({ kind: 'point', text: one, credit: 'x', passage: null }))));
    expect(parts.length).toBeGreaterThan(5);
    const seen = parts.map((part) => lookAt([draw(part)]).text).join('\n');
    for (const one of words) expect(seen.split(one)).toHaveLength(2);
    expect(lookAt([draw(parts[0] ?? of())]).text).toContain('Goes on in the next message.');
    for (const part of parts) accept(part);
  });

  test('of the largest parts that are never cut is accepted', () => {
    const long = '語'.repeat(5_000);
    const headings = (count: number) =>
      Array.from({ length: count }, (): Block => ({ kind: 'heading', text: long, detail: long }));
    for (const count of [1, 2, 5, 40, 200])
      for (const part of fitCard(of(...headings(count), ...blocksOf(() => long)))) accept(part);
    const columns = Array.from({ length: 60 }, () => long);
    for (const part of fitCard(of({ kind: 'table', caption: long, columns, rows: [columns, columns] }))) accept(part);
  });

  test('weighs what its texts do', () => {
    expect(measure(of(text('x'.repeat(100)))).text - measure(of(text(''))).text).toBeCloseTo(101, 5);
  });
});

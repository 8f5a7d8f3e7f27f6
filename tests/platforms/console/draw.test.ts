import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { Block, Card } from '#core/card.ts';
import { plainText } from '#core/plain-text.ts';
import type { TranscriptEntry } from '#core/transcript.ts';
import { drawCard } from '#platforms/console/draw.ts';
import { drawEntry, drawPrivately } from '#platforms/console/draw-entry.ts';

type Page = ReturnType<typeof parseHTML>['document'];

const PRESS = { action: 'cited', briefing: 'bridge_closed_on_Monda', source: null } as const;

function drawn(blocks: readonly Block[], title = 'Bridge closed'): Page {
  return parseHTML(`<main>${drawCard({ title, blocks })}</main>`).document;
}

function entryOf(more: Partial<TranscriptEntry>): Page {
  const entry: TranscriptEntry = {
    ...{ id: '7', channel: 'general', thread: null, author: 'byline', text: null, isPrivate: false, replies: 0 },
    ...{ card: { title: 'Bridge closed', blocks: [] }, at: new Date('2026-03-02T08:05:00Z') },
    ...more,
  };
  return parseHTML(`<ol>${drawEntry(entry)}</ol>`).document;
}

const textOf = (document: Page, selector: string) =>
  [...document.querySelectorAll(selector)].map((found) => found.textContent?.trim());

test('draws a point with its credit, and beside it the passage', () => {
  const document = drawn([
    { kind: 'point', text: 'It is closed.', credit: 'Ida Holm', passage: 'The bridge is closed, Holm said.' },
    { kind: 'point', text: 'It has cracks.', credit: null, passage: null },
  ]);
  expect(textOf(document, 'ul > li .said > p:first-child')).toEqual(['It is closed.', 'It has cracks.']);
  expect(textOf(document, '.credit')).toEqual(['Ida Holm']);
  expect(textOf(document, 'li.beside blockquote')).toEqual(['The bridge is closed, Holm said.']);
});

test('a table has a caption, named columns and named rows', () => {
  const document = drawn([
    { kind: 'table', caption: 'Who says what', columns: ['Source', 'Says'], rows: [['Ida Holm', 'It is closed.']] },
  ]);
  expect(textOf(document, 'caption')).toEqual(['Who says what']);
  expect(textOf(document, 'thead th[scope="col"]')).toEqual(['Source', 'Says']);
  expect(textOf(document, 'tbody th[scope="row"]')).toEqual(['Ida Holm']);
  expect(document.querySelector('tbody td')?.getAttribute('data-column')).toBe('Says');
});

test('a press is a form, so that it works without a script', () => {
  const document = drawn([{ kind: 'buttons', buttons: [{ label: 'Who says what', press: PRESS }] }]);
  const fields = [...document.querySelectorAll('form[method="post"][action="/press"] input')].map((field) => [
    field.getAttribute('name'),
    field.getAttribute('value'),
  ]);
  expect(fields).toEqual([['press', 'cited:bridge_closed_on_Monda']]);
});

test('an address opens in a page of its own that learns nothing of ours', () => {
  const document = drawn([
    { kind: 'buttons', buttons: [{ label: 'Open article', open: 'https://example.org/a?b=1&c' }] },
  ]);
  const link = document.querySelector('a');
  expect(link?.getAttribute('href')).toBe('https://example.org/a?b=1&c');
  expect(link?.getAttribute('rel')).toBe('noopener noreferrer nofollow');
  expect(link?.getAttribute('target')).toBe('_blank');
});

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  '//example.org',
  'file:///etc/passwd',
  '',
])('an address that is not on the web is no link: %j', (open) => {
  const document = drawn([{ kind: 'buttons', buttons: [{ label: 'Open article', open }] }]);
  expect(document.querySelector('a')).toBe(null);
});

test('an address cannot leave its attribute', () => {
  const open = 'https://example.org/"onmouseover="alert(1)" x=\'<b>';
  const link = drawn([{ kind: 'buttons', buttons: [{ label: 'Open', open }] }]).querySelector('a');
  expect(link?.getAttribute('href')).toBe(open);
  expect(link?.hasAttribute('onmouseover')).toBe(false);
});

const ODD = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '</p></li></ol><h1>Signed, byline',
    '"><img src=x onerror=alert(1)>',
    "' onclick='alert(1)",
    '&lt;b&gt;&amp;&#x3c;',
    '<!-- ',
    ']]>',
    '{{alert(1)}}',
    '\u202eesrever\u202c',
    '\u2066isolated\u2069',
    'a\u0000b\u001b[31mred',
    '\ud800',
    'w'.repeat(5_000),
    'العربية',
    '漢字 👩‍👩‍👧',
  ),
);
const maybe = fc.option(ODD);
const BLOCK: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('note' as const), text: ODD }),
  fc.record({ kind: fc.constant('text' as const), text: ODD }),
  fc.record({ kind: fc.constant('heading' as const), text: ODD, detail: maybe }),
  fc.record({ kind: fc.constant('point' as const), text: ODD, credit: maybe, passage: maybe }),
  fc.record({ kind: fc.constant('passage' as const), text: ODD, credit: maybe }),
  fc.record({
    kind: fc.constant('story' as const),
    number: fc.constant(1),
    title: ODD,
    url: fc.constantFrom(null, 'javascript:alert(1)', 'data:text/html,x'),
    text: maybe,
    lines: fc.array(fc.array(fc.record({ text: ODD, url: fc.constant('javascript:x') }), { maxLength: 2 }), {
      maxLength: 2,
    }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    caption: ODD,
    columns: fc.tuple(ODD, ODD),
    rows: fc.array(fc.tuple(ODD, ODD), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('buttons' as const),
    buttons: fc.array(fc.record({ label: ODD, press: fc.constant(PRESS) }), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('choices' as const),
    prompt: ODD,
    choices: fc.array(fc.record({ label: ODD, detail: maybe, press: fc.constant(PRESS) }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
);

test('a story leads to its page from its title, and to other outlets from their names, and tells those pages nothing', () => {
  const card: Card = {
    title: 'Digest',
    blocks: [
      {
        kind: 'story',
        number: 2,
        title: 'Bridge “closed”',
        url: 'https://quay.example/a?b=1&c="2"',
        text: 'It closed.',
        lines: [
          [
            { text: 'Also in ', url: null },
            { text: 'Hill Post', url: 'https://hill.example/' },
            { text: ' · 2 independent origins', url: null },
          ],
        ],
      },
    ],
  };
  const { document } = parseHTML(String(drawCard(card)));
  const links = [...document.querySelectorAll('a')];
  expect(links.map((link) => [link.textContent, link.getAttribute('href'), link.getAttribute('rel')])).toEqual([
    ['Bridge “closed”', 'https://quay.example/a?b=1&c="2"', 'noopener noreferrer nofollow'],
    ['Hill Post', 'https://hill.example/', 'noopener noreferrer nofollow'],
  ]);
  expect(document.querySelector('h3')?.textContent).toBe('2. Bridge “closed”');
  expect(document.querySelector('.story .credit')?.textContent).toBe('Also in Hill Post · 2 independent origins');
});

/** Everything that a drawing may be made of. */
const OWN_TAGS = new Set(
  'DIV H2 H3 P SPAN UL LI FIGURE FIGCAPTION BLOCKQUOTE TABLE CAPTION THEAD TBODY TR TH TD FORM INPUT BUTTON LABEL SELECT OPTION'.split(
    ' ',
  ),
);
const OWN_ATTRIBUTES = new Set(
  'class dir role aria-label tabindex scope data-column method action type name value'.split(' '),
);

test('whatever a card says, it is text: no element or attribute of it, and nothing that turns or hides text', () => {
  fc.assert(
    fc.property(fc.record({ title: ODD, blocks: fc.array(BLOCK, { maxLength: 6 }) }), (card: Card) => {
      const document = drawn(card.blocks, card.title);
      for (const element of document.querySelectorAll('main *')) {
        expect(OWN_TAGS).toContain(element.tagName);
        for (const { name } of element.attributes) expect(OWN_ATTRIBUTES).toContain(name);
      }
      const text = document.querySelector('main')?.textContent ?? '';
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u);
      for (const said of [card.title, ...card.blocks.flatMap(textsOf)]) expect(text).toContain(plainText(said));
    }),
  );
});

function textsOf(block: Block): string[] {
  if (block.kind === 'table') return [block.caption, ...block.columns, ...block.rows.flat()];
  if (block.kind === 'choices') return [block.prompt, ...block.choices.map(({ label }) => label)];
  if (block.kind === 'buttons') return block.buttons.map(({ label }) => label);
  const {
    text,
    credit = null,
    passage = null,
    detail = null,
  } = { credit: null, passage: null, detail: null, ...block };
  return [text, credit, passage, detail].filter((one) => one !== null);
}

test('what a person typed is text', () => {
  const document = entryOf({ author: 'person', card: null, text: '<img src=x onerror=alert(1)>\u202e' });
  expect(textOf(document, '.words')).toEqual(['<img src=x onerror=alert(1)>']);
  expect(document.querySelector('img')).toBe(null);
});

test('a briefing can be asked about; a failure, a step on the way and a private answer cannot', () => {
  const card: Card = { title: 'Bridge closed', blocks: [{ kind: 'buttons', buttons: [] }] };
  const links = (more: Partial<TranscriptEntry>) => textOf(entryOf(more), '.thread-link a');
  expect(links({ card })).toEqual(['Ask about this']);
  expect(links({ card, replies: 1 })).toEqual(['1 reply']);
  expect(links({ card, replies: 2 })).toEqual(['2 replies']);
  expect(links({ card: { title: 'Reading the article…', blocks: [] } })).toEqual([]);
  expect(links({ card: { title: 'It is not there', blocks: [{ kind: 'text', text: 'Look again.' }] } })).toEqual([]);
  expect(links({ card, isPrivate: true })).toEqual([]);
  expect(links({ card, thread: '3' })).toEqual([]);
});

test('an answer for one person says so', () => {
  expect(textOf(entryOf({ isPrivate: true }), '.private')).toEqual(['Only visible to you']);
  const passing = parseHTML(`<ol>${drawPrivately({ title: 'Help', blocks: [] })}</ol>`).document;
  expect(textOf(passing, '.private')).toEqual(['Only visible to you']);
});

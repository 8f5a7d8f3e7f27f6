import { expect, test } from 'vitest';
import type { NewsEntry } from '#core/digest.ts';
import { makeDigest } from '#flow/make-digest.ts';
import { aNewsstand, anEntry, EVENING, MORNING, SUBJECTS, storyText } from './a-newsstand.ts';

const WISH = { since: EVENING, until: MORNING, feeds: 3 };

const BRIDGE = [
  anEntry('Quay Gazette', 'Harbour bridge closed after cracks found'),
  anEntry('Hill Post', 'Harbour bridge is closed after cracks are found'),
];
const FERRY = anEntry('Quay Gazette', 'Ferry firm raises its fares in June');

function pagesOf(...pages: readonly (readonly [NewsEntry, string | Error])[]) {
  return new Map(pages.map(([entry, page]) => [entry.url ?? '', page] as const));
}

test('an entry a story: the fullest account with a checked line and its credit, the others beside it', async () => {
  const [first, other] = BRIDGE as [NewsEntry, NewsEntry];
  const { steps } = aNewsstand(
    pagesOf(
      [
        first,
        'Inspectors found cracks in 14 of the 62 main hangers, harbour master Ida Holm said.\n\nBuses go by the old mill.',
      ],
      [
        other,
        'Engineers counted cracks in 17 of the 62 main hangers, the union said. It had warned of them in March.\n\nWhoever crosses the water to work now takes the night boat, which is full by six.',
      ],
      [FERRY, storyText('Lund Lines will raise its fares by 12 percent in June, the firm said.')],
    ),
  );
  const digest = await makeDigest([...BRIDGE, FERRY], WISH, steps);
  expect(digest.counts).toEqual({ feeds: 3, items: 3, stories: 2 });
  const [bridge, ferry] = digest.entries;
  expect(bridge).toMatchObject({
    outlet: 'Hill Post',
    from: 'article',
    credit: expect.stringContaining('union'),
    also: [{ outlet: 'Quay Gazette', url: first.url, title: first.title }],
    origins: 2,
    agency: null,
    differ: [{ kind: 'differ', about: 'hangers', sides: [{ at: '2026-05-19T18:00:00.000Z' }, {}] }],
    why: expect.arrayContaining(['2 independent origins (+4)']),
  });
  expect(bridge?.passages.every((passage) => (bridge.text ?? '').length > 0 && passage.length > 0)).toBe(true);
  expect(ferry).toMatchObject({ title: FERRY.title, also: [], origins: 1 });
  expect(digest.unread).toEqual([]);
});

test('five copies of one agency’s report are one origin, and rank below a story that two outlets looked into', async () => {
  const wire = `PORT ANSEL (AP) — Lund Lines will raise its fares by 12 percent in June, the firm said on Tuesday.\n\nA crossing will cost 4.50 crowns, and season tickets stay at their price until the autumn.`;
  const copies = ['A', 'B', 'C', 'D', 'E'].map((name) =>
    anEntry(`Paper ${name}`, 'Ferry firm raises its fares in June'),
  );
  const [first, other] = BRIDGE as [NewsEntry, NewsEntry];
  const { steps } = aNewsstand(
    pagesOf(
      ...copies.map((entry) => [entry, wire] as const),
      [first, storyText('Inspectors found cracks in the harbour bridge, the ministry said.')],
      [
        other,
        'The harbour bridge was shut after a night of loud noises, people on the quay said.\n\nThe mayor was on the bridge when it closed.',
      ],
    ),
  );
  const { entries } = await makeDigest([...copies, ...BRIDGE], WISH, steps);
  expect(entries).toMatchObject([
    { origins: 2, agency: null },
    { origins: 1, agency: 'Associated Press', also: [{}, {}, {}, {}], differ: [] },
  ]);
});

test('where ten outlets copy one report, the one that has its own is read all the same', async () => {
  const summary =
    'Lund Lines will raise its fares by 12 percent in June, the firm said on Tuesday, the first increase in four years for its crossings.';
  const title = 'Ferry firm raises its fares in June';
  const copies = Array.from({ length: 10 }, (_, at) => anEntry(`Paper ${'ABCDEFGHIJ'[at]}`, title, { summary }));
  const own = anEntry('Quay Gazette', title, { summary: 'Whoever crosses the water to work will pay more.' });
  const { steps, asked } = aNewsstand(
    pagesOf(...copies.map((entry) => [entry, storyText(summary)] as const), [
      own,
      'Whoever crosses the water to work will pay more from June, captains said.\n\nNobody on the north pier had heard of it.',
    ]),
  );
  const { entries } = await makeDigest([...copies, own], WISH, steps);
  expect(asked).toHaveLength(4);
  expect(asked).toContain(own.url);
  expect(entries).toMatchObject([{ origins: 2, uncompared: 0 }]);
});

test('a later count of the dead is an update, told with both times', async () => {
  const [early, late] = (BRIDGE as [NewsEntry, NewsEntry]).map((entry, at) => ({
    ...entry,
    publishedAt: new Date(`2026-05-19T${at === 0 ? '10' : '17'}:00:00Z`),
  })) as [NewsEntry, NewsEntry];
  const { steps } = aNewsstand(
    pagesOf(
      [
        early,
        'Nine people were killed when the harbour bridge gave way, the police said.\n\nDivers are looking for others in the water.',
      ],
      [
        late,
        'Fourteen people were killed when the harbour bridge gave way, the fire brigade said.\n\nThe last of them was found under the north pier in the afternoon.',
      ],
    ),
  );
  const { entries } = await makeDigest([late, early], WISH, steps);
  expect(entries[0]?.differ).toMatchObject([
    {
      kind: 'update',
      about: 'dead',
      sides: [
        { outlet: 'Quay Gazette', at: '2026-05-19T10:00:00.000Z', credit: expect.stringContaining('police') },
        { outlet: 'Hill Post', at: '2026-05-19T17:00:00.000Z', credit: expect.stringContaining('fire brigade') },
      ],
    },
  ]);
});

test('every line of a digest is cut from an article', async () => {
  const [first] = BRIDGE as [NewsEntry];
  const text = storyText(
    'Inspectors found cracks in 14 hangers, harbour master Ida Holm said.',
    '“We looked twice,” Holm told the Quay Gazette.',
  );
  const { entries } = await makeDigest([first], WISH, aNewsstand(pagesOf([first, text])).steps);
  for (const { passages } of entries) for (const passage of passages) expect(text).toContain(passage);
  expect(entries).toHaveLength(1);
});

test('a feed that carries its articles whole is read without a fetch', async () => {
  const content = storyText(
    'The harbour bridge was closed on Tuesday, the police said.',
    'Its cracks are as wide as a coin, the harbour master, Ida Holm, said. '.repeat(8),
  )
    .split('\n\n')
    .map((text) => `<p>${text}</p>`)
    .join('');
  const { steps, asked } = aNewsstand(new Map());
  const { entries } = await makeDigest([{ ...(BRIDGE[0] as NewsEntry), content }], WISH, steps);
  expect(asked).toEqual([]);
  expect(entries).toMatchObject([{ from: 'article', outlet: 'Quay Gazette' }]);
});

test('what a channel’s filters ask for comes first, and what they turn away does not', async () => {
  const items = ['Old lighthouse sold to a baker', 'Choir wins a prize in Lisbon', 'Wolf seen near the paper mill'].map(
    (title) => anEntry(title.slice(0, 4), title),
  );
  const digest = await makeDigest(
    items,
    { ...WISH, filters: [null, '"paper mill" -lighthouse', 'choirs'] },
    aNewsstand(new Map()).steps,
  );
  expect(digest.entries.map(({ title }) => title).at(-1)).toBe('Old lighthouse sold to a baker');
  expect(digest.entries.flatMap(({ why }) => why)).toEqual(
    expect.arrayContaining(['about “paper mill” (+3)', 'about “choirs” (+3)']),
  );
});

test('nothing new is a digest without entries', async () => {
  const digest = await makeDigest([], WISH, aNewsstand(new Map()).steps);
  expect(digest).toMatchObject({ entries: [], left: [], unread: [], counts: { feeds: 3, items: 0, stories: 0 } });
});

test('of 40 feeds the page has eight stories, and says of the others why they are not on it', async () => {
  const items = Array.from({ length: 40 }, (_, at) =>
    anEntry(`Outlet ${String.fromCharCode(65 + (at % 26))}${at}`, SUBJECTS[at % 20] ?? ''),
  );
  const { steps, asked } = aNewsstand(
    new Map(items.map(({ url, title }) => [url ?? '', storyText(`${title}, the police said on Tuesday.`)])),
  );
  const digest = await makeDigest(items, { ...WISH, feeds: 40 }, steps);
  expect(digest.entries).toHaveLength(8);
  expect(digest.entries.length + digest.left.length).toBe(digest.counts.stories);
  expect(digest.left[0]?.why).toMatch(/^ranked lower: /);
  // Those that are shown and a few more, whatever the feeds bring.
  expect(asked.length).toBeLessThanOrEqual(12 * 4);
});

test('the same input gives the same digest', async () => {
  const items = [...BRIDGE, FERRY];
  const make = (entries: readonly NewsEntry[]) => makeDigest(entries, WISH, aNewsstand(new Map()).steps);
  expect(await make(items)).toEqual(await make(items));
});

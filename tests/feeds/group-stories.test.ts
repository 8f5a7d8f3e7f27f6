import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupStories } from '#feeds/group-stories.ts';
import { expectToEnd } from '../expect-to-end.ts';

type Item = {
  id: string;
  title: string;
  summary?: string | null;
  url?: string | null;
  outlet?: string | null;
  publishedAt?: string;
};

const ids = (items: readonly Item[]): string[] =>
  groupStories(items).map((group) => group.map(({ id }) => id).join(' '));

test('puts the reports of one event together and leaves the others alone', () => {
  const items = [
    { id: 'a1', title: 'Harbour crane collapses in Esbjerg, two workers hurt' },
    { id: 'b1', title: 'Parliament passes fishing quota law after long night' },
    { id: 'a2', title: 'Two hurt as crane collapses at Esbjerg harbour - The Daily Quay' },
    { id: 'c1', title: 'Ferry line to Fanø cuts fares for commuters' },
    { id: 'a3', title: 'Esbjerg crane collapse: harbour workers in hospital' },
    { id: 'b2', title: 'Fishing quota law passes parliament' },
  ];
  expect(ids(items)).toEqual(['a1 a2 a3', 'b1 b2', 'c1']);
});

test('one address is one story, whatever the titles say', () => {
  const items = [
    { id: '1', title: 'Crane falls', url: 'https://www.quay.example/a?utm_source=rss' },
    { id: '2', title: 'What we know of the accident', url: 'http://m.quay.example/a' },
  ];
  expect(ids(items)).toEqual(['1 2']);
});

test("an agency's text in two outlets is one story", () => {
  const summary =
    'Rescue teams reached the trawler before dawn on Sunday and brought nine fishermen ashore, the coast guard said.';
  const items = [
    { id: '1', title: 'UPDATE 2-Central bank holds rates amid strike', outlet: 'Reuters' },
    { id: '2', title: 'Central bank holds rates amid strike - Quay Post', outlet: 'Quay Post' },
    { id: '3', title: 'Saved at last', summary },
    { id: '4', title: 'Nine come home', summary: `<p>${summary}</p>` },
  ];
  expect(ids(items)).toEqual(['1 2', '3 4']);
});

test('a summary joins what titles do not', () => {
  const items = [
    {
      id: '1',
      title: 'Relief on the quay',
      summary: 'Nine fishermen were rescued from a trawler that sank off Skagen in a storm on Sunday.',
    },
    {
      id: '2',
      title: 'Coast guard praised',
      summary: 'The coast guard rescued nine fishermen when their trawler sank in a storm off Skagen.',
    },
    { id: '3', title: 'Prices rise', summary: 'Bread and milk cost more than a year ago, the statistics office said.' },
  ];
  expect(ids(items)).toEqual(['1 2', '3']);
});

test('the same headline weeks later is another story', () => {
  const title = 'Queues at the Elbe tunnel after lorry fire';
  const items = [
    { id: '1', title, publishedAt: '2026-11-03T10:00:00Z' },
    { id: '2', title, publishedAt: '2026-11-23T10:00:00Z' },
    { id: '3', title, publishedAt: '2026-11-04T10:00:00Z' },
  ];
  expect(ids(items)).toEqual(['1 3', '2']);
});

test('reads titles in scripts without spaces', () => {
  const items = [
    { id: '1', title: '東京湾でフェリーが座礁、乗客は無事' },
    { id: '2', title: '国会、漁業法案を可決' },
    { id: '3', title: 'フェリー座礁 東京湾、乗客全員無事' },
  ];
  expect(ids(items)).toEqual(['1 3', '2']);
});

test('every item is in one group, and the order of the groups and in them is that of the items', () => {
  const word = fc.constantFrom('crane', 'harbour', 'falls', 'ferry', 'law', 'storm', 'nine', 'Skagen', '2026', '');
  const item = fc.record({
    title: fc.oneof(
      fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
      fc.string({ unit: 'binary' }),
    ),
    summary: fc.option(fc.array(word, { maxLength: 15 }).map((words) => words.join(' '))),
    url: fc.option(fc.constantFrom('https://a.example/1', 'http://www.a.example/1/', 'https://a.example/2', 'x', '')),
    publishedAt: fc.option(fc.constantFrom('2026-11-03T10:00:00Z', '2026-11-30', 'never')),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 25 }), (list) => {
      const items = list.map((one, at) => ({ ...one, id: String(at) }));
      const groups = groupStories(items);
      expect(groups.flat().toSorted((a, b) => Number(a.id) - Number(b.id))).toEqual(items);
      expect(groups.every((group) => group.length > 0)).toBe(true);
      const firsts = groups.map(([first]) => Number(first?.id));
      expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      for (const group of groups)
        expect(group.map(({ id }) => Number(id))).toEqual(group.map(({ id }) => Number(id)).toSorted((a, b) => a - b));
      expect(groupStories(items)).toEqual(groups);
    }),
  );
});

test('headlines of a word or two join nothing by one word', () => {
  const items = ['Live', 'Live', 'Crane falls', 'Dollar falls'].map((title, at) => ({ id: String(at), title }));
  expect(ids(items)).toEqual(['0', '1', '2', '3']);
});

test('no items are no groups; ten thousand with a word in common end in time', () => {
  expect(groupStories([])).toEqual([]);
  const many = Array.from({ length: 10_000 }, (_, at) => ({
    id: String(at),
    title: `Opinion: quay ${at} crane ${at % 700}`,
  }));
  expect(expectToEnd(() => groupStories(many).flat())).toHaveLength(10_000);
});

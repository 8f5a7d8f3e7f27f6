import { expect, test } from 'vitest';
import { groupStories } from '#feeds/group-stories.ts';

const items = (titles: readonly string[]) => titles.map((title, at) => ({ id: String(at), title }));
const sizes = (titles: readonly string[]) => groupStories(items(titles)).map((group) => group.length);

test('headlines of one kind are no story: lists of what is best', () => {
  const titles = [
    'The best board games of 2025',
    'Best lamps for small rooms in 2025',
    'Best albums of 2025',
    'The 12 best stocks of 2025',
    'Best running shoes of 2025',
    'The best mice of 2025',
  ];
  expect(sizes(titles)).toEqual(titles.map(() => 1));
});

test('headlines of one topic are no story', () => {
  const titles = [
    'AI helps farmers count their sheep',
    'Why teachers fear AI in the classroom',
    'AI drafts a poem for the mayor',
    'Banks spend more on AI than on branches',
    'AI finds a lost painting',
  ];
  expect(sizes(titles)).toEqual(titles.map(() => 1));
});

test('headlines of one story stay together among them', () => {
  const titles = [
    'The best board games of 2025',
    'Harbour bridge closed after cracks found',
    'Best albums of 2025',
    'Cracks found, harbour bridge closed to traffic',
  ];
  expect(sizes(titles)).toEqual([1, 2, 1]);
});

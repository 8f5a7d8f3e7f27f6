import { expect, test } from 'vitest';
import { differencesIn } from '../differences-in.ts';

const after = (first: string, said: string) =>
  differencesIn(`Anglers said ${first}. The dairy said ${said}.`, [
    { words: first, by: 'anglers' },
    { words: said, by: 'the dairy' },
  ]);

test.each([
  'the company rejects that: whey goes to the pig farms in tankers that anybody may follow from the gate to the trough',
  'its owners denied it, for whey goes to the pig farms in tankers that anybody may follow from the gate to the trough',
  'its chemist contests this; whey goes to the pig farms in tankers that anybody may follow from the gate to the trough',
  'its owners disagreed: whey goes to the pig farms in tankers that anybody may follow from the gate to the trough',
])('what is told begins with a no of its own: "%s"', (said) => {
  expect(after('the dairy had poured milk into the brook', said)).toHaveLength(1);
});

test.each([
  'nobody there denies that: a tank had burst',
  'the owners never disputed it, and paid for the trout',
  'its chemist rejects no offer of help',
])('who rejects nothing is of the same mind: "%s"', (said) => {
  expect(after('the dairy had poured whey into the brook', said)).toEqual([]);
});

test.each(['it stands by the number', 'it stood by its first estimate', 'they stand by that'])(
  'who stands by what was doubted is of another mind: "%s"',
  (said) => {
    expect(after('the meters had missed most of the spill', said)).toHaveLength(1);
  },
);

test('a thing that stands by a brook is no answer', () => {
  expect(after('the boiler house had leaked for years', 'it stands by the old weir')).toEqual([]);
  expect(after('the boiler house had leaked for years', 'it stands by that weir')).toEqual([]);
});

test.each(['the brook had lost four times that', 'it was 12 times that figure'])(
  'a multiple of the figure before is another figure: "%s"',
  (said) => {
    expect(after('the spill had killed 300 trout', said)).toHaveLength(1);
  },
);

test.each(['took the opposite view', 'takes the opposite view', 'struck a different note', 'strikes a different note'])(
  'the article says that the next one differs: "%s"',
  (signal) => {
    const found = differencesIn(
      `Anglers said the brook would need ten years to heal. The dairy’s chemist ${signal}. Trout would be back by spring, she said.`,
      [
        { words: 'the brook would need ten years to heal', by: 'anglers' },
        { words: 'Trout would be back by spring', by: 'the chemist' },
      ],
    );
    expect(found).toHaveLength(1);
  },
);

test('two who take the opposite view are set against the one before', () => {
  const found = differencesIn(
    'Anglers said the brook would need ten years to heal. Many farmers take the opposite view. Trout would be back by spring, they said.',
    [
      { words: 'the brook would need ten years to heal', by: 'anglers' },
      { words: 'Trout would be back by spring', by: 'farmers' },
    ],
  );
  expect(found).toHaveLength(1);
});

import { expect, test } from 'vitest';
import { SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';
import { statementsOf } from '../statements-of.ts';

test('“they” are those whom the sentence before begins with', () => {
  const all = statementsOf(
    'Nora Weir said the dam would hold. Farmers in the valley are moving their cattle. They say the wall has cracked.',
  );
  expect(all.map(({ name }) => name)).toEqual(['Nora Weir', 'farmers in the valley']);
});

test('“they” are never the one man or woman who spoke last', () => {
  const all = statementsOf(
    'Nora Weir said the dam would hold. The cattle were already on the road when they said the wall had cracked.',
  );
  const said = all.filter(({ said: [first] }) => first?.includes('cracked'));
  expect(said.filter(({ name, confidence }) => name === 'Nora Weir' || confidence >= SHOWN_FROM_CONFIDENCE)).toEqual(
    [],
  );
});

test('“they” behind what only tells how', () => {
  const all = statementsOf(
    'Nora Weir said the dam would hold. Jan Holt’s parents did not come. In a letter read by a friend, they said it had failed.',
  );
  expect(all.at(-1)?.name).toBe('Jan Holt’s parents');
});

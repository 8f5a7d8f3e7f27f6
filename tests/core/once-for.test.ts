import { expect, test } from 'vitest';
import { onceFor } from '#core/once-for.ts';

test('a value is worked out once for each thing, also where it is nothing', () => {
  const asked: object[] = [];
  const look = onceFor((thing: object) => {
    asked.push(thing);
    return null;
  });
  const [one, other] = [{}, {}];
  expect([look(one), look(one), look(other)]).toEqual([null, null, null]);
  expect(asked).toEqual([one, other]);
});

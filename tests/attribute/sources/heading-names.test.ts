import { expect, test } from 'vitest';
import { lastIn } from '../statements-of.ts';

test('two people and a verb in a heading are no third person', () => {
  const text =
    'Otto Brandt Calls Ruth Weiss “A Disgrace” Over Her Remarks.\n\nGov. Otto Brandt described Ruth Weiss as a disgrace. On a morning show on Tuesday, Weiss said that the bridge was unsafe.';
  expect(lastIn(text)?.name).toBe('Ruth Weiss');
});

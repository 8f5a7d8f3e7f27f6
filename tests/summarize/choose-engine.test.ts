import { expect, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import { chooseEngine } from '#summarize/choose-engine.ts';

test('the extractive engine works for whoever names none', () => {
  expect(chooseEngine(null).name).toBe('extractive');
  expect(chooseEngine('extractive').name).toBe('extractive');
});

test('a model that nobody configured is a service that is not there', () => {
  expect(() => chooseEngine('model')).toThrow(expect.objectContaining({ code: 'SERVICE_UNAVAILABLE' }));
  expect(() => chooseEngine('model')).toThrow(Problem);
});

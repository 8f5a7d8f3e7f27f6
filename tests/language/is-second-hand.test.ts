import { expect, test } from 'vitest';
import type { Attribution, Source } from '#core/testimony.ts';
import { hasOutletTitle, isSecondHand } from '#language/is-second-hand.ts';

const SOURCE: Source = { id: 's1', name: 'an official', role: null, kind: 'person', named: false, mentions: [] };
const STATEMENT: Attribution = {
  ...{ id: 'a1', source: 's1', via: [], verb: 'say', cue: null, form: 'indirect', content: [], quotes: [] },
  ...{ hedge: null, stance: 'asserts', confidence: 0.9 },
} as const;

test('knows an outlet by its title', () => {
  expect(['the Elvest Gazette', 'Radio Keim', 'Harbour Weekly'].map(hasOutletTitle)).toEqual([true, true, true]);
  expect(['Elvest harbour office', 'Ida Holm'].map(hasOutletTitle)).toEqual([false, false]);
});

test('what an unnamed source told an outlet is second-hand, and what an outlet says itself', () => {
  expect(isSecondHand({ ...STATEMENT, via: ['Elvest Gazette'] }, SOURCE)).toBe(true);
  const outlet: Source = { ...SOURCE, name: 'Elvest Gazette', kind: 'organization', named: true };
  expect(isSecondHand(STATEMENT, outlet)).toBe(true);
});

test('what somebody stands for by name is not, nor what the article has from its source', () => {
  const named: Source = { ...SOURCE, name: 'Ida Holm', named: true };
  expect(isSecondHand({ ...STATEMENT, via: ['Elvest Gazette'] }, named)).toBe(false);
  expect(isSecondHand(STATEMENT, SOURCE)).toBe(false);
  expect(isSecondHand(STATEMENT, undefined)).toBe(false);
});

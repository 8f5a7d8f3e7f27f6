import { expect, test } from 'vitest';
import type { Attribution, Source } from '#core/testimony.ts';
import { bareSubject } from '#verify/checks/check.ts';
import { checkOutlet } from '#verify/checks/check-outlet.ts';
import { createGround } from '#verify/ground.ts';
import { placeOf, plainArticle } from '../plain-article.ts';

const TEXT = [
  'The lighthouse will be sold in spring, keeper Tove Lindahl told the Skerry Courier.',
  'The Island Observer has written that the buyers want a hotel.',
].join('\n\n');
const SOURCE: Source = { id: 's1', name: 'Tove Lindahl', role: 'keeper', kind: 'person', named: true, mentions: [] };

function objectionsTo(text: string, via: readonly string[] = ['Skerry Courier']): string[] {
  const attribution: Attribution = {
    id: 'a1',
    source: 's1',
    via,
    verb: 'tell',
    cue: placeOf('told', TEXT),
    form: 'indirect',
    content: [placeOf('The lighthouse will be sold in spring', TEXT)],
    quotes: [],
    hedge: null,
    stance: 'asserts',
    confidence: 0.9,
  };
  const ground = createGround(plainArticle(TEXT), { sources: [SOURCE], attributions: [attribution] });
  return checkOutlet(bareSubject(text), ground).map(({ text: words }) => words);
}

test('refuses a statement that is moved to another outlet', () => {
  const words = 'The lighthouse will be sold in spring, Lindahl told The Island Observer.';
  expect(objectionsTo(words)).toEqual(['Island Observer']);
});

test('keeps the outlet under its full name and its short one', () => {
  expect(objectionsTo('Lindahl told the Skerry Courier that the lighthouse will be sold in spring.')).toEqual([]);
  expect(objectionsTo('Lindahl told the Courier that the lighthouse will be sold in spring.')).toEqual([]);
});

test('has nothing to say where no outlet stands between, or the statement is another one', () => {
  expect(objectionsTo('Lindahl told The Island Observer that the lighthouse will be sold in spring.', [])).toEqual([]);
  expect(objectionsTo('Lindahl told The Island Observer that buyers want a hotel.')).toEqual([]);
});

test('stays quick on a long run of capitalised words', () => {
  expect(objectionsTo(`told ${'Aa '.repeat(6_000)}`)).toEqual([]);
});

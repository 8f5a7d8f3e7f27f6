import { expect, test } from 'vitest';
import type { KeyPoint } from '#core/briefing.ts';
import { tellPoint } from '#render/tell-point.ts';
import { anAttribution, aSource } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

const TEXT = 'Harbour master Ida Holm claimed that the pier was sound, the Quay Gazette reported on Monday.';
const article = anArticle(TEXT);
const spanOf = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

const claimed = anAttribution('', { content: [spanOf('the pier was sound')], cue: spanOf('claimed'), verb: 'claim' });

function told(text: string, more: Partial<KeyPoint> = {}, statement = claimed, source = aSource({})) {
  const point = { text, attributions: ['a1'], ...more };
  return tellPoint(point, { sources: [source], attributions: [statement] }, article);
}

test('words that say who, in what role and by which verb need no line that says it again', () => {
  expect(told(TEXT)).toEqual({ text: TEXT, credit: null });
  expect(told(TEXT, {}, { ...claimed, via: ['the Quay Gazette'] }).credit).toBeNull();
});

test.each([
  ['the name', 'The harbour master claimed that the pier was sound.', {}, {}],
  ['the role', 'Ida Holm claimed that the pier was sound.', {}, {}],
  ['the verb', 'The pier was sound, by harbour master Ida Holm.', {}, {}],
  ['the outlet', TEXT, { via: ['Hill Post'] }, {}],
  ['the hedge', TEXT, { hedge: 'reportedly' }, {}],
  ['who it was', TEXT, { cue: null }, {}],
  ['a source', TEXT, {}, { kind: 'unstated' as const, name: 'unstated', role: null }],
  ['all of a name', TEXT, {}, { name: 'Ida Holmes' }],
])('where they leave out %s, the line stands', (_, text, statement, source) => {
  const point = told(text, {}, { ...claimed, ...statement }, aSource(source));
  expect(point.text).toBe(text);
  expect(point.credit).not.toBeNull();
});

test('what is left without the words that say whose it is stands beside its credit, and only there', () => {
  const beside = 'The pier was sound.';
  expect(told(TEXT, { beside })).toEqual({
    text: beside,
    credit: 'Ida Holm, harbour master — the article says “claimed”',
  });
  expect(told(TEXT, { beside }, { ...claimed, confidence: 0.2 })).toEqual({ text: TEXT, credit: null });
});

test('one of two that the words do not name brings both', () => {
  const second = { ...claimed, id: 'a2', source: 's2', content: [spanOf('on Monday')] };
  const sources = [aSource({}), aSource({ id: 's2', name: 'officials', role: null, named: false })];
  const testimony = { sources, attributions: [claimed, second] };
  expect(tellPoint({ text: TEXT, attributions: ['a1', 'a2'] }, testimony, article).credit).toContain(' · ');
});

test('where the text was dropped, and the verb with it, the line stands', () => {
  const dropped = { ...article, text: ' '.repeat(TEXT.length) };
  const testimony = { sources: [aSource({})], attributions: [claimed] };
  expect(tellPoint({ text: TEXT, attributions: ['a1'] }, testimony, dropped).credit).not.toBeNull();
});

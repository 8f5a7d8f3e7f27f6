import { expect, test } from 'vitest';
import { shorten } from '#render/shorten.ts';

test('a text that is too long ends at a word, and says that there is more', () => {
  expect(shorten('The bridge is closed.', 21)).toBe('The bridge is closed.');
  expect(shorten('The bridge is closed.', 20)).toBe('The bridge is …');
  expect(shorten('The bridge is closed.', 13)).toBe('The bridge is …');
});

test('a word without an end and a script without spaces are cut inside, but never a sign', () => {
  expect(shorten(`A ${'x'.repeat(50)}`, 20)).toBe(`A ${'x'.repeat(18)}…`);
  expect(shorten('日本語の見出しです', 5)).toBe('日本語の見…');
  expect(shorten('😀😀😀', 3).isWellFormed()).toBe(true);
});

import { expect, test } from 'vitest';
import type { Testimony } from '#core/testimony.ts';
import { bareSubject } from '#verify/checks/check.ts';
import { checkDoer } from '#verify/checks/check-doer.ts';
import { checkTeller } from '#verify/checks/check-teller.ts';
import { createGround } from '#verify/ground.ts';
import { placeOf, plainArticle } from '../plain-article.ts';

const TEXT = [
  'Engineer Ines Tallow accused the ministry of hiding the damage to the Marlow dam since 2019.',
  'Councillor Jon Renny said the valley ought to be cleared before the first winter rain falls.',
  'Dora Finch was not at the hearing. She warned the owners of a flood in the spring.',
].join('\n\n');
const TESTIMONY: Testimony = {
  sources: ['Ines Tallow', 'Jon Renny', 'Dora Finch'].map((name, at) => ({
    id: `s${at}`,
    name,
    role: null,
    kind: 'person',
    named: true,
    mentions: [],
  })),
  attributions: [
    ['s0', 'the ministry of hiding the damage to the Marlow dam since 2019'],
    ['s1', 'the valley ought to be cleared before the first winter rain falls'],
    ['s2', 'a flood in the spring'],
  ].map(([source = '', words = ''], at) => ({
    id: `a${at}`,
    source,
    via: [],
    verb: 'say',
    cue: null,
    form: 'indirect',
    content: [placeOf(words, TEXT)],
    quotes: [],
    hedge: null,
    stance: 'asserts',
    confidence: 0.9,
  })),
};
const ground = createGround(plainArticle(TEXT), TESTIMONY);

function isRefused(text: string): boolean {
  return [...checkDoer(bareSubject(text), ground), ...checkTeller(bareSubject(text), ground)].length > 0;
}

test.each([
  'Jon Renny accused the ministry of hiding the damage to the Marlow dam.',
  'The ministry accused Ines Tallow of hiding the damage to the Marlow dam.',
  'Ines Tallow said the valley ought to be cleared before the first winter rain.',
  'The valley ought to be cleared before the first winter rain falls, according to Dora Finch.',
])('refuses what the article has from somebody else: %s', (text) => {
  expect(isRefused(text)).toBe(true);
});

test.each([
  TEXT,
  'Tallow has accused the ministry of hiding the damage to the dam.',
  'Renny said the valley ought to be cleared before the rain falls.',
  'Dora Finch warned the owners of a flood.',
  'The engineer accused the ministry of hiding the damage.',
  'He said the valley ought to be cleared.',
])('has nothing against what the article has in these mouths: %s', (text) => {
  expect(isRefused(text)).toBe(false);
});

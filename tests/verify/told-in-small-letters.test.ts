import { expect, test } from 'vitest';
import type { Testimony } from '#core/testimony.ts';
import { bareSubject } from '#verify/checks/check.ts';
import { WRITTEN_CHECKS } from '#verify/checks/checks.ts';
import { createGround } from '#verify/ground.ts';
import { sentencesOf } from '#verify/sentences-of.ts';
import { cutClauses } from '#verify/support/cut-clauses.ts';
import { retoldBy } from '#verify/support/retold-by.ts';
import { recase } from '#verify/words/recase.ts';
import { placeOf, plainArticle } from './plain-article.ts';

const TEXT = [
  'Nils Aker, the harbour master, was questioned on Friday about the crane.',
  'He was acquitted of breaking the port’s rules.',
  'The guild didn’t sign the new mooring contract.',
  'The board may order a second survey if it fails to report the crack, he said.',
  'The quay was not leaning in March, the pilots insisted.',
  'Captains waiting by the quay were told to leave The guild has hired a lawyer for them.',
].join('\n\n');

const TESTIMONY: Testimony = {
  sources: [
    {
      id: 's1',
      name: 'Nils Aker',
      role: 'harbour master',
      kind: 'person',
      named: true,
      mentions: [placeOf('Nils Aker', TEXT), placeOf('He', TEXT)],
    },
  ],
  attributions: [],
};
const ARTICLE = plainArticle(TEXT);
const GROUND = createGround(ARTICLE, TESTIMONY);

function against(text: string): string | null {
  const [objection] = WRITTEN_CHECKS.flatMap((check) => check(bareSubject(text), GROUND));
  return objection === undefined ? null : `${objection.check}: ${objection.reason}`;
}

test('the sentences of a text without capitals are told apart', () => {
  expect(sentencesOf(recase('two were hurt. the bridge is closed. “it held”, he said.', ARTICLE), 'en')).toEqual([
    'Two were hurt.',
    'The bridge is closed.',
    '“It held”, he said.',
  ]);
  expect(sentencesOf('The quay of St. mary held.', 'en')).toHaveLength(1);
});

test('a "n’t" turns round what it stands before', () => {
  expect(against('The guild did sign the new mooring contract.')).toContain('not');
  expect(against('The guild did not sign the new mooring contract.')).toBeNull();
  expect(against('the guild didn’t sign the new mooring contract.')).toBeNull();
});

test('a sentence about a "he" is retold by one that names him', () => {
  expect(retoldBy('Nils Aker was convicted of breaking rules.', GROUND)).toEqual([1]);
  expect(against('Nils Aker was convicted of breaking rules.')).toContain('acquitted');
});

test('will for may is seen beside any word that the article has too', () => {
  expect(against('The board will order a second survey if it fails to report the crack.')).toContain('“may”');
});

test('a "not" that stands before the word anywhere in the article is not made up', () => {
  expect(against('The pilots insisted that the quay is not leaning.')).toBeNull();
});

test('a caption without a stop ends where the next sentence begins', () => {
  expect(cutClauses('Boats by the quay The guild has hired a lawyer', 'en')).toHaveLength(2);
  expect(cutClauses('Boats by the The Lantern of Vesby', 'en')).toHaveLength(1);
  expect(against('The guild has hired a lawyer for captains.')).toBeNull();
});

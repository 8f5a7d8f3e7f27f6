import { expect, test } from 'vitest';
import type { Subject } from '#verify/checks/check.ts';
import { bareSubject } from '#verify/checks/check.ts';
import { checkCertainty } from '#verify/checks/check-certainty.ts';
import { checkPolarity } from '#verify/checks/check-polarity.ts';
import { createGround, type Ground } from '#verify/ground.ts';
import { plainArticle } from '../plain-article.ts';

const TEXT = [
  'The ferry company has not apologised to passengers who were stranded on Sunday.',
  'Its owner has reportedly offered the harbour board a new contract. Divers could reach the wreck before Friday.',
  'The board didn’t accept earlier contracts. The old pilot station was closed in winter.',
].join('\n\n');
function checkStrength(subject: Subject, ground: Ground) {
  return [...checkPolarity(subject, ground), ...checkCertainty(subject, ground)];
}

const ground = createGround(plainArticle(TEXT), { sources: [], attributions: [] });

function reasonAgainst(text: string): string | null {
  return checkStrength(bareSubject(text), ground)[0]?.reason ?? null;
}

test('refuses a claim that leaves out the article’s “not”', () => {
  expect(reasonAgainst('The ferry company has apologised to stranded passengers.')).toContain('has not apologised');
  expect(reasonAgainst('The board did accept earlier contracts.')).toContain('did not accept');
});

test('refuses a claim that says “not” where the article does not', () => {
  expect(reasonAgainst('The old pilot station was not closed in winter.')).toContain('was not closed');
});

test('refuses a claim that makes certain what the article holds possible', () => {
  expect(reasonAgainst('The owner has offered the harbour board a new contract.')).toContain('has reportedly offered');
  expect(reasonAgainst('Divers will reach the wreck before Friday.')).toContain('divers could reach');
});

test('has nothing against the article’s own sentences, or against another hedge', () => {
  expect(reasonAgainst(TEXT)).toBeNull();
  expect(reasonAgainst('The owner has allegedly offered the harbour board a new contract.')).toBeNull();
  expect(reasonAgainst('Divers may reach the wreck before Friday.')).toBeNull();
});

test('has nothing against wording that the article has too', () => {
  const text = 'The company has not apologised for delays. The company has apologised for delays before.';
  const both = createGround(plainArticle(text), { sources: [], attributions: [] });
  expect(checkStrength(bareSubject('The company has apologised for delays.'), both)).toEqual([]);
});

test('sees a negation that opens the sentence, and one that is a word for nobody', () => {
  const text =
    'No date has been set, and no one has told the board that the quay is unsafe. Nobody knows what it will cost.';
  const ground = createGround(plainArticle(text), { sources: [], attributions: [] });
  const against = (claim: string) => checkStrength(bareSubject(claim), ground)[0]?.reason ?? null;
  expect(against('A date has been set.')).toContain('no date has');
  expect(against('Someone has told the board that the quay is unsafe.')).toContain('nobody has told');
  expect(against('Someone knows what it will cost.')).toContain('nobody knows');
  expect(against(text)).toBeNull();
  expect(against('No one knows what it will cost.')).toBeNull();
});

test('what the article answers with a bare no is not told as so', () => {
  const article = plainArticle(
    'Does the guild want a second pier?\n\nNo. The master of the guild, Ole Brandt, has advised that a single pier will do.\n\nThe surveyors have warned that it will not.\n\nIs the harbour safe? Yes, Brandt says.',
  );
  const ground = createGround(article, { sources: [], attributions: [] });
  const against = (text: string) => checkPolarity(bareSubject(text), ground);
  expect(against('The guild does want a second pier.')).toHaveLength(1);
  expect(against('The surveyors have warned that a single pier will do.')).toHaveLength(1);
  expect(against('The harbour is safe.')).toEqual([]);
});

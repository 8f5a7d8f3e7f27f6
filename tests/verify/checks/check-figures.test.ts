import { expect, test } from 'vitest';
import { bareSubject } from '#verify/checks/check.ts';
import { checkFigures } from '#verify/checks/check-figures.ts';
import { createGround } from '#verify/ground.ts';
import { plainArticle } from '../plain-article.ts';

const TEXT = [
  'The harbour board promises 140 berths at the new marina, more than the old one ever had.',
  'The sailing club wants the crane gone as well. With that, its chair reckons, the quay would hold 260 without trouble.',
].join('\n\n');
const ground = createGround(plainArticle(TEXT), { sources: [], attributions: [] });
const reasons = (text: string) => checkFigures(bareSubject(text), ground).map(({ reason }) => reason);

test('lets two figures for one thing stand where a claim tells both, each in its place', () => {
  expect(reasons('The club’s chair reckons with 260 berths, the harbour board with 140.')).toEqual([]);
});

test('refuses the one figure where the other is not told, or is told of something else', () => {
  const against = 'the article gives “140” for this, not “260”';
  expect(reasons('The harbour board promises 260 berths.')).toEqual([against]);
  expect(reasons('The marina will have 260 berths and 140 cranes.')).toEqual([against]);
});

import { expect, test } from 'vitest';
import { wordPoint } from '#summarize/extractive/points/word-point.ts';
import { readPassages } from '#summarize/extractive/read-passages.ts';
import { type Said, saidIn } from './said-in.ts';

test('beside its credit it stands without the outlet, where all that is told has that credit', () => {
  const words = 'the port plans a third quay beside the old granary';
  const pointWith = (text: string, more: readonly Said[]) => {
    const { article, testimony } = saidIn(text, [
      { words, by: 'Two people', cue: 'told', verb: 'tell', via: ['Elvest Gazette'] },
      ...more,
    ]);
    const sources = testimony.sources.map((source) => ({ ...source, named: false }));
    const passages = readPassages(article, { ...testimony, sources });
    return passages[0] === undefined ? null : wordPoint(passages[0], passages, article);
  };
  const text = `Two people told the Elvest Gazette that ${words}.`;
  expect(pointWith(text, [])).toMatchObject({ text, beside: 'The port plans a third quay beside the old granary.' });
  const longer = text.replace('.', ', which the mayor called a dream.');
  const point = pointWith(longer, [{ words: 'a dream', by: 'the mayor', cue: 'called', verb: 'call' }]);
  expect(point?.text).toBe(longer);
  expect(point?.beside).toBeUndefined();
});

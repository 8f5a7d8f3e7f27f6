import { expect, test } from 'vitest';
import { answerCard } from '#render/answer-card.ts';
import { ATTRIBUTIONS, QUOTE, SOURCES, spanOf, TEXT } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

const testimony = { sources: SOURCES, attributions: ATTRIBUTIONS };
const passage = `“${QUOTE},” Holm told the Quay Gazette.`;

test('shows the passage that answers, with its credit', () => {
  const answer = { text: passage, answered: true, evidence: [spanOf(passage)], attributions: ['a2'] };
  expect(answerCard('What was found?', answer, anArticle(TEXT), testimony)).toEqual({
    title: 'What was found?',
    blocks: [{ kind: 'passage', text: passage, credit: 'Ida Holm, harbour master, via Quay Gazette' }],
  });
});

test('says plainly that the article does not say, and what it says nearest', () => {
  const answer = { text: '', answered: false, evidence: [spanOf(passage)], attributions: [] };
  const { blocks } = answerCard('Who paid?', answer, anArticle(TEXT), testimony);
  expect(blocks.map((block) => ('text' in block ? block.text : ''))).toEqual([
    'The article does not say.',
    'What it says nearest:',
    passage,
  ]);
  expect(answerCard('Who paid?', { ...answer, evidence: [] }, anArticle(TEXT), testimony).blocks).toHaveLength(1);
});

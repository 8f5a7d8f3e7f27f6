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

test('whose it is the passage says alone where we are not sure, and its words for it stand there', () => {
  const answer = { text: passage, answered: true, evidence: [spanOf(passage)], attributions: ['a2'] };
  const creditAt = (confidence: number, cue: string | null) => {
    const attributions = ATTRIBUTIONS.map((one) => ({ ...one, confidence, cue: cue === null ? null : spanOf(cue) }));
    const [block] = answerCard('What was found?', answer, anArticle(TEXT), { sources: SOURCES, attributions }).blocks;
    return block !== undefined && 'credit' in block ? block.credit : undefined;
  };
  expect(creditAt(0.7, 'told')).toBeNull();
  expect(creditAt(0.8, 'told')).toBe('Ida Holm, harbour master, via Quay Gazette');
  expect(creditAt(0.7, null)).toBe('Ida Holm, harbour master, via Quay Gazette');
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

const MODEL = { name: 'model', model: 'quill-2', prompt: 'answer/standard@2' } as const;
const written = {
  ...{ text: 'Two inspections found cracks.', answered: true, evidence: [spanOf(passage)], attributions: ['a2'] },
  engine: MODEL,
};
const linesOf = (answer: Parameters<typeof answerCard>[1]) =>
  answerCard('What was found?', answer, anArticle(TEXT), testimony).blocks.map((block) =>
    'text' in block ? `${block.kind}: ${block.text}` : block.kind,
  );

test('shows what a model answered before the passages that bear it', () => {
  expect(linesOf(written)).toEqual([
    'text: Two inspections found cracks.',
    'note: Written by the model quill-2, checked against these passages:',
    `passage: ${passage}`,
  ]);
});

test('shows a translation first, and then the words that were checked', () => {
  const [first, second, third] = linesOf({ ...written, translation: 'Zwei Prüfungen fanden Risse.' });
  expect([first, second]).toEqual(['text: Zwei Prüfungen fanden Risse.', 'text: Two inspections found cracks.']);
  expect(third).toContain('stands second');
});

test('says why the article’s own words stand in for a model’s, whether they answer or not', () => {
  const engine = {
    name: 'extractive',
    model: null,
    prompt: null,
    fallback: 'the model did not answer in time',
  } as const;
  const why = 'note: Extractive: the model did not answer in time.';
  expect(linesOf({ ...written, text: passage, engine })).toEqual([`passage: ${passage}`, why]);
  expect(linesOf({ ...written, answered: false, evidence: [], engine })).toEqual([
    'text: The article does not say.',
    why,
  ]);
});

test('a model that finds no answer is told like any other', () => {
  expect(linesOf({ ...written, text: 'The article does not say.', answered: false, evidence: [] })).toEqual([
    'text: The article does not say.',
  ]);
});

import { expect, test } from 'vitest';
import { likesIn } from '#summarize/extractive/answers/likes-in.ts';
import { shareTogether } from '#summarize/extractive/answers/share-together.ts';
import { readClauses } from '#summarize/extractive/read-clauses.ts';

const asked = ['harbour', 'master', 'resign'];
const share = (sentence: string) => shareTogether(asked, likesIn(asked, readClauses(sentence, 'en')));

test('words of a question that stand side by side in a sentence are of one matter', () => {
  expect(share('The harbour master said on Friday that he would resign.')).toBe(0.5);
  expect(share('The harbour master resigned.')).toBe(1);
  expect(share('The harbour was full when, long after the storm, a master of arts gave his old post away.')).toBe(0);
});

test('one word has no neighbour', () => {
  expect(shareTogether(['harbour'], likesIn(['harbour'], readClauses('The harbour is shut.', 'en')))).toBe(0);
});

import { expect, test } from 'vitest';
import { lemmaOf } from '#language/lemma-of.ts';
import type { Tag } from '#language/tag.ts';
import { learnLemmas } from '../../tools/train-parser/learn-lemmas.ts';

const word = (form: string, lemma: string, coarse: Tag, fine: string) => ({
  ...{ form, lemma, coarse, fine, head: -1, relation: 'root' },
});

test('learns endings that many words share, and keeps the exceptions', () => {
  const verbs = ['call', 'walk', 'talk', 'jump'].map((verb) => word(`${verb}ed`, verb, 'VERB', 'VBD'));
  const rules = learnLemmas([...verbs, word('told', 'tell', 'VERB', 'VBD')]);
  expect(lemmaOf(rules, 'pushed', { coarse: 'VERB', fine: 'VBD' })).toBe('push');
  expect(lemmaOf(rules, 'told', { coarse: 'VERB', fine: 'VBD' })).toBe('tell');
  expect(lemmaOf(rules, 'constructor', { coarse: 'NOUN', fine: 'NN' })).toBe('constructor');
});

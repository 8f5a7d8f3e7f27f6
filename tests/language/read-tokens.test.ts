import { expect, test } from 'vitest';
import { readTokens } from '#language/read-tokens.ts';
import { splitSentences } from '#language/split-sentences.ts';
import { expectToEnd } from '../expect-to-end.ts';

const TEXTS = [
  '“It’s the drivers’ fault,” said Mr. O’Neil of the U.S. He can’t wait… He’ll pay $3.5m.',
  "``Done,'' he said. www.example.org/a?b=c, a@b.org, 5%… — and ’90s.",
  'Lone \ud800 surrogates \udc00, tabs\tand\r\nnewlines\u00a0here. 👍🏽 ok',
  '橋は閉鎖された。市長は「無理だ」と語った。',
];

test.each(['en', 'ja', 'und'])('gives the text’s own characters at exact offsets, in order, in %s', (language) => {
  for (const text of TEXTS) {
    const sentences = splitSentences(text, language);
    let end = 0;
    for (const token of readTokens(text, sentences, language)) {
      expect(text.slice(token.start, token.end)).toBe(token.text);
      expect(token.start).toBeGreaterThanOrEqual(end);
      expect(token.start).toBeGreaterThanOrEqual(sentences[token.sentence]?.start ?? -1);
      expect(token.end).toBeLessThanOrEqual(sentences[token.sentence]?.end ?? -1);
      end = token.end;
    }
  }
});

test('knows the word classes and lemmas of English', () => {
  const text = 'She told reporters that the talks had failed.';
  const tokens = readTokens(text, splitSentences(text, 'en'), 'en');
  expect(tokens.map(({ tag }) => tag)).toEqual([
    'PRON',
    'VERB',
    'NOUN',
    'SCONJ',
    'DET',
    'NOUN',
    'AUX',
    'VERB',
    'PUNCT',
  ]);
  expect(tokens[1]?.lemma).toBe('tell');
});

test('tells the word classes of other languages by shape', () => {
  const text = 'Anna kam 3 Mal.';
  expect(readTokens(text, splitSentences(text, 'de'), 'de').map(({ tag }) => tag)).toEqual([
    'PROPN',
    'X',
    'NUM',
    'PROPN',
    'PUNCT',
  ]);
});

test('gives the same tokens twice', () => {
  const [text = ''] = TEXTS;
  const sentences = splitSentences(text, 'en');
  expect(readTokens(text, sentences, 'en')).toEqual(readTokens(text, sentences, 'en'));
});

test('does not hang on hostile text', () => {
  for (const unit of ['a', '“', "'", '-', 'a.', ' ', '\ud800']) {
    const text = unit.repeat(60_000 / unit.length);
    expectToEnd(() => {
      readTokens(text, [{ start: 0, end: text.length }], 'en');
    });
  }
});

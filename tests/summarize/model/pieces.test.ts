/** The small parts of the model engine, each by itself. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeInner, cutQuote, edgesOf } from '#summarize/model/cut-quote.ts';
import { createFence } from '#summarize/model/fence-data.ts';
import { languageRule, translateInto } from '#summarize/model/language-rule.ts';
import { numberSentences } from '#summarize/model/number-sentences.ts';
import { parseReply } from '#summarize/model/parse-reply.ts';
import { planSections } from '#summarize/model/plan-sections.ts';
import { draftSchema, jsonSchemaOf } from '#summarize/model/reply-schemas.ts';
import { createShareWork } from '#summarize/model/share-work.ts';
import { anArticle } from '../../an-article.ts';
import { checkStrictSchema } from '../../stand-ins/openai/check-strict-schema.ts';
import { counter } from './a-model.ts';

const sentence = fc
  .array(fc.constantFrom('bridge', 'closed', '[1]', '⟦2⟧', '“looked”', 'Holm', '3.5', '{1}', '#fence-1#'), {
    minLength: 3,
    maxLength: 12,
  })
  .map((words) => `The ${words.join(' ')}.`);
const texts = fc.array(sentence, { minLength: 1, maxLength: 20 }).map((list) => list.join('\n\n'));

test('numbers are all that is added to a text, whole or in parts', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 20, max: 200 }), (text, most) => {
      const article = anArticle(text);
      const { text: numbered, example } = numberSentences(article);
      const [open, close] = [example.slice(0, example.indexOf('1')), example.slice(example.indexOf('1') + 1)];
      const bare = (shown: string) =>
        article.sentences.reduce((rest, _, at) => rest.replace(`${open}${at + 1}${close} `, ''), shown);
      expect(bare(numbered)).toBe(article.text);
      const sections = planSections(article, most, (one) => Math.ceil(one.length / 4));
      expect(sections.map((section) => bare(numberSentences(article, section).text)).join('')).toBe(article.text);
      expect(sections.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))).toEqual(
        article.sentences.map((_, at) => at),
      );
    }),
    { numRuns: 60 },
  );
});

test('a paragraph that alone is too long is parted between its sentences', () => {
  const article = anArticle(Array.from({ length: 40 }, (_, at) => `The bridge number ${at} was closed.`).join(' '));
  const sections = planSections(article, 60, (text) => Math.ceil(text.length / 4));
  expect(sections.length).toBeGreaterThan(5);
  expect(sections[0]?.from).toBe(0);
  expect(sections.at(-1)?.to).toBe(40);
});

test('the word of a fence stands in none of the texts, whatever they hold', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 8 })), (held) => {
      const texts = held.map((number) => `before #fence-${number}# after`);
      const fence = createFence(counter(), texts);
      expect(texts.join()).not.toContain(fence.word);
      expect(fence.around('ARTICLE', 'x')).toBe(`${fence.word} BEGIN ARTICLE\nx\n${fence.word} END ARTICLE`);
    }),
  );
  expect(() => createFence(() => 'same', ['#same#'])).toThrow(/chance/);
});

test.each([
  ['We looked twice', 'We looked twice'],
  ['“we LOOKED\n twice”', 'We looked twice'],
  ['cracks,', 'cracks'],
  ["don't", 'don’t'],
  ['twice – and', 'twice — and'],
])('“%s” is cut as it stands in the article', (words, cut) => {
  const text = '“We looked twice — and found cracks, so don’t drive,” said Holm.';
  const span = cutQuote(words, text, { start: 0, end: text.length });
  expect(span === null ? null : text.slice(span.start, span.end)).toBe(cut);
});

test('a quotation inside quoted words is closed where it ends with them', () => {
  const text = '“She said, in effect, ‘Then we have no choice,’” the engineer said.';
  const span = cutQuote('in effect, ‘Then we have no choice', text, { start: 0, end: text.length });
  if (span === null) throw new Error('not found');
  const { start, end } = closeInner(text, span);
  expect(text.slice(start, end)).toBe('in effect, ‘Then we have no choice,’');
  expect(edgesOf('‘no choice,’')).toEqual({ lead: '‘', trail: ',’' });
});

test.each(['we look twice', 'ooked twice', 'found crack', '…', '', '“”', 'twice and found'])('“%s” is not', (words) => {
  const text = '“We looked twice — and found cracks,” said Holm.';
  expect(cutQuote(words, text, { start: 0, end: text.length })).toBeNull();
});

test('whatever is cut is a piece of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), fc.nat(60), (text, from, length) => {
      const words = text.slice(from, from + length);
      const span = cutQuote(words, text, { start: 0, end: text.length });
      if (span === null) return;
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeLessThanOrEqual(text.length);
      expect(text.slice(span.start, span.end).trim()).toBe(text.slice(span.start, span.end));
    }),
  );
});

test('the schema is one that a strict server takes', () => {
  expect(checkStrictSchema({ ...jsonSchemaOf(draftSchema) })).toBeNull();
});

test('a reply lacks nothing but what may be empty', () => {
  const { points } = parseReply('{"points":[{"text":"x","sentences":[1]}]}', draftSchema);
  expect(points).toEqual([{ text: 'x', sentences: [1], statements: [], quotes: [], translation: null }]);
  expect(() => parseReply('{"points":[{"text":"x"}]}', draftSchema)).toThrow(/another form/);
  expect(() => parseReply('{"points":[{"text":"x","sentences":[1.5]}]}', draftSchema)).toThrow(/another form/);
  expect(() => parseReply('I cannot.', draftSchema)).toThrow(/could not be read/);
});

test('what is translated into what', () => {
  expect(translateInto('de', 'en')).toBe('en');
  expect(translateInto('en-GB', 'en')).toBeNull();
  expect(translateInto('en', null)).toBeNull();
  expect(languageRule('de', 'en')).toMatch(/German.*English/s);
  expect(languageRule('und', null)).toMatch(/^Write in the language of the article\./);
});

test('one piece of work for all who ask for the same, at once and later', async () => {
  const shared = createShareWork<number>(2);
  let works = 0;
  const work = async () => ++works;
  const at = (key: string) => shared.get(key, work);
  expect(await Promise.all([at('a'), at('a'), at('a')])).toEqual([
    { value: 1, isShared: false },
    { value: 1, isShared: true },
    { value: 1, isShared: true },
  ]);
  expect(await at('a')).toEqual({ value: 1, isShared: true });
  await at('b');
  await at('a');
  await at('c');
  // Two are remembered; b was not asked for for the longest time.
  expect(await at('a')).toMatchObject({ value: 1 });
  expect(await at('b')).toEqual({ value: 4, isShared: false });
});

test('a failure is everybody’s at that moment, and nobody’s later', async () => {
  const shared = createShareWork<number>(2);
  let works = 0;
  const work = async () => {
    if (++works === 1) throw new Error('failed');
    return works;
  };
  const both = await Promise.allSettled([shared.get('a', work), shared.get('a', work)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await shared.get('a', work)).toEqual({ value: 2, isShared: false });
});

test('one who goes leaves the others waiting; when all have gone the work ends', async () => {
  const shared = createShareWork<string>(2);
  let ended = 0;
  const work = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      signal.addEventListener('abort', () => {
        ended++;
        reject(signal.reason);
      });
      setTimeout(() => resolve('done'), 100);
    });
  const gone = new AbortController();
  const first = shared.get('a', work, gone.signal);
  const second = shared.get('a', work);
  gone.abort(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  expect(await second).toEqual({ value: 'done', isShared: true });
  expect(ended).toBe(0);
  const alone = shared.get('b', work, AbortSignal.timeout(10));
  await expect(alone).rejects.toThrow();
  expect(ended).toBe(1);
});

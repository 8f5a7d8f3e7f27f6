import { expect, test } from 'vitest';
import { brief, readText } from '#index.ts';
import { type GoldArticle, type GoldAttribution, parseGold } from '../../bench/parse-gold.ts';
import { judgeMouth, showPoint } from '../../bench/score-credits.ts';
import { shownWords } from '../../bench/shown-words.ts';
import { reportGold } from './report-gold.ts';

const SAID = 'Ida Holm said the pier was sound, but Karl Brandt said the pier would fall. ';
const TEXT = `${SAID}It was built in 1911. Brandt denied that he had seen the report, the Quay Gazette wrote.`;

const marks = {
  ...{ named: true, kind: 'person', role: null, via: [] as string[], form: 'indirect', hedge: null, stance: 'asserts' },
};
const HOLM = { ...marks, content: ['the pier was sound'], speaker: 'Ida Holm', verb: 'say' };
const BRANDT = { ...marks, content: ['the pier would fall'], speaker: 'Karl Brandt', verb: 'say' };
const DENIAL = {
  ...{ ...marks, content: ['he had seen the report'], speaker: 'Karl Brandt', verb: 'deny', stance: 'denies' },
  via: ['Quay Gazette'],
};

const GOLD: GoldArticle = parseGold(
  {
    ...{
      slug: 'pier',
      title: 'The pier',
      outlet: 'Lund Post',
      url: 'https://lund.example/pier',
      published: '2031-05-03',
    },
    ...{ text: TEXT, attributions: [HOLM, BRANDT, DENIAL], notQuotes: [], keySentences: [], disagreements: [] },
    ...{ questions: [], claims: [] },
  },
  'pier',
);
const ARTICLE = readText(TEXT, { url: GOLD.url, title: GOLD.title });

/** What the scorer says of a point in these words, with a line of credit for each of the statements that are given. */
function judged(shown: string, from: string, ...credited: Partial<GoldAttribution & { speaker: string }>[]) {
  const start = TEXT.indexOf(from);
  const passages = [{ start, end: TEXT.indexOf('.', start) + 1 }];
  const line = reportGold({ ...GOLD, attributions: credited.map((one) => ({ ...HOLM, ...one })) });
  const credits = line.attributions.flatMap((attribution, at) => {
    const source = line.sources[at];
    return source === undefined ? [] : [{ attribution, source }];
  });
  return judgeMouth({ words: shownWords(TEXT, passages, shown), passages, credits }, GOLD, ARTICLE);
}

test('what nobody is marked with needs no credit, and any is a wrong mouth', () => {
  expect(judged('It was built in 1911.', 'It was').is).toBe('right');
  expect(judged('It was built in 1911.', 'It was', HOLM)).toEqual({ is: 'wrong', why: 'nobody said it' });
});

test('a statement without its credit words is right under its speaker, wrong under another and missing under nobody', () => {
  expect(judged('The pier was sound.', 'Ida', HOLM).is).toBe('right');
  expect(judged('The pier was sound.', 'Ida', BRANDT)).toEqual({ is: 'wrong', why: 'another said it' });
  expect(judged('The pier was sound.', 'Ida').is).toBe('missing');
});

test('a sentence that names both needs no line, and a line that names one of them is missing the other', () => {
  expect(judged(SAID, 'Ida').is).toBe('right');
  expect(judged(SAID, 'Ida', HOLM, BRANDT).is).toBe('right');
  expect(judged(SAID, 'Ida', HOLM)).toEqual({ is: 'missing', why: 'part' });
});

test('half of what two say under one of them is a wrong mouth, as is more of the article than somebody said', () => {
  expect(judged('The pier was sound, the pier would fall.', 'Ida', HOLM)).toEqual({ is: 'wrong', why: 'half' });
  expect(judged('The pier was sound but Karl Brandt.', 'Ida', HOLM)).toEqual({ is: 'wrong', why: 'runs over' });
});

test('a denial that reads as a claim is a wrong mouth, and an outlet that nobody names is missing', () => {
  const bare = 'He had seen the report.';
  expect(judged(bare, 'Brandt denied', { ...DENIAL, stance: 'asserts' })).toEqual({ is: 'wrong', why: 'stance' });
  expect(judged(bare, 'Brandt denied', DENIAL).is).toBe('right');
  expect(judged(bare, 'Brandt denied', { ...DENIAL, via: [] })).toEqual({ is: 'missing', why: 'outlet' });
  expect(judged(bare, 'Brandt denied', { ...DENIAL, via: ['Lund Echo'] })).toEqual({ is: 'wrong', why: 'via' });
});

test('what is shown of a point whose line says all is its words, and whoever its line names', async () => {
  const briefing = await brief(ARTICLE, { engine: 'extractive' });
  for (const point of briefing.points) {
    const { words } = showPoint(point, briefing, ARTICLE);
    expect(words.length).toBeGreaterThan(3);
  }
});

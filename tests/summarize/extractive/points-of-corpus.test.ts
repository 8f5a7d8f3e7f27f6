import path from 'node:path';
import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { extractiveEngine } from '#summarize/extractive/extractive-engine.ts';
import { makeBriefing } from '#verify/make-briefing.ts';
import { readCorpus } from '../../../tools/read-corpus.ts';

const POINTS = 10;
const ARTICLES = readCorpus(path.join(import.meta.dirname, '../../../corpus')).filter((_, at) => at % 4 === 0);

const count = (text: string, mark: string) => text.split(mark).length - 1;

const BRIEFINGS = await Promise.all(
  ARTICLES.map(async ({ file: { slug }, article }) => {
    const draft = await extractiveEngine.draft(article, attribute(article), { points: POINTS, style: 'standard' });
    return { slug, ...makeBriefing(draft, article) };
  }),
);

test.each(BRIEFINGS)(
  'the points of $slug read as sentences, in an order that can be followed',
  ({ article, points }) => {
    for (const [at, { text, evidence, follows }] of points.entries()) {
      expect(text).toMatch(/^["“‘'([]*[\p{Lu}\p{N}€£$]/u);
      expect(text).toMatch(/[.!?…][”"’')\]]*$/u);
      expect([count(text, '“'), count(text, '(')]).toEqual([count(text, '”'), count(text, ')')]);
      if (follows !== true) continue;
      const before = points[at - 1]?.evidence.at(-1);
      const place = article.sentences.findIndex(({ start }) => start === evidence[0]?.start);
      expect(article.sentences[place - 1]).toEqual(before);
    }
  },
);

test('of 200 points of ours the verifier withholds one at most', () => {
  const count = BRIEFINGS.reduce((sum, { points }) => sum + points.length, 0);
  const withheld = BRIEFINGS.reduce((sum, briefing) => sum + briefing.withheld.length, 0);
  expect(withheld * 200).toBeLessThanOrEqual(count);
});

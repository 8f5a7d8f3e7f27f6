import { expect, test } from 'vitest';
import { loadGold } from '../../bench/load-gold.ts';
import { scoreTestimony } from '../../bench/score-testimony.ts';
import { percentOf } from '../../bench/tally.ts';
import { reportGold } from './report-gold.ts';

const articles = [...loadGold(), ...loadGold('articles-unread'), ...loadGold('articles-other')];

test.each(articles.map((gold) => [gold.slug, gold] as const))('gives %s full marks against itself', (_, gold) => {
  const { viaInvented, notQuotes, ...figures } = scoreTestimony(gold, gold.text, reportGold(gold));
  for (const [name, tally] of Object.entries(figures)) expect([name, tally.hits]).toEqual([name, tally.tries]);
  expect(viaInvented.hits).toBe(0);
  expect(notQuotes.hits).toBe(0);
});

test('a swapped speaker lowers the speaker and attribution figures and leaves the contents as they were', () => {
  for (const gold of articles) {
    const perfect = reportGold(gold);
    const other = gold.attributions.findIndex(({ speaker }) => speaker !== gold.attributions[0]?.speaker);
    const swapped = perfect.attributions.map((said, index) => (index === 0 ? { ...said, source: `s${other}` } : said));
    const before = scoreTestimony(gold, gold.text, perfect);
    const after = scoreTestimony(gold, gold.text, { ...perfect, attributions: swapped });
    expect(after.speaker.hits).toBe(before.speaker.hits - 1);
    expect(percentOf(after.attributionF1)).toBeLessThan(100);
    expect(after.contentF1).toEqual(before.contentF1);
  }
});

test('a statement that was missed costs recall, one that was made up costs precision', () => {
  const [gold] = articles;
  if (gold === undefined) throw new Error('there are no articles');
  const { sources, attributions } = reportGold(gold);
  const missed = scoreTestimony(gold, gold.text, { sources, attributions: attributions.slice(1) });
  expect(percentOf(missed.contentF1)).toBeLessThan(100);
  const invented = attributions.slice(0, 1).map((said) => ({ ...said, id: 'extra', content: [{ start: 0, end: 3 }] }));
  const added = scoreTestimony(gold, gold.text, { sources, attributions: [...attributions, ...invented] });
  expect(percentOf(added.contentF1)).toBeLessThan(100);
});

test('a term that is reported as a quotation is counted', () => {
  const gold = articles.find(({ notQuotes }) => notQuotes.length > 0);
  const term = gold?.notQuotes[0];
  if (gold === undefined || term === undefined) throw new Error('no article marks a term');
  const { sources, attributions } = reportGold(gold);
  const start = gold.text.indexOf(term);
  const wrong = attributions.slice(0, 1).map((said) => ({ ...said, quotes: [{ start, end: start + term.length }] }));
  expect(scoreTestimony(gold, gold.text, { sources, attributions: wrong }).notQuotes.hits).toBe(1);
});

test('nothing reported gives nothing, without a division by zero', () => {
  for (const gold of articles) {
    const score = scoreTestimony(gold, gold.text, { sources: [], attributions: [] });
    expect(percentOf(score.contentF1)).toBe(0);
    expect(score.speaker.tries).toBe(0);
  }
});

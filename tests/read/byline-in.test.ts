import { expect, test } from 'vitest';
import { bylineIn } from '#read/byline-in.ts';
import { readText } from '#read/read-text.ts';

test.each([
  ['By Lena Orr', ['Lena Orr']],
  ['Von Greta Wolf und Jan van der Ott, Ohlenburg, 12. März', ['Greta Wolf', 'Jan van der Ott']],
  ['Par Anne Roche (avec agences)', ['Anne Roche']],
  ['Av Karin Lindh', ['Karin Lindh']],
  ['Af Poul Holm og Karen Lind', ['Poul Holm', 'Karen Lind']],
  ['Door: Piet de Boer | 9 mei 2026', ['Piet de Boer']],
  ['di Elena Bassi', ['Elena Bassi']],
  ['VON GRETA WOLF', ['GRETA WOLF']],
  ['Testo di Ugo Rossi', ['Ugo Rossi']],
])('%s', (line, names) => {
  expect(bylineIn(line)).toEqual(names);
});

test.each([
  'By Monday Lena Orr had left.',
  'Von Greta Wolf war nichts zu hören.',
  'By Lena Orr and by all who came with her that evening to the hall of the Ferry Men to see what had become of the boats and crews',
  'Di Marco',
  'By the river',
])('“%s” is no byline', (line) => {
  expect(bylineIn(line)).toEqual([]);
});

test('the byline is told apart from the text', () => {
  const article = readText(
    'Von Greta Wolf, 12. März\n\nDie Fähre fährt wieder. Der Rat hat es am Dienstag beschlossen.',
  );
  expect(article.authors).toEqual(['Greta Wolf']);
  expect(article.text).toBe('Die Fähre fährt wieder. Der Rat hat es am Dienstag beschlossen.');
});

import { expect, test } from 'vitest';
import { secondHandLine, sourcingLine } from '#render/sourcing-line.ts';
import { ATTRIBUTIONS, aBriefing, aSource, SOURCES } from '../a-briefing.ts';

test('counts the statements by how their sources are named', () => {
  expect(sourcingLine({ named: 3, unnamed: 1, documents: 0, unstated: 0, via: {} }, 'en')).toBe(
    '4 statements: 3 from named sources, 1 from unnamed sources',
  );
  expect(sourcingLine({ named: 1, unnamed: 0, documents: 0, unstated: 0, via: {} }, 'en')).toBe(
    '1 statement: 1 from named sources',
  );
  expect(sourcingLine({ named: 4_000, unnamed: 1_000, documents: 0, unstated: 0, via: {} }, 'en')).toMatch(
    /^the first 5000 statements: 4000 from named/,
  );
  expect(sourcingLine({ named: 0, unnamed: 0, documents: 0, unstated: 0, via: {} }, 'en')).toBe(
    'the article credits no one',
  );
});

test('an article of which most comes through one outlet is second-hand', () => {
  const relayed = ATTRIBUTIONS.map((attribution, i) => ({ ...attribution, via: i < 3 ? ['Quay Gazette'] : [] }));
  expect(secondHandLine(aBriefing({ attributions: relayed }))).toBe(
    'second-hand: 3 of 4 statements come through Quay Gazette',
  );
});

test('what the relaying outlet reports in its own voice counts as well', () => {
  const post = { ...aSource({ id: 's9', name: 'Quay Gazette', kind: 'organization', role: null }) };
  const attributions = ATTRIBUTIONS.map((attribution, i) =>
    i < 2 ? { ...attribution, via: ['Quay Gazette'] } : i === 2 ? { ...attribution, source: 's9' } : attribution,
  );
  const briefing = aBriefing({ attributions, sources: [...SOURCES, post], disagreements: [] });
  expect(secondHandLine(briefing)).toBe('second-hand: 3 of 4 statements come through Quay Gazette');
});

test('an article that relays one statement of four is not', () => {
  expect(secondHandLine(aBriefing())).toBeNull();
});

test('of a language in which nobody looks for sources is not said that the article credits no one', () => {
  const nothing = { named: 0, unnamed: 0, documents: 0, unstated: 0, via: {} };
  expect(sourcingLine(nothing, 'ru')).toBe('who says what is not read in this language');
  expect(sourcingLine(nothing, 'pt-BR')).toBe('the article credits no one');
});

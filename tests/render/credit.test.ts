import { expect, test } from 'vitest';
import { creditLine, sourceLabel } from '#render/credit.ts';
import { ATTRIBUTIONS, anAttribution, aSource, OPEN, QUOTE, SOURCES, spanOf, TEXT } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

const article = anArticle(TEXT);
const credit = (...attributions: ReturnType<typeof anAttribution>[]) =>
  creditLine(
    attributions.map(({ id }) => id),
    { sources: SOURCES, attributions },
    article,
  );

test('a named source has its role, an unnamed one is said to be unnamed', () => {
  expect(sourceLabel(aSource({}))).toBe('Ida Holm, harbour master');
  expect(sourceLabel(aSource({ name: 'two officials', role: null, kind: 'group', named: false }))).toBe(
    'two officials (unnamed)',
  );
  expect(sourceLabel(aSource({ name: 'a memo', role: null, kind: 'document', named: false }))).toBe(
    'a memo (document)',
  );
  expect(sourceLabel(aSource({ name: 'unstated', role: null, kind: 'unstated', named: false }))).toBe(
    'no source stated',
  );
});

test('a role that the name already holds is not said twice', () => {
  expect(sourceLabel(aSource({ name: 'the harbour master', role: 'harbour master', named: false }))).toBe(
    'the harbour master (unnamed)',
  );
});

test('the outlet between is named', () => {
  expect(credit(anAttribution(OPEN, { source: 's2', via: ['Quay Gazette'] }))).toBe(
    'officials (unnamed), via Quay Gazette',
  );
});

test('a verb that takes sides is shown as the article has it, a neutral one is not', () => {
  expect(credit(...ATTRIBUTIONS.slice(3))).toBe('Lund Lines, ferry firm — the article says “claimed”');
  expect(credit(...ATTRIBUTIONS.slice(0, 1))).toBe('Ida Holm, harbour master');
  const given = anAttribution(OPEN, { verb: 'give', cue: spanOf('claimed') });
  expect(credit(given)).toBe('Ida Holm, harbour master');
});

test('a denial, a refusal and a hedge are said', () => {
  expect(credit(anAttribution(OPEN, { stance: 'denies', verb: 'deny', cue: spanOf('claimed') }))).toBe(
    'Ida Holm, harbour master — a denial',
  );
  expect(credit(anAttribution(OPEN, { stance: 'denies', form: 'direct' }))).toBe('Ida Holm, harbour master — a denial');
  expect(credit(anAttribution(OPEN, { stance: 'declines' }))).toContain('declined to comment');
  expect(credit(anAttribution(OPEN, { hedge: 'reportedly' }))).toContain('hedged “reportedly”');
  const hedged = anAttribution(OPEN, { hedge: 'is said to have claimed', verb: 'claim', cue: spanOf('claimed') });
  expect(credit(hedged)).toBe('Ida Holm, harbour master — hedged “is said to have claimed”');
});

test('two verbs that take sides stand in one remark, one that is used twice is told once', () => {
  const claimed = { verb: 'claim', cue: spanOf('claimed') };
  const opened = { verb: 'boast', cue: spanOf('open') };
  const [first, again, other] = [
    anAttribution(OPEN, claimed),
    anAttribution(QUOTE, { id: 'a2', ...claimed }),
    anAttribution(QUOTE, { id: 'a3', ...opened }),
  ];
  expect(credit(first, again)).toBe('Ida Holm, harbour master — the article says “claimed”');
  expect(credit(first, other)).toBe('Ida Holm, harbour master — the article says “claimed”, “open”');
});

test('nobody is credited where it is not certain', () => {
  expect(credit(anAttribution(OPEN, { confidence: 0.49 }))).toBeNull();
  expect(creditLine(['none'], { sources: SOURCES, attributions: [] }, article)).toBeNull();
});

test('two statements of one source give one credit, of two sources two', () => {
  expect(credit(anAttribution(OPEN), anAttribution(QUOTE, { id: 'a2' }))).toBe('Ida Holm, harbour master');
  expect(credit(anAttribution(OPEN), anAttribution(QUOTE, { id: 'a2', source: 's2' }))).toBe(
    'Ida Holm, harbour master · officials (unnamed)',
  );
});

test('of a statement within a statement the outer one is credited', () => {
  const outer = anAttribution('Officials said the bridge would open on Friday', { id: 'a1' });
  const inner = anAttribution(OPEN, { id: 'a2', source: 's2' });
  expect(credit(inner, outer)).toBe('Ida Holm, harbour master');
  expect(credit({ ...outer, confidence: 0.2 }, inner)).toBe('officials (unnamed)');
});

test('a source that says one thing and denies another is named once', () => {
  const denial = anAttribution(QUOTE, { id: 'a2', stance: 'denies', verb: 'deny' });
  expect(credit(anAttribution(OPEN), denial)).toBe('Ida Holm, harbour master — a denial');
});

test('an outlet that the source’s own words name is not named again', () => {
  const sources = [aSource({ name: 'a memo seen by the Quay Gazette', role: null, kind: 'document', named: false })];
  const attributions = [anAttribution(OPEN, { via: ['Quay Gazette'] })];
  expect(creditLine(['a1'], { sources, attributions }, article)).toBe('a memo seen by the Quay Gazette (document)');
});

test('a role that opened its sentence loses that sentence’s capital', () => {
  expect(sourceLabel(aSource({ name: 'Ida Holm', role: 'The mayor' }))).toBe('Ida Holm, the mayor');
  expect(sourceLabel(aSource({ name: 'Ida Holm', role: 'Its leader' }))).toBe('Ida Holm, its leader');
  expect(sourceLabel(aSource({ name: 'Ida Holm', role: 'A Coruña councillor' }))).toBe('Ida Holm, A Coruña councillor');
});

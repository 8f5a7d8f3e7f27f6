import { expect, test } from 'vitest';
import type { Attribution, Testimony } from '#core/testimony.ts';
import { bareSubject } from '#verify/checks/check.ts';
import { checkNames } from '#verify/checks/check-names.ts';
import { WRITTEN_CHECKS } from '#verify/checks/checks.ts';
import { createGround } from '#verify/ground.ts';
import { placeOf, plainArticle } from './plain-article.ts';

const TEXT = [
  'The port of Sundby plans to raise mooring fees by a tenth from 1 May unless the state pays for dredging.',
  'Its director, Nils Aker, denied that the port had promised lower fees to a cruise line.',
  'The port’s income fell 4 percent to £12m last year, while its costs rose 7 percent.',
  'Some of the captains have moved to Vesby, the pilots’ guild said.',
  'A crane operator told the Sund Gazette that the quay had sunk by 30 centimetres.',
  'Ida Holm, an engineer at the guild, said the quay might hold for ten years.',
  'The port had been promised £9m in grants, of which £2m has been paid.',
].join('\n\n');
const ARTICLE = plainArticle(TEXT);

const SAID = {
  verb: 'say',
  cue: null,
  form: 'indirect',
  quotes: [],
  hedge: null,
  stance: 'asserts',
  confidence: 0.9,
  via: [],
} as const;

function said(id: string, source: string, words: string, more: Partial<Attribution> = {}): Attribution {
  return { ...SAID, id, source, content: [placeOf(words, TEXT)], ...more };
}

const TESTIMONY: Testimony = {
  sources: [
    { id: 's1', name: 'Nils Aker', role: 'director', kind: 'person', named: true, mentions: [] },
    { id: 's2', name: 'the pilots’ guild', role: null, kind: 'organization', named: true, mentions: [] },
    { id: 's3', name: 'a crane operator', role: null, kind: 'person', named: false, mentions: [] },
    { id: 's4', name: 'Ida Holm', role: 'engineer', kind: 'person', named: true, mentions: [] },
  ],
  attributions: [
    said('a1', 's1', 'the port had promised lower fees to a cruise line', { stance: 'denies' }),
    said('a2', 's2', 'Some of the captains have moved to Vesby'),
    said('a3', 's3', 'the quay had sunk by 30 centimetres', { via: ['Sund Gazette'] }),
    said('a4', 's4', 'the quay might hold for ten years'),
  ],
};
const GROUND = createGround(ARTICLE, TESTIMONY);

/** What stands against a point that cites these sentences, numbered from 1. */
function against(text: string, ...sentences: number[]): string | null {
  const evidence = ARTICLE.sentences.filter((_, at) => sentences.includes(at + 1));
  const subject = { ...bareSubject(text), evidence };
  const [objection] = WRITTEN_CHECKS.flatMap((check) => check(subject, GROUND));
  return objection === undefined ? null : `${objection.check}: ${objection.reason}`;
}

test('a plan is not told as done, nor without what it hangs on', () => {
  expect(against('The port of Sundby has raised mooring fees by a tenth.', 1)).toContain('plans to');
  expect(against('The port of Sundby will raise mooring fees by a tenth.', 1)).toContain('unless');
  expect(
    against('The port of Sundby could raise mooring fees by a tenth unless the state pays for dredging.', 1),
  ).toBeNull();
});

test('what is denied is not told as a fact', () => {
  expect(against('The port had promised lower fees to a cruise line.', 2)).toContain('denied');
  expect(
    against('Nils Aker, the director, rejects the claim that lower fees were promised to a cruise line.', 2),
  ).toBeNull();
});

test('no “not” is told that the passages do not bear', () => {
  expect(against('Income at the port did not fall last year.', 3)).toContain('without “not”');
});

test('what fell is not told to have risen, nor one figure as the other’s', () => {
  expect(against('The port’s income rose to £12m last year.', 3)).toContain('direction');
  expect(against('Income at the port declined by 4 percent last year, and costs were up 7 percent.', 3)).toBeNull();
});

test('who is credited is the source of the statement, with the outlet that it came through', () => {
  expect(against('Nils Aker said the quay might hold for ten years.', 2, 6)).toContain('Ida Holm');
  expect(against('Ida Holm says the quay may hold for ten years.', 6)).toBeNull();
  expect(against('A crane operator said that the quay had sunk by 30 centimetres.', 5)).toContain('Sund Gazette');
  expect(against('A crane operator told the Sund Gazette that the quay had sunk by 30 centimetres.', 5)).toBeNull();
});

test('two figures have not changed owners', () => {
  const article = plainArticle('Shares in Orra rose 11 percent, while those of Castell fell 2 percent.');
  const ground = createGround(article, { sources: [], attributions: [] });
  const told = (words: string) =>
    WRITTEN_CHECKS.flatMap((check) => check({ ...bareSubject(words), evidence: article.sentences }, ground));
  expect(told('Shares in Orra fell 2 percent, while those of Castell rose 11 percent.')[0]?.check).toBe('figures');
  expect(told('Castell lost 2 percent and Orra gained 11 percent.')).toEqual([]);
});

test('two initials that are a small word make no name known', () => {
  const ground = createGround(plainArticle('The quay is closed.'), { sources: [], attributions: [] });
  expect(checkNames(bareSubject('The harbour master, Ingrid Solvang, closed the quay.'), ground)).toHaveLength(1);
});

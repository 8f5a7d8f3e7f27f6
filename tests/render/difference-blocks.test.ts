import { expect, test } from 'vitest';
import { differenceBlocks } from '#render/difference-blocks.ts';
import { aBriefing, anAttribution, spanOf } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

const MEMO = 'Officials put the cost at 300 crowns a yard.';
const DRAWER = 'Holm said it was "money in a drawer" and no more.';
const HOLM =
  'Ida Holm called it closer to 500 crowns a yard and accused Lund Lines of hiding the bill for the second survey.';
const FIRM = 'Lund Lines denied that it had hidden any bill.';
const OWN_NO = '“No bill was ever written,” Lund Lines said.';
const TEXT = [MEMO, HOLM, DRAWER, FIRM, OWN_NO].join(' ');
const statement = (id: string, source: string, words: string, more = {}) =>
  anAttribution('', { id, source, content: [spanOf(words, TEXT)], ...more });
const attributions = [
  statement('a1', 's2', 'the cost at 300 crowns a yard'),
  statement('a2', 's1', 'it closer to 500 crowns a yard'),
  statement('a3', 's1', 'Lund Lines of hiding the bill'),
  statement('a5', 's1', 'the bill'),
  statement('a6', 's1', 'it was "money in a drawer" and no more'),
  statement('a7', 's1', 'Lund Lines of hiding the bill', { verb: 'accuse', cue: spanOf('accused', TEXT) }),
  statement('a8', 's1', 'it closer to 500 crowns a yard', { verb: 'call', cue: spanOf('called', TEXT) }),
  statement('a9', 's1', 'of hiding the bill', { verb: 'accuse', cue: spanOf('accused', TEXT) }),
  statement('a4', 's3', 'it had hidden any bill', { stance: 'denies' }),
  statement('a10', 's3', 'No bill was ever written', { stance: 'denies' }),
];
const side = (source: string, attribution: string) => ({ source, attributions: [attribution] });
const COST = { about: 'cost', sides: [side('s2', 'a1'), side('s1', 'a2')] };
const BILL = { about: 'bill', sides: [side('s1', 'a3'), side('s3', 'a4')] };
const SHORT = { about: 'bill', sides: [side('s1', 'a5'), side('s3', 'a4')] };
const QUOTED = { about: 'bill', sides: [side('s1', 'a6'), side('s3', 'a4')] };
const OWN = { about: 'bill', sides: [side('s1', 'a3'), side('s3', 'a10')] };
const CALLED = { about: 'cost', sides: [side('s2', 'a1'), side('s1', 'a8')] };
const BLAMED_OF = { about: 'bill', sides: [side('s1', 'a9'), side('s3', 'a4')] };
const BLAMED = { about: 'bill', sides: [side('s1', 'a7'), side('s3', 'a4')] };

function linesOf(disagreements: readonly (typeof COST)[], most?: number) {
  const points = [{ text: MEMO, evidence: [spanOf(MEMO, TEXT)], attributions: ['a1'] }];
  const briefing = aBriefing({ attributions, points, disagreements, headline: MEMO }, anArticle(TEXT));
  return differenceBlocks(briefing, most).map((block) => ('text' in block ? `${block.kind}: ${block.text}` : ''));
}

test('each side is a passage of the article, in a whole sentence', () => {
  expect(linesOf([COST])).toEqual([
    'heading: Accounts differ on a figure: cost',
    `passage: ${MEMO}`,
    `passage: ${HOLM}`,
  ]);
});

test('a sentence that bears sides of two differences is not printed twice', () => {
  expect(linesOf([COST, BILL])).toEqual([
    'heading: Accounts differ on a figure: cost',
    `passage: ${MEMO}`,
    'passage: it closer to 500 crowns a yard',
    'heading: Denied',
    'passage: Lund Lines of hiding the bill',
    `passage: ${FIRM}`,
  ]);
});

test('a denial names its matter only where one word is no riddle', () => {
  expect(linesOf([{ ...BILL, about: 'hidden bill' }])[0]).toBe('heading: Denied: hidden bill');
});

test('a figure is said to be one where the matter is a single word and every side gives one', () => {
  expect(linesOf([{ ...COST, about: 'survey cost' }])[0]).toBe('heading: Accounts differ: survey cost');
  const vague = { about: 'cost', sides: [side('s2', 'a1'), side('s1', 'a6')] };
  expect(linesOf([vague])[0]).toBe('heading: Accounts differ: cost');
});

test('what is not told is named', () => {
  const denied = 'note: Also: Lund Lines denies what Ida Holm says';
  expect(linesOf([COST, BILL], 1).at(-1)).toBe(`${denied}: “Lund Lines of hiding the bill”`);
  expect(linesOf([COST, SHORT], 1).at(-1)).toBe(denied);
  expect(linesOf([COST, BLAMED], 1).at(-1)).toBe(
    'note: Also: Ida Holm “accused Lund Lines of hiding the bill”, which Lund Lines denies',
  );
  expect(linesOf([BILL, COST], 1).at(-1)).toBe('note: Also: officials and Ida Holm differ on cost');
  expect(linesOf([])).toEqual([]);
});

test('a denial that does not speak of the other words stands beside them, and denies only its own', () => {
  expect(linesOf([COST, QUOTED], 1).at(-1)).toBe(
    'note: Also: Ida Holm: “it was ‘money in a drawer’ and no more”; Lund Lines denies: “it had hidden any bill”',
  );
  expect(linesOf([QUOTED])[0]).toBe('heading: Accounts differ: bill');
});

test('a denial that says “no” itself is told as it stands, and not as the denial of other words', () => {
  expect(linesOf([COST, OWN], 1).at(-1)).toBe(
    'note: Also: Ida Holm: “Lund Lines of hiding the bill”; Lund Lines: “No bill was ever written”',
  );
});

test('what cannot be read without its verb has it', () => {
  expect(linesOf([COST, BLAMED_OF], 1).at(-1)).toBe(
    'note: Also: Ida Holm “accused Lund Lines of hiding the bill”, which Lund Lines denies',
  );
  expect(linesOf([CALLED, BILL])[2]).toBe('passage: called it closer to 500 crowns a yard');
});

import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { createCheckClaims } from '#verify/check-claims.ts';
import { claimedText, hasGap } from '#verify/claimed-text.ts';
import { createGround } from '#verify/ground.ts';
import { describePieces } from '#verify/support/describe-pieces.ts';
import { scorePieces } from '#verify/support/score-pieces.ts';
import { recase } from '#verify/words/recase.ts';
import { spelledOut } from '#verify/words/spelled-out.ts';
import { plainArticle } from '../plain-article.ts';

const TEXT = [
  'The council of Sundby voted on Monday to rebuild the old lighthouse on the northern pier, which has been dark since a storm.',
  'A retired teacher named Oda Brekke painted the doors of the chapel and sold three small watercolours to a dealer from Vesby.',
  'The Port and Fishery Council closed the fish market for two weeks after inspectors found a colony of rats in the cellar.',
  'Children from the island school planted forty apple trees beside the road to the ferry. The PFC paid for the spades.',
].join('\n\n');
const ARTICLE = plainArticle(TEXT);
const GROUND = createGround(ARTICLE, { sources: [], attributions: [] });
const checkClaims = createCheckClaims(attribute);

function isSupported(text: string): boolean | undefined {
  return checkClaims([{ text }], ARTICLE)[0]?.supported;
}

test('what is cut from a sentence is put together rightly', () => {
  expect(
    scorePieces('The council of Sundby voted to rebuild the old lighthouse on the northern pier.', GROUND),
  ).toBeGreaterThan(0.5);
  expect(isSupported('Oda Brekke painted the doors of the chapel and sold three small watercolours.')).toBe(true);
});

test('the beginning of one sentence and the end of another are no claim of the article', () => {
  const spliced =
    'Children from the island school planted a colony of rats in the cellar of the chapel and sold three small watercolours.';
  expect(scorePieces(spliced, GROUND)).toBeLessThan(0.5);
  expect(isSupported(spliced)).toBe(false);
});

test('the words of the article in small pieces, with none of its own, are no claim of it, unless they hang together as there', () => {
  const shuffled = 'The old lighthouse of Vesby was sold to inspectors.';
  expect(describePieces(shuffled, GROUND)?.copied).toBeLessThan(0.5);
  expect(scorePieces(shuffled, GROUND)).toBeLessThan(0.5);
  expect(isSupported(shuffled)).toBe(false);
  expect(isSupported('Apple trees were planted beside the road by children.')).toBe(true);
  expect(isSupported('Oda Brekke sold watercolours to a dealer.')).toBe(true);
});

test('what is told in another order is put together rightly', () => {
  for (const text of [
    'Three watercolours were sold to a dealer by Oda Brekke, a retired teacher.',
    'The fish market was closed by the council after inspectors found rats.',
  ])
    expect([text, isSupported(text)]).toEqual([text, true]);
});

test('a text in its own words is not judged by its seams', () => {
  expect(
    scorePieces('Pupils put fruit trees into the ground next to where cars head for the boat.', GROUND),
  ).toBeNull();
});

test('the traits are shares, also of a text without words', () => {
  const { copied, traits } = describePieces('The council of Sundby voted on Monday.', GROUND) ?? {
    copied: -1,
    traits: {},
  };
  expect([copied, ...Object.values(traits)].every((share) => share >= 0 && share <= 1)).toBe(true);
  expect(describePieces('…', GROUND)).toBeNull();
});

test('a text in small letters gets the capitals of the article, and no others', () => {
  expect(recase('oda brekke sold a boat. the dealer is from vesby.', ARTICLE)).toBe(
    'Oda Brekke sold a boat. The dealer is from Vesby.',
  );
  expect(recase('Oda brekke sold it.', ARTICLE)).toBe('Oda brekke sold it.');
});

test('a line that only leads elsewhere claims nothing', () => {
  expect(claimedText('Oda Brekke painted the doors. Click here for more Vesby news.', ARTICLE)).toBe(
    'Oda Brekke painted the doors.',
  );
  expect(claimedText('Click here for more.', ARTICLE)).toBe('Click here for more.');
});

test('a gap is no name that the article lacks, and what has one is not supported', () => {
  const [verdict] = checkClaims([{ text: 'UNK painted the doors of the chapel.' }], ARTICLE);
  expect(verdict).toMatchObject({ supported: false, objections: [] });
  expect(hasGap('He unkindly left.')).toBe(false);
});

test('initials of the article may be spelled out, and only as they are', () => {
  expect([...spelledOut('The Pier Friends Club (PFC) paid.', GROUND)]).toEqual(['the', 'pier', 'friends', 'club']);
  expect(spelledOut('The Pier Friends Guild (PFC) paid.', GROUND).size).toBe(0);
  expect(spelledOut('The Pier Owners Guild (POG) paid.', GROUND).size).toBe(0);
});

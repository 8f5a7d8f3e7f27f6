import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { createCheckClaims } from '#verify/check-claims.ts';
import { plainArticle } from './plain-article.ts';

const article = plainArticle(
  [
    'Two divers freed a seal from a net off Korsund on Friday, the Korsund Post reported.',
    'The town will buy the old slipway next year, the Korsund Post reported.',
    'A rowing boat was stolen from the jetty in March, the Korsund Post reported. The harbour office denied that any boat was missing.',
    'Harbour master Unni Falk told the Korsund Post that the seal had been in the net since Tuesday.',
    'The lift of the Grand Hotel had stopped twice during the gale, the newspaper reported on Saturday night, citing a source in the hotel trade.',
    'The cannery has known since May that its chimney leans to the east, according to an internal memo obtained by the newsletter Quay Notes.',
    '“The case is plain,” prosecutor Amund Lie said on Thursday. Pia Rem said the harbour was cold. The young deckhand said that she had slept in the wheelhouse for want of a cabin.',
    'The board hasn’t punished Falk (pictured) for the mooring of the dredger in the fairway on Sunday',
    'The purser is accused of taking 572,206 crowns from the till. A launch with 105 deck passengers left for Malm at noon; 100 Danish anglers waited.',
    'The crane fell in a year with 29 storms.',
  ].join('\n\n'),
);
const check = createCheckClaims(attribute);

function objections(text: string): string[] {
  return check([{ text }], article)[0]?.objections.map(({ check: name }) => name) ?? [];
}

test('what an outlet itself reports as done may be taken from it', () => {
  expect(objections('Two divers freed a seal from a net off Korsund on Friday.')).toEqual([]);
});

test('what it reports as yet to come, or what somebody denies, may not', () => {
  expect(objections('The town will buy the old slipway next year.')).toContain('outlet');
  expect(objections('A rowing boat was stolen from the jetty in March.')).toContain('outlet');
});

test('nor what somebody without a name told it, by whatever word it is called', () => {
  expect(objections('The lift of the Grand Hotel had stopped twice during the gale.')).toContain('outlet');
  expect(objections('The cannery has known since May that its chimney leans to the east.')).toContain('outlet');
});

test('who says so in an interview may be named without the outlet', () => {
  expect(objections('Unni Falk said that the seal had been in the net since Tuesday.')).toEqual([]);
});

test('somebody who is described may be one whom the claim calls otherwise, unless the article calls them otherwise too', () => {
  expect(objections('Pia Rem said that she had slept in the wheelhouse for want of a cabin.')).not.toContain('speaker');
  expect(objections('Amund Lie said that she had slept in the wheelhouse for want of a cabin.')).toContain('speaker');
});

test('a “not” turns round the verb that it stands with', () => {
  expect(objections('Falk was pictured at the mooring of the dredger in the fairway on Sunday.')).not.toContain(
    'strength',
  );
  expect(objections('The board has punished Falk for the mooring of the dredger in the fairway.')).toContain(
    'strength',
  );
});

test('“more than” may be said of a figure whose last digits are left out, and of no much larger one', () => {
  expect(objections('The purser is accused of taking more than 500,000 crowns from the till.')).toEqual([]);
  expect(objections('The purser is accused of taking 500,000 crowns from the till.')).toContain('figures');
  expect(objections('The crane fell in a year with more than 20 storms.')).toContain('figures');
});

test('a figure that stands beside what the claim tells is of that, whatever else is counted', () => {
  expect(objections('A launch with 105 Danish deck passengers left for Malm at noon.')).not.toContain('figures');
});

test('nobody is told to be convicted, arrested or to resign of whom the article has no such word', () => {
  expect(objections('The purser has been convicted of taking 572,206 crowns from the till.')).toContain('wording');
  expect(objections('The purser would resign over the 572,206 crowns from the till.')).toContain('wording');
  expect(objections('The purser is accused of taking 572,206 crowns from the till.')).toEqual([]);
});

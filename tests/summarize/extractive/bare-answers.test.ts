/** An answer that does not name its matter, or that says no in other words: each beside a twin that is none. */
import { expect, test } from 'vitest';
import { differencesIn } from './differences-in.ts';
import type { Said } from './said-in.ts';

const denies = { stance: 'denies', verb: 'deny' } as const;
const put = { verb: 'put' } as const;

type Pair = readonly [why: string, text: string, one: Said, other: Said];

const clerk = (words: string, more: Partial<Said> = {}): Said => ({ words, by: 'The clerk', ...more });
const mason = (words: string, more: Partial<Said> = {}): Said => ({ words, by: 'The mason', ...more });

/** The text is what is said, each in a sentence of its own, unless it is given. */
function pair(why: string, one: Said, other: Said, text?: string): Pair {
  return [why, text ?? `${one.by} said ${one.words}. ${other.by} said ${other.words}.`, one, other];
}

const YES: readonly Pair[] = [
  pair('that is called wrong', clerk('the wall was sound'), mason('that was simply not what happened')),
  pair('the claims are called so', clerk('the wall was sound'), mason('the claims were misleading')),
  pair('none of the things came', clerk('every house had been sent a letter'), mason('not one arrived')),
  pair('there was one', clerk('there had been no applicants'), mason('there had been one')),
  pair('a share of that', clerk('the roof would cost £2m'), mason('the job could be done for less than half of that')),
  pair(
    'no such thing in another word',
    clerk('the town had asked the court for help'),
    mason('no request had come in'),
  ),
  pair('a denial is disputed', clerk('warnings had been ignored', denies), mason('that', denies)),
  pair('doing so is denied', clerk('the firm had made an offer of 6 percent'), mason('making one', denies)),
  pair(
    'a charge is denied',
    clerk('the keeper had the keys'),
    mason('theft', denies),
    'The clerk told the jury the keeper had the keys. The mason denies theft.',
  ),
  pair(
    'talk of it is denied',
    clerk('a million was staked on a defeat'),
    mason('talk of betting', { ...denies, verb: 'dismiss' }),
    'The clerk of the betting office said a million was staked on a defeat. The sun shone. The mason dismissed talk of betting.',
  ),
  pair(
    'what was reported before is denied in the same sentence',
    mason('he was leaving the yard', { ...denies, cue: 'denied' }),
    clerk('bags had been packed', { verb: 'report' }),
    'The mason denied that he was leaving the yard, a day after the clerk reported bags had been packed.',
  ),
  pair(
    'the figure is denied, with more said between',
    clerk('14 walls had cracked'),
    mason('the figure', { ...denies, verb: 'dispute' }),
    'The clerk said 14 walls had cracked. That was in May. The mason disputed the figure.',
  ),
  pair('figures of one subject', clerk('rents would climb above 8 percent'), mason('rents will peak at 6.9 percent')),
  pair('another score', clerk('the board backed it by seven votes to two'), mason('the vote at six to three', put)),
  pair('another judgement', clerk('the lead was not significant'), mason('the lead was real')),
  pair(
    'another count, long after',
    clerk('at least seven of its crew fell ill'),
    mason('the number of sick sailors at four', put),
    `The clerk said at least seven of its crew fell ill.${' The ship lay in the roads.'.repeat(8)} The mason put the number of sick sailors at four.`,
  ),
  pair(
    'what is refused is praised',
    clerk('the ship would not be unloaded'),
    mason('unloading was the only safe course'),
  ),
  pair(
    'the article says that they differ',
    clerk('the early lead would be gone'),
    mason('the cities had voted'),
    'The clerk said the early lead would be gone. His colleague thought otherwise. The mason said the cities had voted.',
  ),
  pair(
    'accounts are said to differ',
    clerk('a guest had come in to wash a shirt'),
    mason('he went by order'),
    'Accounts of the night differ. The clerk said a guest had come in to wash a shirt. The mason said he went by order.',
  ),
  pair('they count the same', clerk('39 boats were missing'), mason('11 boats were missing')),
  pair('a bare word for it', clerk('the wall was sound'), mason("that's flatly untrue")),
  pair(
    'a bare word denies it',
    clerk('one flyer gave a false date'),
    mason('flatly untrue', { ...denies, verb: 'say' }),
  ),
  pair(
    'a deed is denied in another word',
    clerk('the bill was rounded up at his request'),
    mason('asking for any change', denies),
  ),
  pair('it is countered', clerk('one can choose'), mason('silence is a choice', { verb: 'counter' })),
  pair(
    'it is remembered otherwise',
    clerk('he never read it'),
    mason('a square was folded'),
    'The clerk said he never read it. The mason remembers it otherwise. The mason said a square was folded.',
  ),
];

const NO: readonly Pair[] = [
  pair('wrong is to do something', clerk('the wall was sound'), mason('that it is wrong to build there')),
  pair('something in it is wrong', clerk('the wall was sound'), mason('the referee was wrong')),
  pair('another deed is denied', clerk('the bill was rounded up'), mason('asking for any change', denies)),
  pair('it is said, not countered', clerk('one can choose'), mason('silence is golden')),
  pair(
    'each counts its own',
    clerk('39 boats were missing'),
    mason('11 boats were missing from their respective ports'),
  ),
  pair('both say no', clerk('the wall was not sound'), mason('this was absurd')),
  pair('another thing is called so', clerk('the wall was sound'), mason('a false floor was found')),
  pair('none of another thing', clerk('every house had been sent a letter'), mason('none of us sleeps well')),
  pair('neither of two people is meant', clerk('the lock had been oiled'), mason('neither could be trusted')),
  pair('one of another thing', clerk('there had been no applicants'), mason('one wall had to be torn down')),
  pair('more than that a person does', clerk('the roof would cost £2m'), mason('he did more than that boy')),
  pair('it only might be asked for', clerk('she might ask the court for help'), mason('no request had come in')),
  pair('a denial of something else', clerk('warnings had been ignored', denies), mason('that the wall leans', denies)),
  pair('another thing is not done', clerk('the firm had made an offer'), mason('making the beds', denies)),
  pair('no prosecutor spoke', clerk('the keeper had the keys'), mason('theft', denies)),
  pair('talk of another thing', clerk('a million was staked'), mason('talk of divorce', denies)),
  pair(
    'the report came after another denial',
    mason('he was leaving the yard', { ...denies, cue: 'denied' }),
    clerk('bags had been packed'),
    'The mason denied that he was leaving the yard, and the clerk said bags had been packed.',
  ),
  pair('figures of two subjects', clerk('rents would climb 8 percent'), mason('wages will rise 6.9 percent')),
  pair(
    'a figure that bounds the other',
    clerk('rents would climb up to 8 percent'),
    mason('rents will climb 7 percent'),
  ),
  pair('the same score', clerk('the board backed it by seven votes to two'), mason('the vote at seven to two', put)),
  pair('a judgement of something else', clerk('the lead was not significant'), mason('the lead was in the papers')),
  pair(
    'a count of others',
    clerk('at least seven of its crew fell ill'),
    mason('the number of dead sailors at four', put),
  ),
  pair('another deed is praised', clerk('the ship would not be unloaded'), mason('painting was the only safe course')),
  pair(
    'who thinks otherwise does so about another matter',
    clerk('the early lead would be gone'),
    mason('the cities had voted'),
    'The clerk said the early lead would be gone. Not everyone agrees about the timing. The mason said the cities had voted.',
  ),
  pair(
    'what would have been is no claim',
    clerk('its library could be sold to the town'),
    mason('the library risked being sold to the town had the money not been raised'),
  ),
];

const differ = (text: string, one: Said, other: Said) => differencesIn(text, [one, other]).length;

test.each(YES)('they differ where %s', (_, text, one, other) => {
  expect(differ(text, one, other)).toBe(1);
});

test.each(NO)('they do not where %s', (_, text, one, other) => {
  expect(differ(text, one, other)).toBe(0);
});

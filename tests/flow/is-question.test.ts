import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isQuestion } from '#flow/is-question.ts';

const toNobody = { mentionsBot: false, mentionsOthers: false };

test.each([
  'Who said the bridge is safe?',
  'who said the bridge was unsafe',
  'How many people were hurt?',
  'And the ferry?',
  'What did the minister tell us about the date?',
  'so when does it open?? 🙂',
  'Wer hat das gesagt?',
  'Quand le pont rouvre-t-il ?',
  '¿Quién lo dijo?',
  '誰が言ったのですか？',
  'من قال ذلك؟',
  'Is that “confirmed”?)',
])('%s is a question for the bot', (text) => {
  expect(isQuestion(text, toNobody)).toBe(true);
});

test.each([
  'thanks',
  'Thank you!',
  'thx @anna',
  'Danke dir',
  'merci beaucoup',
  'ok, thanks!',
  'Really?',
  '???',
  '👍',
  '',
  '   ',
  'I read that yesterday.',
  'what a mess',
  'who knows',
  'What do you think?',
  'Should we run this tomorrow?',
  'did you see the second part?',
  'Can we talk about it at lunch?',
  'Anyone free to call them?',
  'This is big, right?',
  'Was meint ihr dazu?',
  'https://example.org/other-story?x=1',
])('%s is left alone', (text) => {
  expect(isQuestion(text, toNobody)).toBe(false);
});

test('what is said to somebody else by name is left alone', () => {
  expect(isQuestion('@anna when does it open?', { mentionsBot: false, mentionsOthers: true })).toBe(false);
});

test('who speaks to the bot by name is heard, except to thank it', () => {
  const toBot = { mentionsBot: true, mentionsOthers: true };
  expect(isQuestion('what do you think of the date?', toBot)).toBe(true);
  expect(isQuestion('the date of the opening', toBot)).toBe(true);
  expect(isQuestion('thanks!', toBot)).toBe(false);
  expect(isQuestion('thanks, and who decides?', toBot)).toBe(true);
});

test('takes any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), fc.boolean(), fc.boolean(), (text, bot, others) => {
      expect(typeof isQuestion(text, { mentionsBot: bot, mentionsOthers: others })).toBe('boolean');
    }),
  );
});

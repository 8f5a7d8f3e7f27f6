import { expect, test } from 'vitest';
import { lastIn } from '../statements-of.ts';

test.each([
  [
    'The yard lost the case. It made a filing with the Harbour Court on Monday. The filing says the log was forged.',
    'a filing with the Harbour Court',
  ],
  [
    'Hers is one of the voices in “Low Water”, a report published this week. The report says the lamp was out.',
    'Low Water',
  ],
  ['The council paid for a safety audit in May. It rained. The audit found that the lamp was out.', 'a safety audit'],
])('a paper goes under the words that it was introduced with: %s', (text, name) => {
  expect(lastIn(text)).toMatchObject({ name, kind: 'document' });
});

test.each([
  // Which of the two?
  'There was a filing with the Harbour Court and a filing with the Tax Court. The filing says the log was forged.',
  // No more is known of it.
  'There was a filing. The filing says the log was forged.',
  // Another one.
  'There was a filing with the Harbour Court. The second filing says the log was forged.',
])('a paper stays as it is written where that tells no more: %s', (text) => {
  expect(lastIn(text)?.name).toMatch(/^the (?:second )?filing$/);
});

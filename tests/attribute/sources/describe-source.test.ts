import { expect, test } from 'vitest';
import { describeSource } from '#attribute/sources/describe-source.ts';

test.each([
  ['two people familiar with the matter', 'group', false],
  ['a spokesman for the port', 'person', false],
  ['one of them', 'person', false],
  ['officials', 'group', false],
  ['the transport ministry', 'organization', true],
  ['her office', 'organization', false],
  ['a company', 'organization', false],
  ['an internal memo', 'document', false],
  ['a survey by the Harbour Board', 'document', true],
  ['a memo dated July 4', 'document', false],
  ['a letter seen by the Courier', 'document', false],
  ['Holt’s letter', 'document', true],
  ['several', 'group', false],
  ['two-thirds of Harbour Party members', 'group', false],
  ['48% of the growers', 'group', false],
])('%s is a %s, named: %s', (words, kind, named) => {
  expect(describeSource(words)).toMatchObject({ kind, named });
});

import { expect, test } from 'vitest';
import { correctionCard } from '#render/correction-card.ts';
import { aBriefing } from '../a-briefing.ts';

const passagesOf = (before: string, after: string | null) =>
  correctionCard(aBriefing(), [{ before, after }], false).blocks.flatMap((block) =>
    block.kind === 'passage' ? [{ text: block.text, credit: block.credit }] : [],
  );

const LONG =
  'the board of the harbour, which met twice in that week, looked at every one of the old hangers, and '.repeat(9);

test('a sentence stands whole, before and after', () => {
  expect(passagesOf('The bridge has 14 cracks.', 'The bridge has 17 cracks.')).toEqual([
    { text: 'The bridge has 14 cracks.', credit: 'as it was briefed' },
    { text: 'The bridge has 17 cracks.', credit: 'as it stands now' },
  ]);
});

test('of a long passage the beginning is told where it changed there, to the end of a word, and it says that it is a part', () => {
  const [before, after] = passagesOf(`Of 14 cracks ${LONG}`, `Of 17 cracks ${LONG}`);
  expect(before?.text).toMatch(/^Of 14 cracks the board .{400,480}\w,? …$/);
  expect(after?.text).toMatch(/^Of 17 cracks the board /);
  expect([before?.credit, after?.credit]).toEqual(['as it was briefed, in part', 'as it stands now, in part']);
});

test('what changed far behind the beginning is seen in both, with the words before it', () => {
  const [before, after] = passagesOf(
    `“In May – ${LONG}that there were 14 cracks in all of them.”`,
    `"In May - ${LONG}that there were 17 cracks in all of them."`,
  );
  expect(before?.text).toMatch(/^… \S.{150,}that there were 14 cracks in all of them\.”$/);
  expect(after?.text).toMatch(/^… \S.{150,}that there were 17 cracks in all of them\."$/);
  expect(LONG).toContain(before?.text.slice(2, 60) ?? '?');
});

test('a text without spaces is cut between signs', () => {
  const [before] = passagesOf('橋'.repeat(900), `${'橋'.repeat(880)}港`);
  expect(before?.text.length).toBeLessThan(520);
  expect(before?.text).toMatch(/^… 橋+$/);
});

test('what is gone says so', () => {
  const { blocks } = correctionCard(aBriefing(), [{ before: LONG, after: null }], true);
  expect(blocks.slice(0, 2)).toMatchObject([
    { kind: 'passage', credit: 'as it was briefed, in part' },
    { kind: 'note', text: 'This no longer stands in the article.' },
  ]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import { problemCard, unexpectedCard } from '#render/problem-card.ts';
import { wording } from '#render/wording.ts';

test('a failure says what happened, what to do, and small the fact behind it', () => {
  expect(problemCard(new Problem('NOT_FOUND', 'example.org answered 404'))).toEqual({
    title: 'There is nothing at this place.',
    blocks: [
      { kind: 'text', text: 'Check it for a typing error, or open it yourself.' },
      { kind: 'note', text: 'example.org answered 404' },
    ],
  });
});

test('of a slip the fact comes first, as a sentence, then where the help is', () => {
  const { blocks } = problemCard(new Problem('BAD_USAGE', 'points takes a whole number from 1 to 10, not “99”'));
  expect(blocks).toEqual([
    { kind: 'text', text: 'Points takes a whole number from 1 to 10, not “99”.' },
    { kind: 'note', text: expect.stringContaining('/brief help') },
  ]);
  const asked = problemCard(new Problem('BAD_USAGE', '/sources knows no “citd”; did you mean “cited”?'));
  expect(asked.blocks[0]).toEqual({ kind: 'text', text: '/sources knows no “citd”; did you mean “cited”?' });
});

test('a failure that nobody foresaw tells the asker what to do and under which id the log has it', () => {
  const card = unexpectedCard('arrival-1');
  expect(JSON.stringify(card)).toContain('arrival-1');
  expect(card.blocks[0]).toEqual({ kind: 'text', text: expect.stringMatching(/^Ask again;/) });
});

test('a step is a title alone, of its own for each step, and says that it goes on', () => {
  const steps = ['waiting', 'reading', 'briefing', 'checking', 'answering'] as const;
  const cards = steps.map(wording.progress);
  for (const { title, blocks } of cards) {
    expect(blocks).toEqual([]);
    expect(title).toMatch(/^[A-Z].*…$/);
  }
  expect(new Set(cards.map(({ title }) => title)).size).toBe(steps.length);
});

test('every failure has parts, whatever its fact is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('BAD_USAGE', 'PAYWALLED', 'RATE_LIMITED'),
      (fact, code) => {
        const { title, blocks } = problemCard(new Problem(code, fact, { retryAfterMs: 5_000 }));
        expect(title).not.toBe('');
        expect(blocks).toHaveLength(2);
        expect(JSON.stringify(blocks).length).toBeLessThan(4_000);
      },
    ),
  );
});

test('a feed that a channel does not follow is no request that cannot be understood', () => {
  const card = problemCard(new Problem('NOT_THERE', 'this channel follows no feeds yet'));
  expect(card.title).toBe('Nothing was changed.');
  expect(card.blocks[0]).toMatchObject({ text: 'This channel follows no feeds yet.' });
  expect(JSON.stringify(card)).not.toContain('/brief help');
});

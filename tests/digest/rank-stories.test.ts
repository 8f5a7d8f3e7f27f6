import { expect, test } from 'vitest';
import type { Candidate } from '#core/digest.ts';
import { rankStories } from '#digest/rank-stories.ts';

const WISH = {
  since: new Date('2026-05-19T00:00:00Z'),
  until: new Date('2026-05-20T00:00:00Z'),
  topics: [] as string[],
  most: 3,
};

function aCandidate(story: string, more: Partial<Candidate<string>> = {}): Candidate<string> {
  const publishedAt = new Date('2026-05-19T12:00:00Z');
  return { story, title: story, summary: null, outlets: [`${story} Post`], origins: 1, publishedAt, ...more };
}

const namesOf = (candidates: readonly Candidate<string>[], wish = WISH) =>
  rankStories(candidates, wish).map(({ story, isChosen }) => `${story}${isChosen ? '' : ' (left)'}`);

test('independent origins come before copies, and copies before one alone', () => {
  const outlets = ['A', 'B', 'C', 'D'];
  expect(
    namesOf([
      aCandidate('alone'),
      aCandidate('copied', { outlets, origins: 1 }),
      aCandidate('confirmed', { outlets: outlets.slice(0, 2).map((name) => `x${name}`), origins: 2 }),
    ]),
  ).toEqual(['confirmed', 'copied', 'alone']);
});

test('of equals the newer comes first, and a date in the future is worth no more than now', () => {
  expect(
    namesOf([
      aCandidate('old', { publishedAt: new Date('2026-05-19T01:00:00Z') }),
      aCandidate('tomorrow', { publishedAt: new Date('2026-05-20T09:00:00Z') }),
      aCandidate('undated', { publishedAt: null }),
      aCandidate('new', { publishedAt: new Date('2026-05-19T23:00:00Z') }),
    ]),
  ).toEqual(['tomorrow', 'new', 'old', 'undated (left)']);
});

test('a topic that the channel follows lifts a story, also in another form of the word', () => {
  const candidates = [aCandidate('Two bridges closed', { origins: 2 }), aCandidate('The ferry raises its fares')];
  expect(namesOf(candidates, { ...WISH, topics: ['ferries'] })[0]).toBe('The ferry raises its fares');
});

test('one busy outlet does not fill the page', () => {
  const busy = Array.from({ length: 5 }, (_, at) =>
    aCandidate(`busy ${at}`, { outlets: ['Wire'], publishedAt: WISH.until }),
  );
  const quiet = aCandidate('quiet', { publishedAt: WISH.since });
  expect(namesOf([...busy, quiet]).slice(0, 3)).toContain('quiet');
});

test('says of each story what its rank is made of', () => {
  const [first, second] = rankStories(
    [
      aCandidate('Ferry fares', { outlets: ['Wire', 'B', 'C'], origins: 2 }),
      aCandidate('Bridge', { outlets: ['Wire'] }),
    ],
    { ...WISH, topics: ['ferry'] },
  );
  expect(first?.why).toEqual([
    '2 independent origins (+4)',
    'carried by 1 more (+0.5)',
    '12 h old (+1)',
    'about “ferry” (+3)',
  ]);
  expect(second?.why).toEqual(['one origin (+2)', '12 h old (+1)', '1 from Wire above it (-1.5)']);
});

test('the order in which stories come in changes nothing', () => {
  const candidates = ['c', 'a', 'b', 'e', 'd'].map((name) => aCandidate(name));
  expect(namesOf(candidates.toReversed())).toEqual(namesOf(candidates));
});

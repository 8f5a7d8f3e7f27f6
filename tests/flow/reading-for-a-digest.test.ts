import { describe, expect, test } from 'vitest';
import type { NewsEntry } from '#core/digest.ts';
import { Problem } from '#core/problem.ts';
import { makeDigest } from '#flow/make-digest.ts';
import { aNewsstand, anEntry, EVENING, MORNING, SUBJECTS, storyText } from './a-newsstand.ts';

const WISH = { since: EVENING, until: MORNING, feeds: 3 };

const BRIDGE = [
  anEntry('Quay Gazette', 'Harbour bridge closed after cracks found'),
  anEntry('Hill Post', 'Harbour bridge is closed after cracks are found'),
];
const FERRY = anEntry('Quay Gazette', 'Ferry firm raises its fares in June');

function pagesOf(...pages: readonly (readonly [NewsEntry, string | Error])[]) {
  return new Map(pages.map(([entry, page]) => [entry.url ?? '', page] as const));
}

describe('what cannot be read', () => {
  test('is replaced by the next account, and said', async () => {
    const [first, other] = BRIDGE as [NewsEntry, NewsEntry];
    const { steps } = aNewsstand(
      pagesOf(
        [first, new Problem('PAYWALLED', 'a teaser of 80 words')],
        [other, storyText('The harbour bridge was closed on Tuesday, the police said.')],
      ),
    );
    const digest = await makeDigest(BRIDGE, WISH, steps);
    expect(digest.entries).toMatchObject([
      { outlet: 'Hill Post', from: 'article', also: [{ outlet: 'Quay Gazette' }] },
    ]);
    expect(digest.unread).toEqual([
      {
        title: first.title,
        url: first.url,
        outlet: 'Quay Gazette',
        code: 'PAYWALLED',
        words: expect.stringContaining('paywall'),
      },
    ]);
  });

  test('of every account is told in the words of the feed, said to be such, or by its title alone', async () => {
    const summary = 'The bridge was closed to all traffic on Tuesday evening. Buses go by the old mill until';
    const told = { ...(BRIDGE[0] as NewsEntry), summary };
    const { entries } = await makeDigest([told, FERRY], WISH, aNewsstand(new Map()).steps);
    expect(entries.find(({ title }) => title === told.title)).toMatchObject({
      from: 'feed',
      text: 'The bridge was closed to all traffic on Tuesday evening.',
      credit: null,
    });
    expect(entries.find(({ title }) => title === FERRY.title)).toMatchObject({ from: null, text: null, passages: [] });
  });

  test('because nobody foresaw why costs that article alone, and is told to the log', async () => {
    const [first, other] = BRIDGE as [NewsEntry, NewsEntry];
    const { steps, faults } = aNewsstand(
      pagesOf(
        [first, new TypeError('a fault')],
        [other, storyText('The harbour bridge was closed on Tuesday, the police said.')],
      ),
    );
    const digest = await makeDigest(BRIDGE, WISH, steps);
    expect(digest.entries).toMatchObject([{ outlet: 'Hill Post', from: 'article' }]);
    expect(faults).toHaveLength(1);
  });

  test('has no address of the web', async () => {
    const nowhere = { ...FERRY, url: null };
    const { steps, asked } = aNewsstand(new Map());
    const digest = await makeDigest([nowhere], WISH, steps);
    expect(digest.unread).toMatchObject([{ code: 'BAD_ADDRESS' }]);
    expect(asked).toEqual([]);
  });
});

test('at most two pages of one site are asked for at once', async () => {
  let [now, most] = [0, 0];
  const pages = SUBJECTS.slice(0, 8).map((title) => anEntry('Quay Gazette', title));
  const { steps } = aNewsstand(new Map());
  const read: typeof steps.read = async () => {
    now++;
    most = Math.max(most, now);
    await new Promise((resolve) => setImmediate(resolve));
    now--;
    throw new Problem('NOT_FOUND', 'gone');
  };
  await makeDigest(pages, WISH, { ...steps, read });
  expect(most).toBe(2);
});

test('when it is called off, it ends at once, and reads nothing more', async () => {
  const controller = new AbortController();
  const pages = SUBJECTS.map((title) => anEntry('Quay Gazette', title));
  const { steps, asked } = aNewsstand(new Map());
  const read: typeof steps.read = async (url, signal) => {
    asked.push(url);
    controller.abort();
    signal.throwIfAborted();
    throw new TypeError('still running');
  };
  await expect(makeDigest(pages, WISH, { ...steps, read }, controller.signal)).rejects.toMatchObject({
    code: 'CANCELLED',
  });
  expect(asked.length).toBeLessThanOrEqual(2);
});

test('a site that never answers costs its own story the reading, and the digest comes all the same', async () => {
  const [slow, quick] = [FERRY, anEntry('Hill Post', 'Old lighthouse sold to a baker')];
  const { steps } = aNewsstand(
    pagesOf([quick, storyText('The lighthouse was sold to a baker, the town said on Tuesday.')]),
  );
  const read: typeof steps.read = (url, signal) =>
    url === slow.url
      ? new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      : steps.read(url, signal);
  const digest = await makeDigest([slow, quick], WISH, { ...steps, read }, undefined, { readWithinMs: 300 });
  expect(digest.unread).toMatchObject([{ outlet: 'Quay Gazette', code: 'TOO_SLOW' }]);
  expect(digest.entries).toHaveLength(2);
});

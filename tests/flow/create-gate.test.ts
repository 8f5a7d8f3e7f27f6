import { expect, test } from 'vitest';
import { createGate } from '#flow/create-gate.ts';

/** Work that ends when it is told to. */
function aWork() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let isBegun = false;
  const begin = () => {
    isBegun = true;
    return promise;
  };
  return { begin, end: () => resolve('done'), fail: () => reject(new Error('failed')), isBegun: () => isBegun };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('so many at once for a key, and so many in all; others pass whoever waits for a busy key', async () => {
  const gate = createGate({ atOnce: 3, forKey: 2 });
  const works = ['a', 'a', 'a', 'b', 'b'].map((key) => ({ key, work: aWork() }));
  const runs = works.map(({ key, work }) => gate(key, work.begin));
  const begun = () => works.map(({ work }) => work.isBegun());
  await turn();
  expect(begun()).toEqual([true, true, false, true, false]);
  works[3]?.work.end();
  await turn();
  expect(begun()).toEqual([true, true, false, true, true]);
  works[0]?.work.end();
  await turn();
  expect(begun()).toEqual([true, true, true, true, true]);
  for (const { work } of works) work.end();
  expect(await Promise.all(runs)).toEqual(Array.from(works, () => 'done'));
});

test('what fails makes room, too', async () => {
  const gate = createGate({ atOnce: 1, forKey: 1 });
  const [bad, good] = [aWork(), aWork()];
  const failed = gate('a', bad.begin);
  const next = gate('a', good.begin);
  bad.fail();
  await expect(failed).rejects.toThrow('failed');
  good.end();
  expect(await next).toBe('done');
});

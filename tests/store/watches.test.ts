/** Pages that are read again for corrections: who has which, when, and for how long. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Correction, Validators } from '#core/corrections.ts';
import type { Happening } from '#core/observer.ts';
import type { WatchClaim } from '#core/watch-claim.ts';
import { claimWatch } from '#store/claim-watch.ts';
import { createWatchQueue } from '#store/create-watch-queue.ts';
import { aBriefing } from '../a-briefing.ts';
import { at, openMemory, type TestMemory } from './a-memory.ts';
import { describeEngines } from './on-both-engines.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const card = { title: 'x', blocks: [] };
const signal = new AbortController().signal;

describeEngines('the watch', (makePlace) => {
  let store: TestMemory;
  let told: Happening[] = [];

  beforeAll(async () => {
    store = await openMemory(makePlace);
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await store.open.db.deleteFrom('watch').execute();
    told = [];
  });

  const aQueue = () =>
    createWatchQueue({
      ...{ open: store.open, clock: store.clock, shelves: store.shelves },
      observe: (one) => void told.push(one),
    });
  let watched = 0;
  /** A page that is due at once, or so much later. @returns its briefing's name. */
  async function watch(url: string, inMs = 0): Promise<string> {
    const place = at('c1', 'w1');
    const briefing = aBriefing({ headline: `Briefing ${watched++}` });
    const nextAt = new Date(store.clock.now().getTime() + inMs);
    return store.memory.transact(async ({ briefings, posts, watches }) => {
      const slug = await briefings.keep(briefing, place);
      const { id } = await posts.plan({ key: `root/${slug}`, place, audience: null, replyTo: null, card });
      await watches.begin({ slug, post: id, place, url, briefedAt: store.clock.now(), nextAt });
      return slug;
    });
  }
  const moveOn =
    (told: readonly Correction[] = [], validators: Validators = { etag: null, lastModified: null }) =>
    (claim: WatchClaim) =>
      claim.finish(async ({ watches }) => {
        for (const { slug } of claim.watches)
          await watches.moveOn(slug, new Date(store.clock.now().getTime() + HOUR_MS), { ...validators, told });
      });
  async function lookAt(handler: (claim: WatchClaim) => Promise<void>, queue = aQueue()): Promise<WatchClaim[]> {
    const claims: WatchClaim[] = [];
    await queue.look(async (claim) => {
      claims.push(claim);
      await handler(claim);
    }, signal);
    return claims;
  }

  test('a page is handed out when it is due, once, with the briefings of it that are due soon', async () => {
    const first = await watch('https://one.example/a');
    const soon = await watch('https://one.example/a', 20 * MINUTE_MS);
    await watch('https://one.example/a', 2 * HOUR_MS);
    const claims = await lookAt(moveOn());
    expect(claims.map(({ url }) => url)).toEqual(['https://one.example/a']);
    expect(claims[0]?.watches.map(({ slug }) => slug)).toEqual([first, soon]);
    expect(await lookAt(moveOn())).toEqual([]);
  });

  test('the pages of one host come some time apart, those of others meanwhile', async () => {
    for (const name of ['a', 'b', 'c']) await watch(`https://one.example/${name}`);
    await watch('https://two.example/a');
    const hostsOf = (claims: readonly WatchClaim[]) => claims.map(({ url }) => new URL(url).host);
    expect(hostsOf(await lookAt(moveOn()))).toEqual(['one.example', 'two.example']);
    store.clock.pass(10_000);
    expect(await lookAt(moveOn())).toEqual([]);
    const seen = [];
    for (let n = 0; n < 6; n++) {
      store.clock.pass(15_000);
      const claims = await lookAt(moveOn());
      expect(claims.length).toBeLessThanOrEqual(1);
      seen.push(...claims.map(({ url }) => url));
    }
    expect(seen.toSorted()).toEqual(['https://one.example/b', 'https://one.example/c']);
  });

  test('while a page is read no other process asks its host', async () => {
    await watch('https://one.example/a');
    await watch('https://one.example/b');
    await lookAt(async (claim) => {
      store.clock.pass(MINUTE_MS);
      expect(await claimWatch(store.open.db, { now: store.clock.now(), leaseMs: MINUTE_MS })).toBeNull();
      await moveOn()(claim);
    });
  });

  test('what was told and what the site said of its answer are there the next time', async () => {
    await watch('https://one.example/a');
    const changes = [
      { before: 'nine people', after: 'six people' },
      { before: 'gone', after: null },
    ];
    await lookAt(moveOn(changes, { etag: '"7"', lastModified: 'Mon, 02 Mar 2026 05:00:00 GMT' }));
    store.clock.pass(2 * HOUR_MS);
    const [claim] = await lookAt(moveOn());
    expect(claim?.watches[0]?.told).toEqual(changes);
    expect(claim).toMatchObject({ etag: '"7"', lastModified: 'Mon, 02 Mar 2026 05:00:00 GMT' });
  });

  test('a page of which its briefings saw different answers is asked for whole', async () => {
    await watch('https://one.example/a');
    await lookAt(moveOn([], { etag: '"7"', lastModified: null }));
    await watch('https://one.example/a', HOUR_MS);
    store.clock.pass(2 * HOUR_MS);
    const [claim] = await lookAt(moveOn());
    expect(claim?.watches).toHaveLength(2);
    expect(claim?.etag).toBeNull();
  });

  test('who was overtaken writes nothing down', async () => {
    await watch('https://one.example/a');
    let isDone = false;
    await lookAt(async (claim) => {
      // It took longer than its lease, and another process has the page now.
      store.clock.pass(HOUR_MS);
      expect(await claimWatch(store.open.db, { now: store.clock.now(), leaseMs: HOUR_MS })).not.toBeNull();
      await claim.finish(async () => {
        isDone = true;
      });
    });
    expect(isDone).toBe(false);
  });

  test('what fails in the middle is undone, told to the operator, and tried again later', async () => {
    const slug = await watch('https://one.example/a');
    await lookAt((claim) =>
      claim.finish(async ({ watches }) => {
        await watches.end(slug);
        throw new Error('half way');
      }),
    );
    expect(told).toMatchObject([{ kind: 'trouble', what: 'a page could not be looked at again' }]);
    expect(await lookAt(moveOn())).toEqual([]);
    store.clock.pass(11 * MINUTE_MS);
    expect(await lookAt(moveOn())).toHaveLength(1);
  });

  test('a dead process’s page: in a folder it is free at once, on a server when its lease is over', async () => {
    await watch('https://one.example/a');
    await claimWatch(store.open.db, { now: store.clock.now(), leaseMs: MINUTE_MS });
    const queue = aQueue();
    expect(await lookAt(moveOn(), queue)).toHaveLength(store.open.kind === 'folder' ? 1 : 0);
    store.clock.pass(2 * MINUTE_MS);
    expect(await lookAt(moveOn(), queue)).toHaveLength(store.open.kind === 'folder' ? 0 : 1);
  });

  test('what another byline wrote down in a form of its own was not told', async () => {
    await watch('https://one.example/a');
    const odd = JSON.stringify([7, { before: 'a' }, { before: 'b', after: 'c' }, { before: 1, after: null }]);
    await store.open.db.updateTable('watch').set({ told: odd }).execute();
    const [claim] = await lookAt(moveOn());
    expect(claim?.watches[0]?.told).toEqual([{ before: 'b', after: 'c' }]);
  });
});

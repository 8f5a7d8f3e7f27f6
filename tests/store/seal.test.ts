/** Tokens at rest: sealed, bound to their row, opened by any key of the ring, and by nothing else. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInstallationShelf } from '#store/create-installation-shelf.ts';
import { type KeyRing, parseKeyRing } from '#store/key-ring.ts';
import { type OpenDatabase, openDatabase } from '#store/open-database.ts';
import { seal, unseal } from '#store/seal.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { describeEngines, type TestPlace } from './on-both-engines.ts';

const newKey = () => randomBytes(32).toString('base64');
const [K1, K2] = [newKey(), newKey()];
function ring(text: string): KeyRing {
  const parsed = parseKeyRing(text);
  if (parsed === null) throw new Error('no keys');
  return parsed;
}
const old = ring(`k1:${K1}`);
const both = ring(`k2:${K2},k1:${K1}`);
const BAD_SEAL = expect.objectContaining({ code: 'BAD_SEAL' });

test('what was sealed opens, and says when a newer key is there', () => {
  const sealed = seal('xoxb-secret', 'row', old);
  expect(sealed).toMatch(/^v1\.k1\.[\w-]+$/);
  expect(sealed).not.toContain('secret');
  expect(unseal(sealed, 'row', old)).toEqual({ plain: 'xoxb-secret', isStale: false });
  expect(unseal(sealed, 'row', both)).toEqual({ plain: 'xoxb-secret', isStale: true });
  expect(seal('xoxb-secret', 'row', old)).not.toBe(sealed);
});

test('any text opens to itself, in its own row only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (plain, row, other) => {
      const sealed = seal(plain, row, both);
      expect(unseal(sealed, row, both).plain).toBe(plain);
      if (other !== row) expect(() => unseal(sealed, other, both)).toThrow(BAD_SEAL);
    }),
  );
});

test('one character changed, dropped or added and it does not open; what it says holds no secret', () => {
  const sealed = seal('xoxb-secret', 'row', old);
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'z', '.', '-', '', '%', 'AA'), (at, sign) => {
      const changed = sealed.slice(0, at) + sign + sealed.slice(at + 1);
      if (changed === sealed) return;
      expect(() => unseal(changed, 'row', both)).toThrow(BAD_SEAL);
    }),
    { numRuns: 500 },
  );
  expect(() => unseal(seal('x', 'row', ring(`k3:${newKey()}`)), 'row', both)).toThrow('sealed with key k3');
  for (const nothing of ['', 'v1', 'v1.k1.', 'plain token', `v2${sealed.slice(2)}`])
    expect(() => unseal(nothing, 'row', both)).toThrow(BAD_SEAL);
});

test.each([
  ['k1', 'entry 1 is not written as'],
  [`K1:${K1}`, 'entry 1 is not written as'],
  [`k1:${K1},k1:${K2}`, 'key k1 stands there twice'],
  [`k1:${K1},k2:${Buffer.alloc(16).toString('base64')}`, 'key k2 has 16 bytes, not 32'],
  [`k1:${K1},k2:%%%`, 'entry 2 is not written as'],
])('a ring that cannot be read is told without its keys', (text, words) => {
  expect(() => parseKeyRing(text)).toThrow(words);
  try {
    parseKeyRing(text);
  } catch (error) {
    expect(String(error)).not.toContain(K1.slice(0, 8));
  }
});

test('no keys are no ring', () => {
  expect(parseKeyRing('')).toBeNull();
  expect(parseKeyRing(' , ')).toBeNull();
});

describeEngines('installations', (makePlace) => {
  let where: TestPlace;
  let open: OpenDatabase;
  const clock = createFakeClock();
  const team = { platform: 'slack', workspace: 'T1' };
  const installation = { ...team, enterprise: 'E1', tokens: { bot: 'xoxb-secret' }, facts: { botUser: 'U1' } };

  beforeAll(async () => {
    where = await makePlace();
    open = await openDatabase(where.place);
  });
  afterAll(async () => {
    await open.close();
    await where.remove();
  });
  const stored = async () => JSON.stringify(await open.db.selectFrom('installation').selectAll().execute());

  test('without keys no installation is kept', async () => {
    await expect(createInstallationShelf(open.db, clock, null).save(installation)).rejects.toMatchObject({
      code: 'NO_KEYS',
    });
    expect(await stored()).toBe('[]');
  });

  test('a token comes back, is nowhere in the clear, and is sealed anew with a newer key', async () => {
    await createInstallationShelf(open.db, clock, old).save(installation);
    expect(await stored()).not.toContain('xoxb');
    const shelf = createInstallationShelf(open.db, clock, both);
    expect(await shelf.get(team)).toEqual(installation);
    expect(await stored()).toContain('v1.k2.');
    expect(await shelf.list()).toEqual([team]);
    expect(await shelf.get({ platform: 'slack', workspace: 'T2' })).toBeNull();
  });

  test('tokens that are saved while older ones are sealed anew stay', async () => {
    await createInstallationShelf(open.db, clock, old).save(installation);
    const newer = { ...installation, tokens: { bot: 'xoxb-newer' } };
    // Saves at the moment between the look at the old tokens and their being written again.
    const db = open.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (result.rows.length > 0) await createInstallationShelf(open.db, clock, both).save(newer);
        return result;
      },
    });
    expect(await createInstallationShelf(db, clock, both).get(team)).toEqual(installation);
    expect(await createInstallationShelf(open.db, clock, both).get(team)).toEqual(newer);
  });

  test('a sealed token moved to another workspace does not open', async () => {
    const shelf = createInstallationShelf(open.db, clock, both);
    const row = await open.db.selectFrom('installation').selectAll().executeTakeFirstOrThrow();
    const { tokens, facts, ...rest } = row;
    await open.db
      .insertInto('installation')
      .values({ ...rest, workspace: 'T9', tokens: JSON.stringify(tokens), facts: JSON.stringify(facts) })
      .execute();
    await expect(shelf.get({ platform: 'slack', workspace: 'T9' })).rejects.toMatchObject({ code: 'BAD_SEAL' });
    await expect(createInstallationShelf(open.db, clock, null).get(team)).rejects.toMatchObject({ code: 'NO_KEYS' });
  });
});

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Transcript, TranscriptEntry } from '#core/transcript.ts';
import { createTranscript } from '#store/create-transcript.ts';
import { type OpenDatabase, openDatabase } from '#store/open-database.ts';
import { eventually } from '../fakes/eventually.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { describeEngines, type TestPlace } from './on-both-engines.ts';

const card = (title: string) => ({ title, blocks: [] });

describeEngines('transcript', (makePlace) => {
  let where: TestPlace;
  let open: OpenDatabase;
  let transcript: Transcript;
  const clock = createFakeClock();

  beforeAll(async () => {
    where = await makePlace();
    open = await openDatabase(where.place);
    transcript = createTranscript(open, clock);
  });
  afterAll(async () => {
    await open.close();
    await where.remove();
  });
  const say = (key: string, thread: string | null = null) => transcript.write({ key, channel: 'c', thread, text: key });
  const show = (post: string, title: string, thread: string | null = null) =>
    transcript.show({ post, channel: 'c', thread, isPrivate: false, card: card(title) });

  test('the same line and the same post twice are one entry each', async () => {
    const [first, second] = [await say('line-1'), await say('line-1')];
    expect(second.id).toBe(first.id);
    expect(await show('p1', 'one')).toBe(await show('p1', 'other'));
    expect(await transcript.find('p1')).toMatch(/^\d+$/);
    expect(await transcript.find('none')).toBeNull();
    expect((await transcript.list({ channel: 'c', thread: null, limit: 10 })).length).toBe(2);
  });

  test('entries come oldest first, the newest so many, and a root knows its replies', async () => {
    const root = await show('root', 'root');
    for (let i = 0; i < 5; i++) await say(`reply-${i}`, root);
    const entries = await transcript.list({ channel: 'c', thread: root, limit: 3 });
    expect(entries.map(({ text }) => text)).toEqual(['reply-2', 'reply-3', 'reply-4']);
    expect(await transcript.entry(root)).toMatchObject({
      replies: 5,
      author: 'byline',
      card: card('root'),
      thread: null,
    });
  });

  test('what is not there is not there', async () => {
    expect(await transcript.entry('999999')).toBeNull();
    expect(await transcript.entry('1; drop table entry')).toBeNull();
    await expect(transcript.revise('999999', card('x'))).rejects.toMatchObject({ code: 'CHANNEL_GONE' });
    await expect(say('lost', '999999')).rejects.toMatchObject({ code: 'CHANNEL_GONE' });
  });

  test('whoever watches hears of every entry, its changes and its replies, until the watch ends', async () => {
    const heard: TranscriptEntry[] = [];
    const end = transcript.watch((entry) => heard.push(entry));
    const id = await show('watched', 'before');
    await transcript.revise(id, card('after'));
    await say('under it', id);
    const isHeard = (title: string, replies: number) =>
      heard.some((entry) => entry.id === id && entry.card?.title === title && entry.replies === replies);
    await eventually('all of it', () => isHeard('before', 0) && isHeard('after', 0) && isHeard('after', 1));
    end();
    const count = heard.length;
    await say('unheard');
    expect(heard).toHaveLength(count);
  });

  test('on a server what another process shows is heard as well', async () => {
    if (open.kind === 'folder') return expect(open.lite).not.toBeNull();
    const other = await openDatabase(where.place);
    const heard: string[] = [];
    const end = transcript.watch((entry) => heard.push(entry.card?.title ?? ''));
    let n = 0;
    const theirs = createTranscript(other, clock);
    // The watch may not have begun at the first: it is told of what comes after.
    await eventually('their post', async () => {
      n++;
      await theirs.show({ post: `theirs-${n}`, channel: 'c', thread: null, isPrivate: false, card: card('theirs') });
      return heard.includes('theirs');
    });
    end();
    await other.close();
  });

  test('on a server a change that becomes visible after a later one is heard, and the root of a reply with it', async () => {
    if (open.kind === 'folder') return expect(open.lite).not.toBeNull();
    const other = await openDatabase(where.place);
    const theirs = createTranscript(other, clock);
    const root = await theirs.show({ post: 'r', channel: 'c', thread: null, isPrivate: false, card: card('r') });
    const heard: TranscriptEntry[] = [];
    const end = transcript.watch((entry) => heard.push(entry));
    let n = 0;
    const showAnother = () =>
      theirs.show({ post: `late-${++n}`, channel: 'c', thread: null, isPrivate: false, card: card(`late-${n}`) });
    await eventually('the watch', async () => {
      await showAnother();
      return heard.length > 0;
    });
    await other.db.transaction().execute(async (trx) => {
      const revision = sql`nextval('entry_revision')`;
      const row = { channel: 'c', thread: root, post: 'slow', text: null, card: JSON.stringify(card('slow')) };
      await trx
        .insertInto('entry')
        .values({ ...row, is_private: false, at: clock.now(), revision })
        .execute();
      await showAnother();
      await eventually('the later one', () => heard.some((entry) => entry.card?.title === `late-${n}`));
    });
    await eventually('the slow one', () => heard.some((entry) => entry.card?.title === 'slow'));
    await eventually('its root', () => heard.some((entry) => entry.id === root && entry.replies === 1));
    expect(heard.filter((entry) => entry.card?.title === `late-${n}`)).toHaveLength(1);
    end();
    await other.close();
  });
});

/** A digest whose lines a model writes, with an engine that does what the test says: how many at once, until when, and who is named. */
import { expect, test } from 'vitest';
import { joinWalk } from '#bot/join-walk.ts';
import type { BriefWish } from '#core/app.ts';
import type { NewsEntry } from '#core/digest.ts';
import { Problem } from '#core/problem.ts';
import type { Engine } from '#core/steps.ts';
import { labelDigest } from '#flow/label-digest.ts';
import { makeDigest } from '#flow/make-digest.ts';
import { digestCard } from '#render/digest-card.ts';
import { chooseEngine } from '#summarize/choose-engine.ts';
import { aNewsstand, anEntry, EVENING, MORNING, SUBJECTS, storyText } from './a-newsstand.ts';

const WISH = { since: EVENING, until: MORNING, feeds: 3 };
const ENTRIES: readonly NewsEntry[] = SUBJECTS.slice(0, 8).map((subject) => anEntry('Quay Gazette', subject));
const PAGES = new Map(
  ENTRIES.map(({ url, title }) => [url ?? '', storyText(`${title}, the town council said on Monday.`)]),
);

/** The first sentence of an article, as a model that copies writes it. */
const copied: Engine['draft'] = async (article, testimony, wish) => {
  wish.onUsage?.({ in: 100, out: 10 });
  const [first] = article.sentences;
  const text = article.text.slice(first?.start, first?.end);
  return {
    engine: { name: 'model', model: 'm', prompt: 'digest/standard@1' },
    ...{ headline: '', points: [{ text, evidence: first === undefined ? [] : [first], attributions: [] }] },
    ...{ ...testimony, disagreements: [] },
  };
};

async function digestWith(draft: Engine['draft'], limits: Parameters<typeof makeDigest>[4] = {}) {
  const model: Engine = {
    ...chooseEngine('extractive'),
    ...{ name: 'model', draft, repair: async (request) => request.draft },
  };
  const choose = (name: BriefWish['engine']) => (name === 'extractive' ? chooseEngine(name) : model);
  const { steps, faults } = aNewsstand(PAGES, {
    brief: (article, wish, signal, within) =>
      joinWalk(async () => article, signal, undefined, { chooseEngine: choose, within }).brief(article, wish),
  });
  const digest = await makeDigest(ENTRIES, WISH, steps, new AbortController().signal, limits);
  expect(faults).toEqual([]);
  expect(digest.entries).toHaveLength(8);
  expect(digest.entries.every(({ text, from }) => from === 'article' && text !== null)).toBe(true);
  const notes = digestCard(digest).blocks.flatMap((block) => (block.kind === 'note' ? block.text : []));
  return { digest, notes };
}

test('each line is the model’s, four are written at once, and what they took is added up', async () => {
  let running = 0;
  let most = 0;
  const { digest, notes } = await digestWith(async (...asked) => {
    most = Math.max(most, ++running);
    await new Promise(setImmediate);
    running--;
    return copied(...asked);
  });
  expect(most).toBe(4);
  expect(digest.engine).toEqual({ name: 'model', model: 'm', prompt: 'digest/standard@1', fallback: null });
  expect(digest.entries.map(({ by }) => by)).toEqual(Array(8).fill('model'));
  expect(digest.usage).toEqual({ in: 800, out: 80 });
  expect(notes).toContain('8 lines checked against the articles · written by the model m');
});

test('the stories stay in their order, however long each takes to write', async () => {
  let calls = 0;
  const slowFirst = await digestWith(async (...asked) => {
    for (let turns = 8 - calls++; turns > 0; turns--) await new Promise(setImmediate);
    return copied(...asked);
  });
  const { digest } = await digestWith(copied);
  expect(slowFirst.digest.entries).toEqual(digest.entries);
});

test('what a model has not written within its time is cut from the articles, and that is said once', async () => {
  let calls = 0;
  const { digest, notes } = await digestWith(
    async (article, testimony, wish, signal) => {
      if (calls++ < 3) return copied(article, testimony, wish);
      if (signal?.aborted === false)
        await new Promise((done) => signal.addEventListener('abort', done, { once: true }));
      throw new Problem('SERVICE_UNAVAILABLE', 'the model did not answer in time');
    },
    { writeWithinMs: 400 },
  );
  expect(digest.entries.filter(({ by }) => by === 'model')).toHaveLength(3);
  const why = '5 of 8 in the articles’ own words: the model did not answer in time';
  expect(digest.engine).toMatchObject({ name: 'model', fallback: why });
  expect(notes.filter((note) => note.includes('in time'))).toEqual([`${why}.`]);
});

test('a model that fails is no reason for no digest', async () => {
  const { digest, notes } = await digestWith(async () => {
    throw new Problem('SERVICE_UNAVAILABLE', 'the server of the model refused the key (401)');
  });
  expect(digest.engine?.name).toBe('extractive');
  expect(digest.usage).toBeUndefined();
  expect(notes).toContain('8 lines checked against the articles · extractive: in the articles’ own words');
  expect(notes.filter((note) => note.includes('401'))).toEqual([
    'Extractive: the server of the model refused the key (401).',
  ]);
});

test('what nobody bears out is withheld, and the articles’ own words stand there', async () => {
  const { digest, notes } = await digestWith(async (...asked) => {
    const draft = await copied(...asked);
    return {
      ...draft,
      points: draft.points.map((point) => ({ ...point, text: 'Ida Holm resigned over 40 forged permits.' })),
    };
  });
  expect(JSON.stringify(digest)).not.toContain('resigned');
  expect(digest.usage).toEqual({ in: 800, out: 80 });
  expect(notes).toContain('Extractive: what the model wrote was withheld by the checks.');
});

const MODEL = { name: 'model', model: 'm', prompt: 'p@1' } as const;
const CUT = { name: 'extractive', model: null, prompt: null } as const;

test('one label of many: the most frequent reasons, each once', () => {
  expect(labelDigest([])).toBeUndefined();
  expect(labelDigest([CUT, CUT])).toEqual({ ...CUT, fallback: null });
  const reasons = ['slow', 'busy', 'busy', 'odd'].map((fallback) => ({ ...CUT, fallback }));
  expect(labelDigest(reasons)?.fallback).toBe('busy; slow');
  expect(labelDigest([...reasons, MODEL])).toEqual({
    ...MODEL,
    fallback: '4 of 5 in the articles’ own words: busy; slow',
  });
});

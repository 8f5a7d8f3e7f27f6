import { expect, test } from 'vitest';
import type { Card } from '#core/card.ts';
import { Problem } from '#core/problem.ts';
import { eventually } from '../../fakes/eventually.ts';
import { aCard, aChat, BUTTONS, working } from './a-chat.ts';

const ESC = String.fromCodePoint(0x1b);
const STEP: Card = { title: 'Reading the article…', blocks: [] };

test('a pipe gets its answers in the order of its lines, and the chat ends after the last one', async () => {
  const chat = aChat(working);
  await chat.pipe('/brief https://example.org/a', 'Who said it?', '', '/ask why?', '/quit', 'never read');
  const places = chat.arrivals.map(({ place }) => place.thread);
  expect(places).toEqual([null, '2', '2']);
  const words = chat.written();
  const at = ['briefing of https://example.org/a', 'answer to Who said it?', 'answer to why?'].map((one) =>
    words.indexOf(one),
  );
  expect(at.every((one) => one > 0)).toBe(true);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(words).not.toContain('never read');
  expect(words).not.toContain(ESC);
});

test('the end of the input is the end, after what was asked is answered, and without a last line’s end too', async () => {
  const chat = aChat(working);
  chat.input.end('/ask why?');
  await chat.ended;
  expect(chat.written()).toContain('answer to why?');
  const silent = aChat(working);
  await silent.pipe();
  expect(silent.written()).toMatch(/^Write \/brief /);
});

test('an answer that comes before it is acknowledged is an answer', async () => {
  const chat = aChat(async (arrival, show) => {
    await show(aCard(`early ${arrival.id}`));
    return { kind: 'taken', isPrivate: false };
  });
  await chat.pipe('/ask a?', '/ask b?');
  expect(chat.written()).toMatch(/early line1[\s\S]*early line2/);
});

test('a briefing’s thread is entered by itself, and /channel leaves it', async () => {
  const chat = aChat(working);
  await chat.pipe('/brief https://example.org/a', 'Why?', '/channel', 'Why?', '/brief example.org/b');
  expect(chat.arrivals.map(({ kind, place }) => [kind, place.thread])).toEqual([
    ['command', null],
    ['message', '2'],
    ['command', null],
    ['command', null],
  ]);
  expect(chat.written()).toContain('Back in the channel.');
});

test('an address alone is briefed in the channel, from a thread too', async () => {
  const chat = aChat(working);
  await chat.pipe('https://example.org/a', 'https://example.org/b');
  expect(chat.arrivals).toMatchObject([
    { kind: 'command', command: 'brief', place: { thread: null } },
    { kind: 'command', command: 'brief', place: { thread: null } },
  ]);
});

test('buttons are numbered without the links, and pressed by their number', async () => {
  const chat = aChat(working);
  await chat.pipe('/1', '/brief https://example.org/a', '/2', '/1', '/3');
  const words = chat.written();
  expect(words).toContain('/1 Who says what   /2 Show passages');
  expect(words).toContain('Open article: https://example.org/a');
  expect(words.match(/There is no such button\./g)).toHaveLength(2);
  expect(chat.arrivals.slice(1)).toMatchObject([
    { kind: 'press', press: { action: 'passages', briefing: 'slug', source: null } },
    { kind: 'press', press: { action: 'cited', briefing: 'slug', source: null } },
  ]);
  expect(words).toMatch(/\(only you see this\)\npressed passages/);
});

test('a number means the same button for the whole talk', async () => {
  const chat = aChat(working);
  await chat.pipe('/brief https://example.org/a', '/brief https://example.org/b', '/1', '/3', '/2');
  expect(chat.written()).toContain('/3 Who says what   /4 Show passages');
  expect(chat.arrivals.slice(2)).toMatchObject([
    { press: { action: 'cited' } },
    { press: { action: 'cited' } },
    { press: { action: 'passages' } },
  ]);
});

test('what one person alone sees is marked so, and what all see is not', async () => {
  const chat = aChat(async (arrival, show) => {
    await show(aCard('the card'), { isPrivate: arrival.kind === 'command' && arrival.command === 'ask' });
    return { kind: 'taken', isPrivate: false };
  });
  await chat.pipe('/sources cited example.org/a', '/ask why?');
  expect(chat.written().match(/(?:only you see this\)\n)?the card/g)).toEqual([
    'the card',
    'only you see this)\nthe card',
  ]);
});

test('words that are for nobody are left alone, and said so', async () => {
  const chat = aChat(working);
  await chat.pipe('/brief https://example.org/a', 'thanks');
  expect(chat.written()).toContain('left alone');
});

test('what cannot be taken is told in a line, and the chat goes on', async () => {
  const chat = aChat(async (arrival, show) => {
    if (arrival.id === 'line1') throw new Problem('DATABASE_UNAVAILABLE', `no answer ${ESC}[2J`);
    if (arrival.id === 'line2') throw new Error('a secret of the inside');
    return working(arrival, show);
  });
  await chat.pipe('/ask a?', '/ask b?', '/ask c?');
  expect(chat.written()).toContain('This was not taken: no answer [2J');
  expect(chat.written()).toContain('something went wrong inside byline');
  expect(chat.written()).not.toContain('secret');
  expect(chat.written()).toContain('answer to c?');
});

test('nothing that comes from outside moves the terminal', async () => {
  const hostile = `${ESC}[2J${ESC}]52;c;AAAA${String.fromCodePoint(7)}\r\u009b31m\u202eevil`;
  const chat = aChat(async (_, show) => {
    const button = { label: hostile, press: { action: 'cited', briefing: 'slug', source: null } } as const;
    await show({
      title: hostile,
      blocks: [
        { kind: 'text', text: hostile },
        { kind: 'buttons', buttons: [button] },
      ],
    });
    return { kind: 'shown', card: { title: hostile, blocks: [] } };
  });
  await chat.pipe(`/ask ${hostile}`, hostile);
  expect(chat.written()).toContain('evil');
  expect(chat.written()).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
});

test('somebody at a terminal sees each step, the answer and the prompt again', async () => {
  const chat = aChat(
    async (_, show) => {
      const entry = await show(STEP);
      await chat.transcript.revise(entry, aCard('the answer', BUTTONS));
      await chat.transcript.revise(entry, aCard('the answer', BUTTONS));
      return { kind: 'taken', isPrivate: false };
    },
    { isTTY: true },
  );
  await chat.type('/brief https://example.org/a');
  const words = await eventually('the answer', () => /the answer[\s\S]*› /.exec(chat.written()));
  expect(chat.written()).toContain('Reading the article…');
  expect(words[0].match(/the answer/g)).toHaveLength(1);
  chat.input.write('/quit\r');
  await chat.ended;
});

test('a step that holds more than words still cannot move the terminal', async () => {
  const chat = aChat(
    async (_, show) => {
      await show({ title: `step ${ESC}[2J${ESC}[8m`, blocks: [] });
      return { kind: 'taken', isPrivate: false };
    },
    { isTTY: true },
  );
  await chat.type('/brief https://example.org/a');
  await eventually('the step', () => chat.written().includes('step [2J[8m'));
  expect(chat.written()).not.toContain(`${ESC}[8m`);
  await chat.transcript.show({ post: 'last', channel: 'c', thread: null, isPrivate: false, card: aCard('done') });
  chat.input.end();
  await chat.ended;
});

test('who leaves a terminal before the answer still gets it', async () => {
  const gate = Promise.withResolvers<void>();
  const chat = aChat(
    async (_, show) => {
      void gate.promise.then(() => show(aCard('a late answer')));
      return { kind: 'taken', isPrivate: false };
    },
    { isTTY: true },
  );
  await chat.type('/ask why?');
  chat.input.end();
  await new Promise((done) => chat.input.once('close', done));
  gate.resolve();
  await chat.ended;
  expect(chat.written()).toContain('a late answer');
});

test('a pipe into a terminal waits for each answer as a pipe into a file does', async () => {
  const chat = aChat(working, { isTTY: true, isPiped: true });
  await chat.pipe('/brief https://example.org/a', 'Why?');
  expect(chat.arrivals.map(({ place }) => place.thread)).toEqual([null, '2']);
});

test('a stop ends it, whatever is still asked', async () => {
  const stop = new AbortController();
  const chat = aChat(async () => ({ kind: 'taken', isPrivate: false }), { signal: stop.signal });
  chat.input.write('/ask why?\n');
  await eventually('it is taken', () => chat.arrivals.length === 1);
  stop.abort();
  await chat.ended;
  const stopped = aChat(working, { signal: AbortSignal.abort() });
  await stopped.ended;
});

test.each([
  ['/br\thttps://example.org/a', 'brief', 'https://example.org/a'],
  ['/so\tci\texample.org/a', 'sources', 'citedexample.org/a'],
  ['/brief example.org/a --po\t=3', 'brief', 'example.org/a --points=3'],
  ['/nothing x\t', 'nothing', 'x'],
])('tab completes in %j', async (keys, command, input) => {
  const chat = aChat(working, { isTTY: true });
  await chat.type(keys);
  expect(chat.arrivals[0]).toMatchObject({ command, input });
  await chat.pipe('/quit');
});

test('what has its place is offered by no name, and verbs only in theirs', async () => {
  const chat = aChat(working, { isTTY: true });
  await chat.type('/ask --\t\tx');
  expect(chat.arrivals[0]).toMatchObject({ command: 'ask', input: '--x' });
  await chat.type('/sources example.org/a ci\t');
  expect(chat.arrivals[1]).toMatchObject({ command: 'sources', input: 'example.org/a ci' });
  expect(chat.written()).not.toContain('--question');
  await chat.pipe('/quit');
});

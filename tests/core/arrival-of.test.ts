import { expect, test } from 'vitest';
import { arrivalOf } from '#core/arrival-of.ts';

const FROM = {
  id: 'line-1',
  place: { platform: 'console', workspace: 'w', channel: 'c', thread: null },
  person: { id: 'p', name: null, mayManage: true },
};
const IN_THREAD = { ...FROM, place: { ...FROM.place, thread: '7' } };

test.each([
  ['/brief https://example.org/a points:3', 'brief', 'https://example.org/a points:3'],
  ['/Brief\u00a0example.org', 'brief', 'example.org'],
  ['  /ask\nWho?', 'ask', 'Who?'],
  ['/sources', 'sources', ''],
  ['/help brief', 'help', 'brief'],
  ['/nothing-like-it x', 'nothing-like-it', 'x'],
])('%j is a command, in a thread too', (line, command, input) => {
  const wanted = { kind: 'command', command, input, verb: null, replyTo: null };
  expect(arrivalOf(line, FROM)).toEqual({ ...wanted, ...FROM });
  expect(arrivalOf(line, IN_THREAD)).toEqual({ ...wanted, ...IN_THREAD });
});

test.each(['What now?', '/', '//', '/ brief', '/1', '/tmp/story.html', 'see example.org'])(
  '%j is said in a thread, and asks for help in the channel',
  (line) => {
    expect(arrivalOf(line, IN_THREAD)).toMatchObject({ kind: 'message', text: line, mentionsBot: false });
    expect(arrivalOf(line, FROM)).toMatchObject({ kind: 'command', command: 'help', input: '' });
  },
);

test('an address alone asks for its briefing in the channel, and is said in a thread', () => {
  expect(arrivalOf(' https://example.org/a ', FROM)).toMatchObject({ kind: 'command', command: 'brief' });
  expect(arrivalOf('https://example.org/a', IN_THREAD)).toMatchObject({ kind: 'message' });
});

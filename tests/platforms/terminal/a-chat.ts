import { PassThrough } from 'node:stream';
import type { Block, Card } from '#core/card.ts';
import type { Arrival, Receipt } from '#core/chat.ts';
import { chatInTerminal } from '#platforms/terminal/chat-in-terminal.ts';
import { helpCard } from '#render/help-card.ts';
import { commands } from '../../all-commands.ts';
import { eventually } from '../../fakes/eventually.ts';
import { createFakeClock } from '../../fakes/fake-clock.ts';
import { createMemoryTranscript } from '../../fakes/memory-transcript.ts';

const PLACE = { platform: 'console', workspace: 'w', channel: 'c' };
export const BUTTONS: Block = {
  kind: 'buttons',
  buttons: [
    { label: 'Who says what', press: { action: 'cited', briefing: 'slug', source: null } },
    { label: 'Open article', open: 'https://example.org/a' },
    { label: 'Show passages', press: { action: 'passages', briefing: 'slug', source: null } },
  ],
};
export const aCard = (title: string, ...blocks: Block[]): Card => ({
  title,
  blocks: [{ kind: 'text', text: 'Body.' }, ...blocks],
});

export type Bot = (
  arrival: Arrival,
  show: (card: Card, more?: { isPrivate?: boolean }) => Promise<string>,
) => Promise<Receipt>;

/** A chat with a bot of the test's own; `isTTY`: somebody sits at it. */
export function aChat(bot: Bot, options: { isTTY?: boolean; isPiped?: boolean; signal?: AbortSignal } = {}) {
  const { isTTY = false, isPiped = false, signal } = options;
  const input = Object.assign(new PassThrough(), { isTTY: isTTY && !isPiped });
  const output = Object.assign(new PassThrough(), { isTTY, columns: 80 });
  const transcript = createMemoryTranscript(createFakeClock());
  const arrivals: Arrival[] = [];
  let written = '';
  output.setEncoding('utf8').on('data', (chunk: string) => {
    written += chunk;
  });
  let posts = 0;
  const ended = chatInTerminal(
    {
      input,
      output,
      canvas: () => ({ columns: 80, colour: false }),
      transcript,
      receive(arrival) {
        arrivals.push(arrival);
        const { channel, thread } = arrival.place;
        const show = (card: Card, { isPrivate = false } = {}) =>
          transcript.show({ post: `post${posts++}`, channel, thread, isPrivate, card });
        return bot(arrival, show);
      },
      commands,
      place: PLACE,
      person: { id: 'p', name: null, mayManage: true },
      newId: () => `line${arrivals.length + 1}`,
    },
    signal,
  );
  return {
    input,
    transcript,
    arrivals,
    ended,
    written: () => written,
    /** Types, then waits until it is taken. */
    async type(line: string) {
      const before = arrivals.length;
      // A tab in the middle of what comes at once was pasted, and completes nothing.
      for (const part of `${line}\r`.split(/(?<=\t)/)) {
        input.write(part);
        await new Promise(setImmediate);
      }
      await eventually(`${line} is taken`, () => arrivals.length > before);
    },
    pipe(...lines: string[]) {
      input.end(lines.map((line) => `${line}\n`).join(''));
      return ended;
    },
  };
}

/** Takes everything; a briefing shows a step and then its card with buttons, anything else a card. */
export const working: Bot = async (arrival, show) => {
  if (arrival.kind === 'press') return { kind: 'shown', card: aCard(`pressed ${arrival.press.action}`) };
  if (arrival.kind === 'command' && arrival.command === 'help')
    return { kind: 'shown', card: helpCard(commands, null) };
  if (arrival.kind === 'message' && !arrival.text.includes('?')) return { kind: 'ignored' };
  const isBrief = arrival.kind === 'command' && arrival.command === 'brief';
  const words = arrival.kind === 'command' ? arrival.input : arrival.kind === 'message' ? arrival.text : '';
  setImmediate(() => void show(isBrief ? aCard(`briefing of ${words}`, BUTTONS) : aCard(`answer to ${words}`)));
  return { kind: 'taken', isPrivate: false };
};

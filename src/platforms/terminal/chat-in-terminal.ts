import { createInterface } from 'node:readline/promises';
import { arrivalOf } from '#core/arrival-of.ts';
import type { Block, Button, Card } from '#core/card.ts';
import type { Person, Place, Receipt, Receive } from '#core/chat.ts';
import type { Command } from '#core/command.ts';
import { findAddress } from '#core/find-address.ts';
import { verbNames } from '#core/find-verb.ts';
import { plainText } from '#core/plain-text.ts';
import type { Press } from '#core/press.ts';
import { Problem } from '#core/problem.ts';
import type { Transcript, TranscriptEntry } from '#core/transcript.ts';
import { type Canvas, drawCard } from './draw.ts';

export type ChatParts = {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly canvas: () => Canvas;
  readonly transcript: Transcript;
  readonly receive: Receive;
  readonly commands: readonly Command[];
  readonly place: Omit<Place, 'thread'>;
  readonly person: Person;
  /** A new id for each line that is typed. */
  readonly newId: () => string;
};

const OWN_WORDS = ['/channel', '/help', '/quit'];
const HINT = 'Ask about it here; /channel leaves its thread.';
const WELCOME = 'Write /brief and the address of an article; /help lists all commands, /quit ends.';

/**
 * The console's channel in a terminal: lines in, cards out. A briefing's thread is entered by itself, so that the next line is a
 * question about it; buttons are numbered and pressed as /1, /2, on through the whole talk. Ends with the input, after what was asked is answered.
 */
export async function chatInTerminal(parts: ChatParts, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true) return;
  const { input, output, transcript, receive, place, person } = parts;
  // What is piped in is no conversation, wherever the answers go.
  const isTerminal = input.isTTY === true && output.isTTY === true;
  const lines = createInterface({ input, output, terminal: isTerminal, completer: completerFor(parts.commands) });
  lines.setPrompt('› ');
  const shown = new Set<string>();
  let thread: string | null = null;
  /** Every button that was shown: a number means the same for as long as it can be scrolled back to. */
  const buttons: Press[] = [];
  let awaited = 0;
  let isClosed = false;
  let onAnswered: () => void = () => undefined;
  lines.once('close', () => {
    isClosed = true;
  });

  function say(text: string): void {
    if (isTerminal) output.write('\r\u001b[K');
    output.write(text.endsWith('\n') ? text : `${text}\n`);
    prompt(true);
  }

  /** After the end of the input answers still come, and nobody is asked for more. */
  function prompt(keepsCursor: boolean): void {
    if (isTerminal && !isClosed) lines.prompt(keepsCursor);
  }

  function sayCard(card: Card, isPrivate: boolean): void {
    const pressed = card.blocks.flatMap((block) =>
      block.kind === 'buttons' ? block.buttons : block.kind === 'choices' ? block.choices : [],
    );
    const numbered = pressed.filter((button): button is Button & { press: Press } => 'press' in button);
    const hints = numbered.map(({ label, press }) => `/${buttons.push(press)} ${plainText(label)}`).join('   ');
    say(
      `\n${isPrivate ? '(only you see this)\n' : ''}${drawCard(withoutPresses(card), parts.canvas())}${hints === '' ? '' : `\n${hints}\n`}`,
    );
  }

  /** A card without parts is a step on the way: it shows on the line above the prompt, and only in a terminal. */
  function showEntry(entry: TranscriptEntry): void {
    const { card } = entry;
    if (card === null) return;
    if (card.blocks.length === 0) {
      if (isTerminal) say(plainText(card.title));
      return;
    }
    const isNew = !shown.has(entry.id);
    // A root is told again when its thread grows: what it shows has not changed.
    if (!isNew) return;
    shown.add(entry.id);
    sayCard(card, entry.isPrivate);
    if (entry.thread === null && card.blocks.some(({ kind }) => kind === 'buttons')) {
      thread = entry.id;
      say(HINT);
    }
    awaited--;
    onAnswered();
  }

  async function take(line: string): Promise<void> {
    const at = /^\/\d{1,6}$/.test(line) ? Number(line.slice(1)) - 1 : null;
    // What asks for a briefing is said in the channel, so that the briefing has a thread of its own.
    const where = { ...place, thread: /^\/brief\b/i.test(line) || findAddress(line) !== null ? null : thread };
    const from = { id: parts.newId(), place: where, person };
    const press = at === null ? undefined : buttons[at];
    if (at !== null && press === undefined) return say('There is no such button.');
    if (press !== undefined) return showReceipt(await receive({ kind: 'press', press, ...from }));
    if (line === '/channel') {
      thread = null;
      return say('Back in the channel.');
    }
    await transcript.write({ key: from.id, channel: place.channel, thread: where.thread, text: line });
    const receipt = await receive(arrivalOf(line, from));
    if (receipt.kind === 'ignored') say('(No question to byline: left alone.)');
    else showReceipt(receipt);
  }

  function showReceipt(receipt: Receipt): void {
    if (receipt.kind === 'taken') awaited++;
    else if (receipt.kind === 'shown') sayCard(receipt.card, true);
  }

  const unwatch = transcript.watch(showEntry);
  signal?.addEventListener('abort', () => lines.close(), { once: true });
  try {
    say(WELCOME);
    prompt(false);
    for await (const typed of lines) {
      const line = typed.trim();
      if (line === '/quit') break;
      if (line !== '') await take(line).catch((error: unknown) => say(wordsOf(error)));
      prompt(false);
      // A pipe writes faster than anybody reads: each line waits for its answer, as a person would.
      if (!isTerminal) await answered();
    }
    await answered();
  } finally {
    unwatch();
    lines.close();
  }

  function answered(): Promise<void> {
    return new Promise((done) => {
      onAnswered = () => {
        if (awaited <= 0 || signal?.aborted === true) done();
      };
      signal?.addEventListener('abort', onAnswered, { once: true });
      onAnswered();
    });
  }
}

function withoutPresses(card: Card): Card {
  const blocks = card.blocks.flatMap((block): Block[] => {
    if (block.kind === 'choices') return [];
    if (block.kind !== 'buttons') return [block];
    const links = block.buttons.filter((button) => 'open' in button);
    return links.length === 0 ? [] : [{ ...block, buttons: links }];
  });
  return { ...card, blocks };
}

function wordsOf(error: unknown): string {
  return error instanceof Problem
    ? `This was not taken: ${plainText(error.message)}`
    : 'This was not taken: something went wrong inside byline.';
}

/** Tab completes commands, then their verbs and options. */
function completerFor(commands: readonly Command[]): NonNullable<Parameters<typeof createInterface>[0]['completer']> {
  return (line: string) => {
    const [name = '', ...rest] = line.split(' ');
    const command = commands.find((one) => `/${one.name}` === name);
    const last = rest.at(-1) ?? '';
    const offers =
      rest.length === 0
        ? [...commands.map((one) => `/${one.name} `), ...OWN_WORDS]
        : command === undefined
          ? []
          : [...(rest.length === 1 ? verbNames(command) : []), ...optionsOf(command)];
    const word = rest.length === 0 ? name : last;
    return [offers.filter((offer) => offer.startsWith(word)), word];
  };
}

/** What is written by its name; the rest has its place. */
function optionsOf({ verbs }: Command): string[] {
  const named = verbs.flatMap(({ params }) => params).filter(({ kind, required }) => !required && kind !== 'article');
  return [...new Set(named.map(({ name }) => `--${name}`))];
}

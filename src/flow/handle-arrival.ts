import type { Arrival, Receipt, Receive } from '#core/chat.ts';
import type { Arguments, Command, Verb } from '#core/command.ts';
import { findCommand } from '#core/find-command.ts';
import type { Inbox, Memory, Taken } from '#core/memory.ts';
import type { Observer } from '#core/observer.ts';
import type { Press } from '#core/press.ts';
import { Problem } from '#core/problem.ts';
import { readOptions } from '#core/read-options.ts';
import { readWords } from '#core/read-words.ts';
import type { Wording } from '#core/wording.ts';
import { isQuestion } from './is-question.ts';
import { notAllowed } from './not-allowed.ts';
import { planTaken } from './plan-taken.ts';
import { showHome } from './show-home.ts';
import { showPress } from './show-press.ts';

export type ArrivalParts = {
  readonly memory: Memory;
  readonly commands: readonly Command[];
  readonly wording: Wording;
  readonly observe: Observer;
  readonly inbox: Inbox;
  /** Tells the queue and the outbox that there is something new. Called after the commit. */
  readonly wake: () => void;
};

/** A command that was understood, ready to be queued. */
type Order = { readonly command: Command; readonly verb: Verb; readonly args: Arguments };

const ADDRESS = /\bhttps?:\/\/[^\s<>|]+/i;
/** A longer question is no question but a text; the engine reads its beginning. */
const LONGEST_QUESTION = 1_000;

/**
 * Takes what a platform hands in: a command is put into the inbox, a question becomes a post and a job, so that what is
 * acknowledged survives a crash and an event delivered twice is answered once. A press, a slip and a call for help are
 * answered at once, to the asker alone.
 */
export function createReceive(parts: ArrivalParts): Receive {
  return async (arrival, acknowledged) => {
    try {
      return await receive(arrival, acknowledged, parts);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      parts.observe({ kind: 'failed', code: error.code, id: arrival.id, cause: error });
      return { kind: 'shown', card: parts.wording.problem(error) };
    }
  };
}

async function receive(
  arrival: Arrival,
  acknowledged: Promise<unknown> | undefined,
  parts: ArrivalParts,
): Promise<Receipt> {
  switch (arrival.kind) {
    case 'command': {
      const order = readCommand(arrival, parts.commands);
      if (order.kind === 'help') return { kind: 'shown', card: parts.wording.help(parts.commands, order.command) };
      return put(order, arrival, acknowledged, parts);
    }
    case 'message':
      return receiveMessage(arrival, parts);
    case 'home':
      return { kind: 'shown', card: await showHome(arrival.channels, arrival.place, parts) };
    case 'press': {
      const { press } = arrival;
      if (press.action === 'story') return takeStory(press, arrival, parts);
      return { kind: 'shown', card: await showPress(press, arrival.place, parts) };
    }
    default:
      return arrival satisfies never;
  }
}

/**
 * A story of a digest is briefed in the digest's thread, once, however many ask; elsewhere where it was pressed.
 * @throws Problem `NO_BRIEFING` where the digest is another channel's, or is kept no more.
 */
async function takeStory(
  { story, under }: Press & { readonly action: 'story' },
  arrival: Arrival,
  parts: ArrivalParts,
): Promise<Receipt> {
  const root = under === null ? null : await parts.memory.transact(({ posts }) => posts.placeOf(under));
  const isHere = root?.workspace === arrival.place.workspace && root.channel === arrival.place.channel;
  if (under !== null && !isHere) throw new Problem('NO_BRIEFING', 'this digest is no longer kept');
  const command = findCommand('brief', parts.commands);
  const [verb] = command.verbs;
  const taken = takenOf({ command, verb, args: { story } }, arrival);
  const asked = under === null ? taken : { ...taken, id: `story/${under}/${story}`, place: root ?? taken.place, under };
  const isNew = await parts.memory.transact((shelves) => planTaken(asked, shelves, parts));
  if (!isNew) return { kind: 'shown', card: parts.wording.briefedAlready() };
  parts.wake();
  return { kind: 'taken', isPrivate: false };
}

type Reading = ({ readonly kind: 'order' } & Order) | { readonly kind: 'help'; readonly command: Command | null };

function readCommand(arrival: Arrival & { readonly kind: 'command' }, commands: readonly Command[]): Reading {
  if (arrival.command === 'help') {
    // "/help brief" and "/help /brief" are the help for one; any other words get the help for all.
    const [word = ''] = typeof arrival.input === 'string' ? arrival.input.trim().toLowerCase().split(/\s+/) : [];
    return { kind: 'help', command: commands.find(({ name }) => name === word.replace(/^\//, '')) ?? null };
  }
  const command = findCommand(arrival.command, commands);
  if (typeof arrival.input === 'string') {
    const read = readWords(command, arrival.input, arrival.place.thread !== null);
    return read.kind === 'help'
      ? { kind: 'help', command }
      : { kind: 'order', command, verb: read.verb, args: read.args };
  }
  return { kind: 'order', command, ...readOptions(command, arrival.verb, arrival.input) };
}

/** In a thread of ours a question is asked of its article; the bot's name and an address ask for a briefing anywhere. */
async function receiveMessage(arrival: Arrival & { readonly kind: 'message' }, parts: ArrivalParts): Promise<Receipt> {
  const [address] = ADDRESS.exec(arrival.text) ?? [];
  if (arrival.mentionsBot && address !== undefined) return takeWords('brief', address, arrival, parts);
  if (!isQuestion(arrival.text, arrival)) return { kind: 'ignored' };
  const { thread } = arrival.place;
  if (thread === null && !arrival.mentionsBot) return { kind: 'ignored' };
  const isOurs =
    thread === null || (await parts.memory.transact(({ posts }) => posts.at(arrival.place, thread))) !== null;
  if (!isOurs && !arrival.mentionsBot) return { kind: 'ignored' };
  const command = findCommand('ask', parts.commands);
  const [verb] = command.verbs;
  const question = arrival.text.slice(0, LONGEST_QUESTION).toWellFormed().trim();
  const taken = takenOf({ command, verb: { ...verb, audience: 'channel' }, args: { question } }, arrival);
  return planNow(taken, parts);
}

function takeWords(name: string, words: string, arrival: Arrival, parts: ArrivalParts): Promise<Receipt> {
  const command = findCommand(name, parts.commands);
  const read = readWords(command, words);
  if (read.kind === 'help') return Promise.resolve({ kind: 'ignored' });
  return planNow(takenOf({ command, verb: read.verb, args: read.args }, arrival), parts);
}

/**
 * A command waits for its acknowledgement: it is put in, which is quick however many come, and planned a moment later.
 * @throws Problem `NOT_KEPT`: no platform sends a command again, so that whoever asked has to be told.
 */
async function put(
  order: Order,
  arrival: Arrival & { readonly kind: 'command' },
  acknowledged: Promise<unknown> | undefined,
  parts: ArrivalParts,
): Promise<Receipt> {
  const taken = takenOf(order, arrival);
  try {
    await parts.inbox.put(taken, acknowledged);
  } catch (cause) {
    parts.observe({ kind: 'trouble', what: 'what was asked could not be written down', cause });
    throw new Problem('NOT_KEPT', 'the inbox takes nothing just now', { cause });
  }
  return { kind: 'taken', isPrivate: taken.audience !== null };
}

async function planNow(taken: Taken, parts: ArrivalParts): Promise<Receipt> {
  const isNew = await parts.memory.transact((shelves) => planTaken(taken, shelves, parts));
  if (isNew) parts.wake();
  return { kind: 'taken', isPrivate: taken.audience !== null };
}

/** @throws Problem `NOT_ALLOWED`. */
function takenOf({ command, verb, args }: Order, arrival: Arrival): Taken {
  const { place, person, id } = arrival;
  if (verb.permission === 'manager' && person.mayManage === false) throw notAllowed(command.name, verb.name);
  const audience = verb.audience === 'asker' || args.private === true ? person.id : null;
  const replyTo = arrival.kind === 'command' ? arrival.replyTo : null;
  return { id, place, person, audience, command: command.name, verb: verb.name, args, replyTo };
}

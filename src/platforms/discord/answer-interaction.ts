import {
  InteractionResponseType as Answer,
  RESTJSONErrorCodes as Code,
  MessageFlags,
  RequestMethod,
  Routes,
} from 'discord.js';
import type { Card } from '#core/card.ts';
import type { Receipt, Suggestion } from '#core/chat.ts';
import { Problem } from '#core/problem.ts';
import type { Acknowledgement } from './create-acknowledgements.ts';
import type { Api } from './create-api.ts';
import { fitCard } from './fit-card.ts';
import { ACK_WITHIN_MS, ANSWER_WITHIN_MS, CALL_WITHIN_MS, LONGEST_OPTION, MOST_COMMAND_CHOICES } from './limits.ts';
import { messageBody, privateBody, wordsCard } from './message-body.ts';
import { isRefusal } from './problem-of.ts';
import type { ReplyHandle } from './reply-handle.ts';
import { shortenPlain } from './shorten.ts';

export type AnswerParts = {
  readonly api: Api;
  readonly onTrouble: (what: string, cause: unknown) => void;
};

/** What a receipt comes to: cards for the asker alone, or nothing yet, for a post comes by itself. */
type Outcome = { readonly cards: readonly Card[] } | { readonly isPrivate: boolean };

const NOT_TAKEN = wordsCard('byline could not take this just now. Try again in a moment.');
const NOT_FOR_US = wordsCard('There is nothing for byline to do here.');
const COMES_IN_CHANNEL = wordsCard('This takes a moment. The answer comes in this channel.');
/** A connection that breaks is tried again at once: a person waits, and Discord takes the first answer only. */
const MOST_ATTEMPTS = 3;
/** After a moment's trouble. */
const AGAIN_MS = 500;

/**
 * Acknowledges an interaction once what came is stored. Where that takes long, Discord is told at 2 s that somebody is at it. Says
 * how it was acknowledged, as early as it is known. Never rejects.
 */
export async function answerInteraction(
  handle: ReplyHandle,
  receiving: Promise<Receipt>,
  isPressed: boolean,
  tell: (how: Acknowledgement) => void,
  parts: AnswerParts,
): Promise<void> {
  const outcome = outcomeOf(receiving, parts);
  const early = await within(outcome, ANSWER_WITHIN_MS);
  if (early === null) return answerLate(handle, outcome, tell, parts);
  if ('cards' in early) {
    const how = await acknowledge(handle, Answer.ChannelMessageWithSource, bodyOf(early.cards), parts);
    tell(acknowledgementOf(how, true));
    if (how === 'done') await followUp(handle, early.cards.slice(1), parts);
    return;
  }
  const flags = early.isPrivate ? MessageFlags.Ephemeral : undefined;
  const how = isPressed
    ? await acknowledge(handle, Answer.DeferredMessageUpdate, undefined, parts)
    : await acknowledge(handle, Answer.DeferredChannelMessageWithSource, { flags }, parts);
  tell(acknowledgementOf(how, early.isPrivate));
}

/** Says at once, to the asker alone, what there is to say. Never rejects. */
export async function answerWithCard(handle: ReplyHandle, card: Card, parts: AnswerParts): Promise<void> {
  await acknowledge(handle, Answer.ChannelMessageWithSource, privateBody(card), parts);
}

/** Offers what could be meant to whoever still types, or nothing where that fails or takes long. Never rejects. */
export async function answerWithChoices(
  handle: ReplyHandle,
  suggesting: Promise<readonly Suggestion[]>,
  parts: AnswerParts,
): Promise<void> {
  const found = suggesting.catch((cause: unknown) => {
    parts.onTrouble('nothing could be suggested', cause);
    return [];
  });
  const all = (await within(found, ANSWER_WITHIN_MS)) ?? [];
  const choices = all
    .filter(({ value }) => value.length <= LONGEST_OPTION)
    .slice(0, MOST_COMMAND_CHOICES)
    .map(({ name, value }) => ({ name: shortenPlain(name, LONGEST_OPTION), value }));
  await acknowledge(handle, Answer.ApplicationCommandAutocompleteResult, { choices }, parts);
}

/** Whether this is for all to see is not known yet, and cannot be changed later: so it is not, and an open answer comes apart. */
async function answerLate(
  handle: ReplyHandle,
  outcome: Promise<Outcome>,
  tell: (how: Acknowledgement) => void,
  parts: AnswerParts,
): Promise<void> {
  const body = { flags: MessageFlags.Ephemeral };
  const how = await acknowledge(handle, Answer.DeferredChannelMessageWithSource, body, parts);
  tell(acknowledgementOf(how, true));
  const late = await outcome;
  if (how === 'void' || how === 'repeated' || ('isPrivate' in late && late.isPrivate)) return;
  const [first = NOT_FOR_US, ...rest] = 'cards' in late ? late.cards : [COMES_IN_CHANNEL];
  const route = Routes.webhookMessage(handle.application, handle.token);
  try {
    const call = { method: RequestMethod.Patch, route, body: messageBody(first) };
    await parts.api.byToken(call, AbortSignal.timeout(CALL_WITHIN_MS));
  } catch (cause) {
    parts.onTrouble('a late answer to an interaction was not shown', cause);
    return;
  }
  await followUp(handle, rest, parts);
}

/** `repeated`: it was acknowledged before, when Discord delivered it for the first time. */
type Attempted = 'done' | 'repeated' | 'void' | 'unknown';

function acknowledgementOf(how: Attempted, isPrivate: boolean): Acknowledgement {
  if (how === 'done') return isPrivate ? 'private' : 'open';
  // Which way it was acknowledged before, Discord tells whoever asks.
  return how === 'repeated' ? 'unknown' : how;
}

async function acknowledge(
  { interaction, token }: ReplyHandle,
  type: Answer,
  data: object | undefined,
  { api, onTrouble }: AnswerParts,
): Promise<Attempted> {
  const signal = AbortSignal.timeout(ACK_WITHIN_MS);
  const route = Routes.interactionCallback(interaction, token);
  const body = data === undefined ? { type } : { type, data };
  for (let attempt = 1; ; attempt++) {
    try {
      await api.byToken({ method: RequestMethod.Post, route, body }, signal);
      return 'done';
    } catch (cause) {
      const isDone = isRefusal(cause, Code.InteractionHasAlreadyBeenAcknowledged);
      // An earlier attempt whose answer was lost.
      if (isDone && attempt > 1) return 'done';
      const mayHelp = cause instanceof Problem && cause.code === 'UNREACHABLE';
      if (mayHelp && attempt < MOST_ATTEMPTS && !signal.aborted) continue;
      onTrouble('an interaction was not acknowledged', cause);
      if (isDone) return 'repeated';
      return isRefusal(cause, Code.UnknownInteraction) ? 'void' : 'unknown';
    }
  }
}

async function followUp(
  { application, token }: ReplyHandle,
  cards: readonly Card[],
  { api, onTrouble }: AnswerParts,
): Promise<void> {
  try {
    for (const card of cards) {
      const call = { method: RequestMethod.Post, route: Routes.webhook(application, token), body: privateBody(card) };
      await patiently(() => api.byToken(call, AbortSignal.timeout(CALL_WITHIN_MS)));
    }
  } catch (cause) {
    onTrouble('the rest of a long answer was not shown', cause);
  }
}

/** Being too fast, or a moment's trouble, is no reason to break a long answer off: its token lives for minutes. */
async function patiently(call: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await call();
      return;
    } catch (cause) {
      const mayHelp = cause instanceof Problem && (cause.code === 'RATE_LIMITED' || cause.code === 'UNREACHABLE');
      if (!mayHelp || attempt >= MOST_ATTEMPTS) throw cause;
      await new Promise((done) => setTimeout(done, cause.retryAfterMs ?? AGAIN_MS));
    }
  }
}

async function outcomeOf(receiving: Promise<Receipt>, { onTrouble }: AnswerParts): Promise<Outcome> {
  try {
    const receipt = await receiving;
    switch (receipt.kind) {
      case 'taken':
        return { isPrivate: receipt.isPrivate };
      case 'shown':
        return { cards: fitCard(receipt.card) };
      case 'ignored':
        return { cards: [NOT_FOR_US] };
      default:
        return receipt satisfies never;
    }
  } catch (cause) {
    onTrouble('an interaction could not be taken', cause);
    return { cards: [NOT_TAKEN] };
  }
}

function bodyOf([first = NOT_FOR_US]: readonly Card[]) {
  return privateBody(first);
}

/** What work comes to, or null where it takes longer. */
function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  const { promise, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, ms, null);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

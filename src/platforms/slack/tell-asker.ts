import type { types } from '@slack/bolt';
import type { Card } from '#core/card.ts';
import type { Receipt } from '#core/chat.ts';
import { draw } from './draw.ts';
import { fitCard } from './fit-card.ts';
import { respondInTurn } from './respond-in-turn.ts';

/** A message to whoever asked, alone. */
export type Whisper = {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
  readonly response_type: 'ephemeral';
  readonly replace_original: false;
};

/** How somebody who did something is reached: with the acknowledgement, and by the address that came with it. */
export type Ways = {
  readonly ack: (whisper?: Whisper) => Promise<void>;
  readonly respond: (whisper: Whisper) => Promise<unknown>;
};

export const NOT_TAKEN = inWords('byline could not take this just now. Try again in a moment; nothing was lost.');
export const STOPPING = inWords('byline is being restarted. Try again in a moment.');
export const NOT_INSTALLED = inWords(
  'byline does not know this workspace: it was removed, or its token is lost. Whoever manages the workspace’s apps can install it anew.',
);
const FOR_YOU_ALONE = inWords('One moment… the answer comes here, for you alone.');

/** Acknowledges with what there is to say: nothing where the answer comes by itself in the channel. */
export async function tellAsker(receipt: Receipt | null, ways: Ways): Promise<void> {
  const card = cardOf(receipt);
  if (card === null) return ways.ack();
  const [first, ...rest] = whispersOf(card);
  if (first !== undefined) await sayFirst(first, ways);
  await respondInTurn(rest, ways.respond);
}

/** A card in messages to one person. */
export function whispersOf(card: Card): Whisper[] {
  return fitCard(card).map((part) => ({ ...draw(part), response_type: 'ephemeral', replace_original: false }));
}

function cardOf(receipt: Receipt | null): Card | null {
  if (receipt === null) return NOT_TAKEN;
  if (receipt.kind === 'shown') return receipt.card;
  return receipt.kind === 'taken' && receipt.isPrivate ? FOR_YOU_ALONE : null;
}

/** Where the connection broke meanwhile, the other way is still there. */
async function sayFirst(whisper: Whisper, { ack, respond }: Ways): Promise<void> {
  try {
    await ack(whisper);
  } catch {
    await respondInTurn([whisper], respond);
  }
}

function inWords(text: string): Card {
  return { title: '', blocks: [{ kind: 'text', text }] };
}

import { GatewayDispatchEvents as Event } from 'discord.js';
import type { Arrival, Hears } from '#core/chat.ts';
import { answerInteraction, answerWithCard, answerWithChoices } from './answer-interaction.ts';
import type { Acknowledgement, Acknowledgements } from './create-acknowledgements.ts';
import type { Api } from './create-api.ts';
import { createGateway, type Gateway } from './create-gateway.ts';
import type { Threads } from './create-threads.ts';
import { fieldsOf, textOf } from './field-of.ts';
import { PLATFORM, PRIVATE_WORKSPACE } from './limits.ts';
import { wordsCard } from './message-body.ts';
import type { DiscordOptions } from './options.ts';
import { readInteraction } from './read-interaction.ts';
import { readMessage, type Said } from './read-message.ts';
import { replyToMessage } from './reply-to-message.ts';

export type Hearing = Pick<Gateway, 'readsContent'> & {
  /** Whether what is said is heard at this moment. */
  readonly isConnected: () => boolean;
  readonly start: (hears: Hears) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const RESTARTING = wordsCard('byline is being restarted. Try again in a moment.');
const NOT_TAKEN = wordsCard('byline could not take this just now. Try again in a moment.');
const NO_MORE = wordsCard('byline does not know this any more. Ask anew with a command.');

/** Turns what Discord tells into arrivals, and what becomes of those into answers. */
export function createHearing(parts: {
  readonly options: DiscordOptions;
  readonly api: Api;
  readonly acknowledgements: Acknowledgements;
  readonly threads: Threads;
}): Hearing {
  const { options, api, acknowledgements, threads } = parts;
  const { onTrouble } = options;
  const underWay = new Set<Promise<void>>();
  let hears: Hears | null = null;
  let isStopping = false;

  function follow(what: string, work: Promise<void>): void {
    const followed = work.catch((cause: unknown) => onTrouble(what, cause)).finally(() => underWay.delete(followed));
    underWay.add(followed);
  }

  const gateway = createGateway(
    options,
    new Map([
      [Event.InteractionCreate, (data) => follow('an interaction', hearInteraction(data))],
      [Event.MessageCreate, (data) => follow('a message', hearMessage(data))],
      [Event.GuildDelete, (data) => follow('a removal', hearRemoval(data))],
      [Event.ChannelDelete, (data) => follow('a channel’s end', hearEnd(data))],
      // A thread is no channel of its own to us; what is still to come there does not open it anew.
      [Event.ThreadDelete, (data) => threads.noteDeleted(textOf(fieldsOf(data).id) ?? '')],
    ]),
  );

  async function hearInteraction(data: unknown): Promise<void> {
    const heard = readInteraction(data);
    if (heard === null) return;
    const { handle } = heard;
    if (heard.kind === 'typing') {
      const { typing } = heard;
      const suggesting = typing === null || hears === null || isStopping ? Promise.resolve([]) : hears.suggest(typing);
      return answerWithChoices(handle, suggesting, { api, onTrouble });
    }
    if (heard.kind === 'unknown') return answerWithCard(handle, NO_MORE, { api, onTrouble });
    if (hears === null || isStopping) return answerWithCard(handle, RESTARTING, { api, onTrouble });
    const { arrival } = heard;
    const tell = acknowledgements.begin(handle.interaction);
    const { promise: acknowledged, resolve } = Promise.withResolvers<void>();
    const receiving = hears.receive(arrival, acknowledged);
    const known = (how: Acknowledgement) => {
      tell(how);
      resolve();
    };
    await answerInteraction(handle, receiving, arrival.kind === 'press', known, { api, onTrouble });
  }

  async function hearMessage(data: unknown): Promise<void> {
    const user = gateway.botUser();
    const said = user === null ? null : readMessage(data, { user, rolesIn: gateway.botRoles });
    if (said === null || hears === null || isStopping) return;
    try {
      const receipt = await hears.receive(await arrivalOf(said));
      if (receipt.kind === 'shown') await replyToMessage(said, receipt.card, api);
    } catch (cause) {
      onTrouble('a message could not be taken', cause);
      // Whoever speaks to the bot waits for an answer; all others do not know that it listens.
      if (said.mentionsBot) await replyToMessage(said, NOT_TAKEN, api);
    }
  }

  async function arrivalOf({ channel, guild, ...said }: Said): Promise<Arrival> {
    const where = guild === null ? { channel, thread: null } : await gateway.placeOf(channel);
    return { ...said, place: { platform: PLATFORM, workspace: guild ?? `${PRIVATE_WORKSPACE}${channel}`, ...where } };
  }

  /** An outage takes guilds away, too, and gives them back. */
  async function hearRemoval(data: unknown): Promise<void> {
    const { id, unavailable } = fieldsOf(data);
    const workspace = textOf(id);
    if (workspace !== null && unavailable !== true) await hears?.removed({ platform: PLATFORM, workspace });
  }

  async function hearEnd(data: unknown): Promise<void> {
    const [channel, guild] = [fieldsOf(data).id, fieldsOf(data).guild_id].map(textOf);
    if (channel)
      await hears?.left({ platform: PLATFORM, workspace: guild ?? `${PRIVATE_WORKSPACE}${channel}`, channel });
  }

  async function settle(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay);
  }

  return {
    readsContent: gateway.readsContent,
    isConnected: gateway.isConnected,
    async start(given) {
      hears = given;
      isStopping = false;
      await gateway.connect();
    },
    async stop() {
      isStopping = true;
      await settle();
      await gateway.disconnect();
      await settle();
      hears = null;
    },
  };
}

import type { Card } from '#core/card.ts';
import type { Arrival, Channel, ChatPlatform, Hears, Post, Receipt, Workspace } from '#core/chat.ts';
import { createDiscord } from '#platforms/discord/index.ts';
import { commands } from '../../all-commands.ts';
import { createDiscord as createStandIn, type DiscordOptions } from '../../stand-ins/discord/create-discord.ts';
import type { DiscordStandIn, StandInMessage } from '../../stand-ins/discord/stand-in.ts';
import { lookAt } from './discord-eyes.ts';

export const SIGNAL = new AbortController().signal;

/** The platform in front of its stand-in, and what a test sees of both. */
export type OpenDiscord = {
  readonly discord: DiscordStandIn;
  readonly platform: ChatPlatform;
  readonly arrivals: Arrival[];
  readonly removals: Workspace[];
  readonly left: Channel[];
  readonly troubles: { readonly what: string; readonly cause: unknown }[];
  readonly news: string[];
  /** How the bot answers what arrives. */
  respond: (arrival: Arrival) => Promise<Receipt>;
  /** What it offers to whoever types. */
  suggest: Hears['suggest'];
  /** Lets the platform's clock go on, and the tokens of interactions age. */
  readonly pass: (ms: number) => void;
  readonly start: () => Promise<void>;
  /** A second process of the same bot, which does not listen. */
  readonly another: () => ChatPlatform;
  readonly aPost: (card: Card, more?: Partial<Post>) => Post;
  /** Asks as a person does; resolves with what answers it. */
  readonly ask: (isPrivate?: boolean) => Promise<string>;
  readonly messages: (channel?: string) => readonly (StandInMessage & { readonly text: string })[];
  readonly close: () => Promise<void>;
};

export async function openDiscord(
  options: DiscordOptions & { readonly prepare?: (discord: DiscordStandIn) => void } = {},
): Promise<OpenDiscord> {
  const discord = await createStandIn({ limits: 'off', ...options });
  options.prepare?.(discord);
  let passed = 0;
  let posts = 0;
  const clock = { now: () => new Date(Date.now() + passed) };
  const create = () =>
    createDiscord({
      ...{ token: discord.token, applicationId: null, apiUrl: discord.apiUrl, commands, clock },
      onTrouble: (what, cause) => open.troubles.push({ what, cause }),
      onNews: (what) => open.news.push(what),
    });
  const platform = create();
  const open: OpenDiscord = {
    ...{ discord, platform, arrivals: [], removals: [], left: [], troubles: [], news: [] },
    respond: async () => ({ kind: 'taken', isPrivate: false }),
    suggest: async () => [],
    pass(ms) {
      passed += ms;
      discord.ageTokens(ms);
    },
    start: () =>
      platform.start({
        receive(arrival) {
          open.arrivals.push(arrival);
          return open.respond(arrival);
        },
        suggest: (typing) => open.suggest(typing),
        async removed(workspace) {
          open.removals.push(workspace);
        },
        async left(channel) {
          open.left.push(channel);
        },
      }),
    another: create,
    aPost: (card, more = {}) => ({
      ...{ id: `post-${String(posts++).padStart(17, '0')}`, audience: null, replyTo: null, topic: null, isFinal: true },
      place: { platform: 'discord', workspace: discord.guild, channel: discord.channel, thread: null },
      card,
      ...more,
    }),
    async ask(isPrivate = false) {
      const { respond } = open;
      open.respond = async () => ({ kind: 'taken', isPrivate });
      await discord.command('ask', { question: 'Who said so?' });
      open.respond = respond;
      const arrival = open.arrivals.at(-1);
      if (arrival?.kind !== 'command' || arrival.replyTo === null) throw new Error('nothing to answer by');
      return arrival.replyTo;
    },
    messages: (channel = discord.channel) =>
      discord.messages(channel).map((message) => ({ ...message, text: lookAt(message.components).text })),
    async close() {
      await platform.stop();
      await discord.close();
    },
  };
  return open;
}

export function word(title: string): Card {
  return { title, blocks: [{ kind: 'text', text: `words of ${title}` }] };
}

/** A card of several messages. */
export function longCard(points = 60): Card {
  return {
    title: 'A long record',
    blocks: Array.from({ length: points }, (_, at) => ({
      ...{ kind: 'point', text: `Statement ${at}: ${'the bridge was shut '.repeat(8)}`, credit: `Source ${at}` },
      passage: null,
    })),
  };
}

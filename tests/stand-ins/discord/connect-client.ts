import { Client, type ClientOptions, Events, GatewayIntentBits, SlashCommandBuilder } from 'discord.js';
import type { TestContext } from 'vitest';
import { createDiscord, type DiscordOptions } from './create-discord.ts';
import type { DiscordStandIn } from './stand-in.ts';

const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.MessageContent,
];

/** The real discord.js, pointed at the stand-in. */
export function createClient(stand: DiscordStandIn, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: INTENTS,
    allowedMentions: { parse: [] },
    ...options,
    rest: { api: stand.apiUrl, version: '10', ...options.rest },
  });
}

/** Logs in, waits until it is ready, and registers `/brief url:`. */
export async function connectClient(
  stand: DiscordStandIn,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = createClient(stand, options);
  const ready = new Promise<Client<true>>((done) => client.once(Events.ClientReady, done));
  await client.login(stand.token);
  const connected = await ready;
  await connected.application.commands.set([
    new SlashCommandBuilder()
      .setName('brief')
      .setDescription('Says who said what')
      .addStringOption((option) => option.setName('url').setDescription('An address').setRequired(true)),
  ]);
  return connected;
}

/** The next event of this kind. */
export function nextEvent<T>(client: Client, event: string): Promise<T> {
  return new Promise((done) => client.once(event, done));
}

/** A stand-in for one test among others at the same time, which ends with it. */
export async function startDiscord(
  { onTestFinished }: TestContext,
  options: DiscordOptions = {},
): Promise<DiscordStandIn> {
  const stand = await createDiscord(options);
  onTestFinished(() => stand.close());
  return stand;
}

/** The same for a client. It is destroyed before its stand-in closes: what was started last ends first. */
export async function startClient(
  { onTestFinished }: TestContext,
  stand: DiscordStandIn,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = await connectClient(stand, options);
  onTestFinished(() => client.destroy());
  return client;
}

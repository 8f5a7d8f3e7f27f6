import { expect } from 'vitest';
import { type Called, callDiscord } from './call-discord.ts';
import { createDiscord } from './create-discord.ts';
import { type Json, textOf } from './json.ts';
import { connectBot, type RawBot } from './raw-bot.ts';
import type { DiscordStandIn } from './stand-in.ts';

/** A stand-in with commands and a connected bot, which the test answers for. */
export type Hands = {
  readonly stand: DiscordStandIn;
  readonly bot: RawBot;
  readonly call: (method: string, path: string, body?: unknown) => Promise<Called>;
  readonly answer: (interaction: Json, body: unknown, query?: string) => Promise<Called>;
  /** The path of the interaction's webhook. */
  readonly hook: (interaction: Json, rest?: string) => string;
  /** Gives `/brief` and answers it in this way. */
  readonly answered: (body: Json, from?: Parameters<DiscordStandIn['command']>[2]) => Promise<Json>;
};

const COMMANDS = [
  {
    name: 'brief',
    description: 'x',
    integration_types: [0, 1],
    options: [
      { type: 3, name: 'url', description: 'x' },
      { type: 3, name: 'topic', description: 'x', autocomplete: true },
    ],
  },
  {
    name: 'follow',
    description: 'x',
    options: [{ type: 1, name: 'add', description: 'x', options: [{ type: 4, name: 'n', description: 'x' }] }],
  },
  { name: 'Brief this', type: 3 },
];
export async function answerByHand(): Promise<Hands> {
  const stand = await createDiscord();
  const call: Hands['call'] = (method, path, body) => callDiscord(stand, method, path, body);
  await call('PUT', `/applications/${stand.applicationId}/commands`, COMMANDS);
  const bot = await connectBot(stand);
  const answer: Hands['answer'] = ({ id, token }, body, query = '') =>
    call('POST', `/interactions/${textOf(id)}/${textOf(token)}/callback${query}`, body);
  return {
    stand,
    bot,
    call,
    answer,
    hook: ({ token }, rest = '') => `/webhooks/${stand.applicationId}/${textOf(token)}${rest}`,
    async answered(body, from = {}) {
      const given = stand.command('brief', {}, from);
      const interaction = await bot.next('INTERACTION_CREATE');
      expect((await answer(interaction, body)).status).toBe(204);
      await given;
      return interaction;
    },
  };
}

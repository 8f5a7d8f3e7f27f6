import { MessageType } from 'discord.js';
import type { Arrival } from '#core/chat.ts';
import { type Fields, fieldsOf, listOf, textOf } from './field-of.ts';
import { readPerson } from './read-person.ts';

/** Something that a person said; where exactly, its channel tells. */
export type Said = Omit<Extract<Arrival, { kind: 'message' }>, 'place'> & {
  readonly channel: string;
  /** Null outside guilds. */
  readonly guild: string | null;
};

/** Said by people. Every other type is news about the channel, or a bot's. */
const SAID: readonly unknown[] = [MessageType.Default, MessageType.Reply];

/** As whom the bot is spoken to: by its name, or by the role of that name. */
export type Bot = { readonly user: string; readonly rolesIn: (guild: string) => readonly string[] };

/** The data of a MESSAGE_CREATE, or null where no person said anything. To the bot alone everything is said to it. */
export function readMessage(data: unknown, bot: Bot): Said | null {
  const event = fieldsOf(data);
  const [id, channel, guild] = [event.id, event.channel_id, event.guild_id].map(textOf);
  const author = fieldsOf(event.author);
  const isByBot = author.bot === true || author.id === bot.user || textOf(event.webhook_id) !== null;
  const person = readPerson({ ...event, member: { ...fieldsOf(event.member), user: event.author } }, guild !== null);
  if (!id || !channel || isByBot || person === null || !SAID.includes(event.type)) return null;
  const named = listOf(event.mentions);
  const roles: readonly unknown[] = Array.isArray(event.mention_roles) ? event.mention_roles : [];
  const ours = guild ? bot.rolesIn(guild) : [];
  const isOurs = (role: unknown) => ours.some((one) => one === role);
  return {
    ...{ kind: 'message', id, channel, guild: guild ?? null, person },
    text: readText(textOf(event.content) ?? '', [bot.user, ...ours], named),
    mentionsBot: guild === null || named.some((user) => user.id === bot.user) || roles.some(isOurs),
    mentionsOthers:
      event.mention_everyone === true || !roles.every(isOurs) || named.some((user) => user.id !== bot.user),
  };
}

/** What was typed: people by their names, the bot's own left out, links and emoji without Discord's brackets. */
function readText(content: string, bot: readonly string[], named: readonly Fields[]): string {
  const nameOf = (id: string) => {
    const user = named.find((one) => one.id === id);
    return textOf(user?.global_name) ?? textOf(user?.username) ?? 'somebody';
  };
  return content
    .replace(/<@[!&]?(\d+)>/g, (_, id: string) => (bot.includes(id) ? ' ' : `@${nameOf(id)}`))
    .replace(/<(https?:\/\/[^\s<>]+)>/gi, '$1')
    .replace(/<a?(:\w+:)\d+>/g, '$1')
    .trim();
}

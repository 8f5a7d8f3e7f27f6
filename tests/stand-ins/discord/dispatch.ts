import { type Json, numberOf, recordOf, textOf } from './json.ts';
import { channelJson, messageJson } from './payloads.ts';
import { setArchived } from './thread-routes.ts';
import { INTENTS, type World } from './world.ts';

/** Events that need no intent, or whose intent is that of messages. */
const INTENTS_OF: readonly (readonly [RegExp, number])[] = [
  [/^(?:GUILD_(?:CREATE|UPDATE|DELETE)|GUILD_ROLE|CHANNEL_|THREAD_)/, INTENTS.guilds],
  [/^MESSAGE_/, INTENTS.guildMessages | INTENTS.directMessages],
];

/** Sends any event, and changes the world so that REST says the same. What the test leaves out is filled in. */
export function createDispatch(world: World): (type: string, data: Json) => void {
  return (type, given) => {
    const id = textOf(given.id);
    const channel = world.channels.get(id) ?? world.channels.get(textOf(given.channel_id));
    const message = world.messages.get(id);
    const known: Json =
      channel !== undefined && /^(?:CHANNEL|THREAD)_/.test(type)
        ? channelJson(world, channel)
        : message !== undefined && type.startsWith('MESSAGE_')
          ? { ...messageJson(world, message), guild_id: channel?.guild ?? undefined }
          : {};
    const data = { ...known, ...given };
    change(world, type, data);
    const guild = textOf(data.guild_id) || (type.startsWith('GUILD_') ? id : '') || null;
    const intents = INTENTS_OF.find(([pattern]) => pattern.test(type))?.[1] ?? 0;
    world.emit({ type, guild, intents, data: () => data });
  };
}

function change(world: World, type: string, data: Json): void {
  const id = textOf(data.id);
  const forget = (channel: string) => {
    world.channels.delete(channel);
    for (const message of [...world.messages.values()])
      if (message.channel === channel) world.messages.delete(message.id);
    for (const thread of [...world.channels.values()]) if (thread.parent === channel) forget(thread.id);
  };
  // Its channels are there still; the bot just has no access to them any more.
  if (type === 'GUILD_DELETE' && data.unavailable !== true) world.guilds.delete(id);
  if (type === 'CHANNEL_DELETE' || type === 'THREAD_DELETE') forget(id);
  if (type === 'MESSAGE_DELETE') world.messages.delete(id);
  const channel = world.channels.get(id);
  if (channel === undefined || (type !== 'CHANNEL_UPDATE' && type !== 'THREAD_UPDATE')) return;
  if (typeof data.name === 'string') channel.name = data.name;
  const metadata = recordOf(data.thread_metadata);
  if (channel.thread === null) return;
  if (typeof metadata.archived === 'boolean') setArchived(channel, metadata.archived);
  if (typeof metadata.locked === 'boolean') channel.thread.isLocked = metadata.locked;
  channel.thread.archiveMinutes = numberOf(metadata.auto_archive_duration, channel.thread.archiveMinutes);
}

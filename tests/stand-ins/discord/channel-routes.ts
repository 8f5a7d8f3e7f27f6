import { CreatePrivateChannelRequestSchema } from 'discord-api-spec/zod';
import { type Call, idIn, ok, type Route } from './call.ts';
import { checkShape } from './check-shape.ts';
import { refusal, refuseIssues } from './discord-error.ts';
import { recordOf } from './json.ts';
import { channelJson, guildJson, memberJson } from './payloads.ts';
import { isAllowed, PERMISSIONS } from './permissions.ts';
import { CHANNEL_TYPES, type Channel, seenChannel, type World } from './world.ts';

/** Channels, guilds, members: what the bot may look up. */
export function channelRoutes(world: World): readonly Route[] {
  function guildOf(call: Call): string {
    const guild = idIn(call, 'guild');
    // Discord tells a bot nothing of guilds that it is not in.
    if (!world.guilds.has(guild)) throw refusal(10004);
    return guild;
  }

  return [
    {
      method: 'GET',
      path: '/channels/:channel',
      handle: (call) => ok(channelJson(world, seenChannel(world, idIn(call, 'channel')))),
    },
    { method: 'GET', path: '/guilds/:guild', handle: (call) => ok(guildJson(world, guildOf(call))) },
    {
      method: 'GET',
      path: '/guilds/:guild/channels',
      handle(call) {
        const guild = guildOf(call);
        const channels = [...world.channels.values()].filter(
          (channel) => channel.guild === guild && channel.thread === null,
        );
        return ok(channels.map((channel) => channelJson(world, channel)));
      },
    },
    {
      method: 'GET',
      path: '/guilds/:guild/threads/active',
      handle(call) {
        const guild = guildOf(call);
        const threads = [...world.channels.values()].filter(
          (channel) =>
            channel.guild === guild &&
            channel.thread?.isArchived === false &&
            isAllowed(channel.permissions(), PERMISSIONS.viewChannel),
        );
        return ok({ threads: threads.map((thread) => channelJson(world, thread)), members: [] });
      },
    },
    {
      method: 'GET',
      path: '/guilds/:guild/members/:user',
      handle(call) {
        guildOf(call);
        const user = idIn(call, 'user');
        if (!world.people.has(user) && user !== world.bot) throw refusal(10007);
        return ok(memberJson(world, user));
      },
    },
    {
      method: 'POST',
      path: '/users/@me/channels',
      handle(call) {
        refuseIssues(checkShape(CreatePrivateChannelRequestSchema, call.body));
        const user = String(recordOf(call.body).recipient_id);
        if (!world.people.has(user)) throw refusal(10013);
        return ok(channelJson(world, dmWith(world, user)));
      },
    },
  ];
}

/** The DM channel of the bot and this person; there is one only. */
export function dmWith(world: World, user: string): Channel {
  const known = [...world.channels.values()].find(({ recipient }) => recipient === user);
  if (known !== undefined) return known;
  const channel: Channel = {
    id: world.nextId(),
    guild: null,
    type: CHANNEL_TYPES.dm,
    parent: null,
    recipient: user,
    permissions: () => PERMISSIONS.administrator,
    name: '',
    thread: null,
  };
  world.channels.set(channel.id, channel);
  return channel;
}

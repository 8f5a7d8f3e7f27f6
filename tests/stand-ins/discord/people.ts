import { dmWith } from './channel-routes.ts';
import { fillOptions } from './fill-options.ts';
import type { Interaction, Interactions } from './interactions.ts';
import { type Json, listOf, recordOf, recordsOf } from './json.ts';
import { channelJson, memberJson, messageJson, userJson } from './payloads.ts';
import { isAllowed, USUAL_PERMISSIONS } from './permissions.ts';
import { announce } from './post-message.ts';
import type { CommandOptions, DiscordStandIn, Response } from './stand-in.ts';
import { openForPosts } from './thread-routes.ts';
import { type Channel, FLAGS, isWithBot, type Message, plainMessage, type World } from './world.ts';

type From = NonNullable<Parameters<DiscordStandIn['command']>[2]>;
type Place = {
  readonly user: string;
  readonly channel: Channel;
  readonly guild: string | null;
  readonly permissions: bigint;
};

export type Home = { readonly guild: string; readonly channel: string; readonly person: string };
export type People = Pick<
  DiscordStandIn,
  'command' | 'autocomplete' | 'messageMenu' | 'say' | 'press' | 'choose' | 'redeliver'
>;

const COMMAND = { slash: 1, message: 3 } as const;
const BUTTON = 2;
const STRING_SELECT = 3;

/** What people do in Discord's client, which refuses (throws) what it would not let them do. */
export function createPeople(world: World, interactions: Interactions, home: Home): People {
  function placeOf(from: From = {}): Place {
    const user = from.user ?? home.person;
    if (!world.people.has(user)) world.people.set(user, { id: user, permissions: null });
    const named = from.channel ?? (from.guild === undefined || from.guild === home.guild ? home.channel : undefined);
    const channel =
      from.guild === null && from.channel === undefined ? dmWith(world, user) : channelNamed(named, from.guild);
    const permissions = from.permissions ?? world.people.get(user)?.permissions ?? USUAL_PERMISSIONS;
    return { user, channel, guild: channel.guild, permissions };
  }

  /** Any channel of the guild will do, where the test names a guild only. */
  function channelNamed(id: string | undefined, guild: string | null | undefined): Channel {
    const found =
      id === undefined
        ? [...world.channels.values()].find((channel) => channel.guild === guild && channel.thread === null)
        : world.channels.get(id);
    if (found === undefined)
      throw new Error(`there is no channel ${id ?? `in guild ${guild}`}: add it with addChannel`);
    return found;
  }

  function commandNamed(name: string, type: number, { guild, channel, permissions }: Place): Json {
    const all = [...(world.commands.get(guild) ?? []), ...(world.commands.get(null) ?? [])];
    const command = all.find((one) => one.name === name && one.type === type);
    if (command === undefined) throw new Error(`no command ${name} was registered`);
    const context = contextOf(channel);
    if (command.dm_permission === false && context !== 0) throw new Error(`${name} does not show in DMs`);
    if (command.contexts !== null && !listOf(command.contexts).includes(context))
      throw new Error(`${name} does not show in context ${context}`);
    const needed = command.default_member_permissions;
    if (typeof needed === 'string' && guild !== null && !isAllowed(permissions, BigInt(needed)))
      throw new Error(`${name} does not show to a member without permission ${needed}`);
    return command;
  }

  function interact(place: Place, kind: number, data: Json, command: Json | null, source: Message | null): Interaction {
    const { user, channel, guild, permissions } = place;
    const owners = ownersOf(place, command, source);
    const isUserInstalled = !('0' in owners);
    const id = world.nextId();
    const metadata: Json = {
      id,
      type: kind,
      user: userJson(world, user),
      authorizing_integration_owners: owners,
      ...(source === null ? {} : { interacted_message_id: source.id }),
      ...(data.target_id === undefined ? {} : { target_message_id: data.target_id }),
    };
    const interaction = interactions.open({
      id,
      kind,
      channel: channel.id,
      guild,
      user,
      source: source?.id ?? null,
      metadata,
      isUserInstalled,
      payload: (_, token) => ({
        id,
        application_id: world.bot,
        type: kind,
        token,
        version: 1,
        data,
        channel_id: channel.id,
        channel: { ...channelJson(world, channel), permissions: String(permissions) },
        ...(guild === null
          ? { user: userJson(world, user) }
          : {
              guild_id: guild,
              guild: { id: guild, locale: 'en-US', features: [] },
              guild_locale: 'en-US',
              member: { ...memberJson(world, user), permissions: String(permissions) },
            }),
        ...(source === null ? {} : { message: messageJson(world, source) }),
        app_permissions: String(isUserInstalled ? USUAL_PERMISSIONS : channel.permissions()),
        locale: 'en-US',
        entitlements: [],
        authorizing_integration_owners: owners,
        context: contextOf(channel),
        attachment_size_limit: 10_485_760,
      }),
    });
    deliver(interaction);
    return interaction;
  }

  function deliver({ payload, guild }: Interaction): void {
    const known = guild !== null && world.guilds.has(guild) ? guild : null;
    world.emit({ type: 'INTERACTION_CREATE', guild: known, intents: 0, data: () => payload });
  }

  /** Whose installation it is: the guild's ('0') where the bot is, else the person's own ('1'). */
  function ownersOf({ user, channel, guild }: Place, command: Json | null, source: Message | null): Json {
    if (command === null) return recordOf(source?.metadata?.authorizing_integration_owners ?? { '0': guild ?? '0' });
    const kinds = listOf(command.integration_types);
    if (isWithBot(world, channel) && kinds.includes(0)) return { '0': guild ?? '0' };
    if (kinds.includes(1)) return { '1': user };
    throw new Error('the bot is not in this place, and the command is not for user installs');
  }

  function asked(kind: 2 | 4, name: string, options: CommandOptions, from: From | undefined): Promise<Response> {
    const place = placeOf(from);
    const command = commandNamed(name, COMMAND.slash, place);
    const filled = fillOptions(command, options);
    return interact(
      place,
      kind,
      { ...headOf(command), ...(filled.length === 0 ? {} : { options: filled }) },
      command,
      null,
    ).wait;
  }

  /** The message, and the person who acts on it: whoever alone sees it, unless the test says otherwise. */
  function seen(id: string, from: From | undefined): { readonly message: Message; readonly place: Place } {
    const message = world.messages.get(id);
    if (message === undefined) throw new Error(`there is no message ${id}`);
    const place = placeOf({ user: message.onlyFor ?? home.person, ...from, channel: message.channel });
    if (message.onlyFor !== null && message.onlyFor !== place.user)
      throw new Error(`${place.user} does not see message ${id}`);
    if ((message.flags & FLAGS.loading) !== 0) throw new Error(`message ${id} is still loading`);
    return { message, place };
  }

  return {
    command: async (name, options = {}, from) => asked(2, name, options, from),
    async autocomplete(name, options, from) {
      if (options.focused === undefined) throw new Error('autocomplete needs a focused option');
      return asked(4, name, options, from);
    },
    async messageMenu(name, id, from) {
      const { message, place } = seen(id, from);
      const command = commandNamed(name, COMMAND.message, place);
      const resolved = { messages: { [id]: messageJson(world, message) } };
      return interact(place, 2, { ...headOf(command), target_id: id, resolved }, command, null).wait;
    },
    async press(id, label, from) {
      const { message, place } = seen(id, from);
      const button = componentsIn(message.components).find((one) => one.type === BUTTON && one.label === label);
      if (button === undefined) throw new Error(`message ${id} has no button ${label}`);
      if (button.disabled === true) throw new Error(`the button ${label} is disabled`);
      if (typeof button.custom_id !== 'string') throw new Error(`the button ${label} is a link`);
      const data = { custom_id: button.custom_id, component_type: BUTTON, id: button.id };
      return interact(place, 3, data, null, message).wait;
    },
    async choose(id, label, from) {
      const { message, place } = seen(id, from);
      const select = componentsIn(message.components).find(
        (one) => one.type === STRING_SELECT && recordsOf(one.options).some((option) => option.label === label),
      );
      if (select === undefined) throw new Error(`message ${id} has no select with ${label}`);
      if (select.disabled === true) throw new Error(`the select with ${label} is disabled`);
      const values = recordsOf(select.options)
        .filter((option) => option.label === label)
        .map(({ value }) => value);
      const data = { custom_id: select.custom_id, component_type: STRING_SELECT, id: select.id, values };
      return interact(place, 3, data, null, message).wait;
    },
    async say(text, from = {}) {
      const { user, channel } = placeOf(from);
      // Nobody who talks in a test moderates: a locked thread is closed to them.
      openForPosts(world, channel, false);
      const mentions = [
        ...new Set([...(from.mentions ?? []), ...[...text.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id ?? '')]),
      ];
      const message = plainMessage(world, {
        channel: channel.id,
        author: user,
        content: text,
        mentions,
        ...(from.replyTo === undefined
          ? {}
          : { type: 19, reference: { type: 0, message_id: from.replyTo, channel_id: channel.id } }),
      });
      world.messages.set(message.id, message);
      announce(world, 'MESSAGE_CREATE', message);
      return { id: message.id };
    },
    async redeliver() {
      const last = interactions.last();
      if (last === null) throw new Error('there was no interaction yet');
      deliver(last);
      return last.wait;
    },
  };
}

/** 0 a guild, 1 the DM with the bot, 2 any other private channel. */
function contextOf(channel: Channel): number {
  if (channel.guild !== null) return 0;
  return channel.recipient === null ? 2 : 1;
}

function headOf({ id, name, type, guild_id: guild }: Json): Json {
  return { id, name, type, ...(guild === undefined ? {} : { guild_id: guild }) };
}

/** All components, however deep. */
function componentsIn(components: unknown): readonly Json[] {
  return listOf(components).flatMap((item) => {
    const component = recordOf(item);
    const accessory = component.accessory === undefined ? [] : [component.accessory];
    return [component, ...componentsIn(component.components), ...componentsIn(accessory)];
  });
}

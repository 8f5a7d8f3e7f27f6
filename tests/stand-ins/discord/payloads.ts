import { type Json, present } from './json.ts';
import { USUAL_PERMISSIONS } from './permissions.ts';
import { CHANNEL_TYPES, type Channel, type Message, type World } from './world.ts';

const ALL_BITS = (1n << 53n) - 1n;
const JOINED_AT = '2024-01-01T00:00:00.000Z';

/** The objects that Discord sends, in the shape of its own specification (the tests hold them against it). */
export function userJson(world: World, id: string): Json {
  const isBot = id === world.bot;
  return {
    id,
    username: isBot ? 'byline' : `person-${id.slice(-4)}`,
    discriminator: isBot ? '0001' : '0',
    global_name: isBot ? null : `Person ${id.slice(-4)}`,
    avatar: null,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    primary_guild: null,
    public_flags: 0,
    flags: 0,
    ...(isBot ? { bot: true } : {}),
  };
}

export function memberJson(world: World, id: string): Json {
  return { ...bareMemberJson(), user: userJson(world, id) };
}

/** A member without its user, as events of messages carry it. */
export function bareMemberJson(): Json {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    flags: 0,
    joined_at: JOINED_AT,
    nick: null,
    pending: false,
    premium_since: null,
    roles: [],
    mute: false,
    deaf: false,
  };
}

export function guildJson(world: World, id: string): Json {
  return {
    id,
    name: world.guilds.get(id)?.name ?? `guild ${id}`,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: '1',
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: [everyoneRole(id)],
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: 'en-US',
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  };
}

/** What GUILD_CREATE carries beyond the guild itself. */
export function guildCreateJson(world: World, id: string): Json {
  const channels = [...world.channels.values()].filter((channel) => channel.guild === id);
  return {
    ...guildJson(world, id),
    joined_at: JOINED_AT,
    large: false,
    unavailable: false,
    member_count: world.people.size + 1,
    members: [memberJson(world, world.bot)],
    channels: channels.filter(({ thread }) => thread === null).map((channel) => channelJson(world, channel)),
    threads: channels
      .filter(({ thread }) => thread !== null && !thread.isArchived)
      .map((channel) => channelJson(world, channel)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function channelJson(world: World, channel: Channel): Json {
  const { id, type, name, guild, thread, parent } = channel;
  const last = [...world.messages.values()].findLast((message) => message.channel === id)?.id ?? null;
  if (type === CHANNEL_TYPES.dm)
    return { id, type, flags: 0, last_message_id: last, recipients: [userJson(world, channel.recipient ?? '1')] };
  const common = { id, type, name, flags: 0, guild_id: guild, parent_id: parent, last_message_id: last };
  if (thread === null)
    return {
      ...common,
      position: 0,
      topic: null,
      nsfw: false,
      rate_limit_per_user: 0,
      // discord.js works out the bot's permissions from the roles and these: so it comes to what `permissions` says.
      permission_overwrites: [
        {
          id: world.bot,
          type: 1,
          allow: String(channel.permissions()),
          deny: String(ALL_BITS & ~channel.permissions()),
        },
      ],
    };
  const count = [...world.messages.values()].filter((message) => message.channel === id).length;
  return {
    ...common,
    owner_id: thread.owner,
    rate_limit_per_user: 0,
    message_count: count,
    member_count: 1,
    total_message_sent: count,
    thread_metadata: {
      archived: thread.isArchived,
      archive_timestamp: new Date(thread.changedAt).toISOString(),
      auto_archive_duration: thread.archiveMinutes,
      locked: thread.isLocked,
      create_timestamp: new Date(thread.createdAt).toISOString(),
    },
  };
}

/** The message as REST and the gateway show it; without the right to read content, the words are left out. */
export function messageJson(world: World, message: Message, readsContent = true): Json {
  const isOpen =
    readsContent ||
    message.author === world.bot ||
    message.mentions.includes(world.bot) ||
    world.channels.get(message.channel)?.guild === null;
  const thread = world.channels.get(message.id);
  const referenced = world.messages.get(String(message.reference?.message_id ?? ''));
  const facts = present({
    id: message.id,
    channel_id: message.channel,
    type: message.type,
    author: userJson(world, message.author),
    content: isOpen ? message.content : '',
    embeds: isOpen ? message.embeds : [],
    components: isOpen ? message.components : [],
    attachments: [],
    mentions: message.mentions.map((id) => userJson(world, id)),
    mention_roles: message.pinged.filter((id) => id.startsWith('&')).map((id) => id.slice(1)),
    mention_everyone: message.mentionsEveryone,
    pinned: false,
    tts: false,
    timestamp: new Date(message.at).toISOString(),
    flags: message.flags,
    nonce: message.nonce,
    message_reference: message.reference,
    interaction_metadata: message.metadata,
    ...(message.metadata === null ? {} : { application_id: world.bot, webhook_id: world.bot }),
    ...(thread?.thread == null ? {} : { thread: channelJson(world, thread) }),
    ...(referenced === undefined ? {} : { referenced_message: withoutReferenced(world, referenced, readsContent) }),
  });
  // One of the few keys that are there even when they are null.
  return { ...facts, edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString() };
}

function withoutReferenced(world: World, message: Message, readsContent: boolean): Json {
  return messageJson(world, { ...message, reference: null }, readsContent);
}

function everyoneRole(guild: string): Json {
  return {
    id: guild,
    name: '@everyone',
    permissions: String(USUAL_PERMISSIONS),
    position: 0,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

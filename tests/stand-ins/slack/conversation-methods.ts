import { type Fields, isSetAt, textAt } from './fields.ts';
import { messageFields } from './message-fields.ts';
import { Refusal } from './refusal.ts';
import type { StandInChannel, StandInMessage } from './stand-in.ts';
import { type Call, joinedChannel, type Method, pageOf, seenChannel, speaksFor, teamOf, wantText } from './web-call.ts';
import { APP, type World } from './world.ts';

const MOST_MESSAGES = 999;
const MOST_LISTED = 1000;

const KINDS: Readonly<Record<string, StandInChannel['kind']>> = {
  public_channel: 'public',
  private_channel: 'private',
  mpim: 'mpim',
  im: 'im',
};

function channelFields(world: World, channel: StandInChannel, withCount = false): Fields {
  const isDirect = channel.kind === 'im';
  return {
    id: channel.id,
    is_channel: channel.kind === 'public' || channel.kind === 'private',
    is_group: channel.kind === 'private',
    is_im: isDirect,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_archived: channel.isArchived,
    is_general: false,
    is_shared: false,
    is_ext_shared: false,
    context_team_id: channel.team,
    shared_team_ids: [channel.team],
    ...(isDirect
      ? { user: channel.members[0] ?? '' }
      : {
          name: channel.name,
          name_normalized: channel.name,
          creator: channel.creator,
          is_member: channel.isMember,
          topic: { value: '', creator: '', last_set: 0 },
          purpose: { value: '', creator: '', last_set: 0 },
        }),
    ...(withCount ? { num_members: membersOf(world, channel).length } : {}),
  };
}

const membersOf = (world: World, channel: StandInChannel): readonly string[] => [
  ...new Set([...channel.members, ...(channel.isMember ? [world.botUserOf(channel.team)] : [])]),
];

/** The messages of a time that was asked for: `oldest` and `latest` are left out unless `inclusive` is set. */
function within(args: Fields, posts: readonly StandInMessage[]): readonly StandInMessage[] {
  const oldest = Number(textAt(args, 'oldest') ?? 0);
  const latest = Number(textAt(args, 'latest') ?? Number.POSITIVE_INFINITY);
  if (Number.isNaN(oldest)) throw new Refusal('invalid_ts_oldest');
  if (Number.isNaN(latest)) throw new Refusal('invalid_ts_latest');
  const edge = isSetAt(args, 'inclusive');
  return posts.filter((post) => {
    const at = Number(post.ts);
    return (at > oldest || (edge && at === oldest)) && (at < latest || (edge && at === latest));
  });
}

function answerPage(call: Call, posts: readonly StandInMessage[], usual: number): Fields {
  const { page, next } = pageOf({ limit: usual, ...call.args }, posts, MOST_MESSAGES);
  const withMetadata = isSetAt(call.args, 'include_all_metadata');
  return {
    messages: page.map((post) => messageFields(call.world, post, withMetadata)),
    has_more: next !== '',
    ...(next === '' ? {} : { response_metadata: { next_cursor: next } }),
  };
}

/** Messages of the channel itself, newest first; replies are seen here only when they were sent to the channel too. */
const history: Method = (call) => {
  const channel = joinedChannel(call);
  const posts = call.world.posts.filter(
    (post) =>
      post.channel === channel.id &&
      (post.threadTs === null || call.world.extras.get(`${channel.id}:${post.ts}`)?.subtype === 'thread_broadcast'),
  );
  return { ...answerPage(call, within(call.args, posts).toReversed(), 100), pin_count: 0 };
};

/** The root and its replies, oldest first. The ts of a reply leads to the reply alone, as with Slack. */
const replies: Method = (call) => {
  const channel = joinedChannel(call);
  const root = call.world.findPost(channel.id, wantText(call.args, 'ts', 'thread_not_found'));
  if (root === undefined) throw new Refusal('thread_not_found');
  const under = call.world.posts.filter((post) => post.channel === channel.id && post.threadTs === root.ts);
  const shown = within(call.args, under);
  return answerPage(call, [root, ...shown], MOST_MESSAGES);
};

/** Channels of a workspace by kind. Those that are not public are seen by members only. */
function listChannels(call: Call, isSeen: (channel: StandInChannel) => boolean): Fields {
  const { world, args } = call;
  const team = teamOf(call);
  const kinds = (textAt(args, 'types') ?? 'public_channel').split(',').map((kind) => KINDS[kind.trim()]);
  if (kinds.includes(undefined)) throw new Refusal('invalid_types');
  const found = [...world.channels.values()].filter(
    (channel) =>
      channel.team === team &&
      kinds.includes(channel.kind) &&
      isSeen(channel) &&
      !(isSetAt(args, 'exclude_archived') && channel.isArchived),
  );
  const { page, next } = pageOf({ limit: 100, ...args }, found, MOST_LISTED);
  return {
    channels: page.map((channel) => channelFields(world, channel)),
    response_metadata: { next_cursor: next },
  };
}

const userInfo: Method = ({ world, args, caller }) => {
  const id = wantText(args, 'user', 'user_not_found');
  const bot = [...world.teams.keys()].find((team) => speaksFor(world, caller, team) && world.botUserOf(team) === id);
  const person = bot === undefined ? world.people.get(id) : { id, team: bot, isAdmin: false };
  if (person === undefined || !speaksFor(world, caller, person.team)) throw new Refusal('user_not_found');
  const name = bot === undefined ? id.toLowerCase() : APP.name;
  return {
    user: {
      id,
      team_id: person.team,
      name,
      real_name: name,
      deleted: false,
      is_admin: person.isAdmin,
      is_owner: false,
      is_primary_owner: false,
      is_restricted: false,
      is_ultra_restricted: false,
      is_bot: bot !== undefined,
      is_app_user: false,
      tz: 'Europe/Amsterdam',
      tz_label: 'Central European Time',
      tz_offset: 3600,
      updated: 0,
      profile: { real_name: name, display_name: name, team: person.team },
      ...(isSetAt(args, 'include_locale') ? { locale: 'en-US' } : {}),
    },
  };
};

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.info': (call) => ({
    channel: channelFields(call.world, seenChannel(call), isSetAt(call.args, 'include_num_members')),
  }),
  'conversations.members': (call) => {
    const { page, next } = pageOf({ limit: 100, ...call.args }, membersOf(call.world, seenChannel(call)), MOST_LISTED);
    return { members: page, response_metadata: { next_cursor: next } };
  },
  'conversations.list': (call) => listChannels(call, (channel) => channel.kind === 'public' || channel.isMember),
  'users.conversations': (call) => listChannels(call, (channel) => channel.isMember),
  'users.info': userInfo,
};

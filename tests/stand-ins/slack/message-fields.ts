import type { Fields } from './fields.ts';
import type { StandInMessage } from './stand-in.ts';
import { APP, type World } from './world.ts';

/** A message as Slack's history and events show it. Metadata comes only where it was asked for. */
export function messageFields(world: World, post: StandInMessage, withMetadata = false): Fields {
  const isRoot = post.threadTs === null;
  const replies = isRoot ? world.posts.filter((one) => one.channel === post.channel && one.threadTs === post.ts) : [];
  const last = replies.at(-1);
  return {
    type: 'message',
    user: post.user,
    ts: post.ts,
    text: post.text,
    team: post.team,
    ...(post.blocks.length > 0 ? { blocks: post.blocks } : {}),
    ...(post.isByBot
      ? {
          bot_id: world.botIdOf(post.team),
          app_id: APP.appId,
          bot_profile: {
            id: world.botIdOf(post.team),
            app_id: APP.appId,
            name: APP.name,
            deleted: false,
            team_id: post.team,
          },
        }
      : {}),
    ...(post.threadTs === null ? {} : { thread_ts: post.threadTs, ...parentOf(world, post) }),
    ...(last === undefined
      ? {}
      : {
          thread_ts: post.ts,
          reply_count: replies.length,
          reply_users: [...new Set(replies.map((reply) => reply.user))],
          reply_users_count: new Set(replies.map((reply) => reply.user)).size,
          latest_reply: last.ts,
          is_locked: false,
        }),
    ...(withMetadata && post.metadata !== null ? { metadata: post.metadata } : {}),
    ...world.extras.get(`${post.channel}:${post.ts}`),
  };
}

function parentOf(world: World, post: StandInMessage): Fields {
  const parent = post.threadTs === null ? undefined : world.findPost(post.channel, post.threadTs);
  return parent === undefined ? {} : { parent_user_id: parent.user };
}

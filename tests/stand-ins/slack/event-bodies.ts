import type { Happening } from './chat-methods.ts';
import type { Parcel } from './courier.ts';
import type { Fields } from './fields.ts';
import { enterpriseOf } from './install-methods.ts';
import { messageFields } from './message-fields.ts';
import type { StandInChannel } from './stand-in.ts';
import { APP, type World } from './world.ts';

export const CHANNEL_TYPES: Readonly<Record<StandInChannel['kind'], string>> = {
  public: 'channel',
  private: 'group',
  im: 'im',
  mpim: 'mpim',
};

/** The verification token that Slack still sends in bodies; nobody should trust it. */
export const OLD_TOKEN = 'stand-in-verification-token';

/** An event in the envelope of the Events API, with an id of its own. */
export function eventBody(world: World, team: string, event: Fields): Parcel {
  const known = world.teams.get(team);
  const enterprise = known?.enterprise ?? null;
  return {
    kind: 'events_api',
    body: {
      token: OLD_TOKEN,
      team_id: team,
      ...(enterprise === null ? {} : { enterprise_id: enterprise }),
      context_team_id: team,
      context_enterprise_id: enterprise,
      api_app_id: APP.appId,
      event,
      type: 'event_callback',
      event_id: world.nextId('Ev'),
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        {
          enterprise_id: enterprise,
          team_id: team,
          user_id: world.botUserOf(team),
          is_bot: true,
          is_enterprise_install: known?.isOrgWide ?? false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: world.nextId('4-'),
    },
  };
}

/** What the app is told of its own doings. Nothing of places it is not in. */
export function ownEvent(world: World, happening: Happening): Parcel | undefined {
  const { post } = happening;
  const channel = world.channels.get(post.channel);
  if (channel === undefined || !channel.isMember || world.teams.get(post.team)?.isInstalled !== true) return undefined;
  const place = { channel: post.channel, channel_type: CHANNEL_TYPES[channel.kind] };
  const { kind } = happening;
  if (kind === 'posted') {
    const message = messageFields(world, post);
    return eventBody(world, post.team, { ...message, ...place, event_ts: post.ts });
  }
  const ts = world.nextTs();
  const previous = messageFields(world, kind === 'changed' ? happening.before : post);
  const shared = { type: 'message', hidden: true, ...place, ts, event_ts: ts, previous_message: previous };
  const event: Fields =
    kind === 'changed'
      ? { ...shared, subtype: 'message_changed', message: messageFields(world, post) }
      : { ...shared, subtype: 'message_deleted', deleted_ts: post.ts };
  return eventBody(world, post.team, event);
}

/** The workspace and organization as interactions name them. */
export function teamFields(world: World, team: string): Fields {
  const enterprise = enterpriseOf(world, team);
  return {
    team: {
      id: team,
      domain: team.toLowerCase(),
      ...(enterprise === null ? {} : { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
    },
    enterprise,
    is_enterprise_install: world.teams.get(team)?.isOrgWide ?? false,
  };
}

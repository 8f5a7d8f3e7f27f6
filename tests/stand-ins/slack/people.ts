import { asRichText, asSlackText } from './as-slack-text.ts';
import { addPost, type Happening } from './chat-methods.ts';
import { type Courier, mergeAcknowledgements, type Parcel, UNHEARD } from './courier.ts';
import { CHANNEL_TYPES, eventBody, OLD_TOKEN, teamFields } from './event-bodies.ts';
import { isFields } from './fields.ts';
import { enterpriseOf } from './install-methods.ts';
import { messageFields } from './message-fields.ts';
import { Refusal } from './refusal.ts';
import { type ResponseUrls, showAnswer } from './response-urls.ts';
import type { SlackStandIn, StandInChannel } from './stand-in.ts';
import type { Triggers } from './triggers.ts';
import { APP, HOME_CHANNEL, HOME_TEAM, HOME_USER, type World } from './world.ts';

export type Tools = {
  readonly world: World;
  readonly courier: Courier;
  readonly triggers: Triggers;
  readonly links: ResponseUrls;
  readonly tell: (happening: Happening) => void;
  readonly whenRefused: (refusal: Refusal) => void;
  /** What people did last, to be delivered once more. */
  readonly remember: (parcels: readonly Parcel[]) => void;
};

export type From = { readonly user?: string; readonly channel?: string; readonly team?: string };
type Place = { readonly user: string; readonly team: string; readonly channel: StandInChannel };

/** Who does it and where; a test that names what is not there is wrong itself. */
function placeOf(world: World, from: From): Place {
  const wanted = from.channel ?? (from.team === undefined || from.team === HOME_TEAM ? HOME_CHANNEL : undefined);
  const channel =
    wanted === undefined
      ? [...world.channels.values()].find((one) => one.team === from.team && one.kind === 'public')
      : world.channels.get(wanted);
  if (channel === undefined)
    throw new Error(`the stand-in has no channel ${wanted ?? `in ${from.team}`}: addChannel first`);
  const team = from.team ?? channel.team;
  const resident = [...world.people.values()].find((person) => person.team === team)?.id;
  return { channel, team, user: from.user ?? (team === HOME_TEAM ? HOME_USER : (resident ?? HOME_USER)) };
}

export const isInstalled = (world: World, team: string): boolean => world.teams.get(team)?.isInstalled === true;

const nameOf = (channel: StandInChannel): string =>
  channel.kind === 'im' ? 'directmessage' : channel.kind === 'private' ? 'privategroup' : channel.name;

/** Subtypes of what people wrote, in which Slack looks for mentions. */
const WRITTEN = new Set([undefined, 'file_share', 'thread_broadcast', 'bot_message']);

export function createSpeakers(tools: Tools): Pick<SlackStandIn, 'slash' | 'say'> {
  const { world, courier, triggers, links } = tools;

  const slash: SlackStandIn['slash'] = async (command, text, from = {}) => {
    const { channel, team, user } = placeOf(world, from);
    if (!isInstalled(world, team)) return UNHEARD;
    const origin = { channel: channel.id, user, ts: null, threadTs: null };
    const enterprise = enterpriseOf(world, team);
    const parcel: Parcel = {
      kind: 'slash_commands',
      body: {
        token: OLD_TOKEN,
        team_id: team,
        team_domain: team.toLowerCase(),
        ...(enterprise === null ? {} : { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
        channel_id: channel.id,
        channel_name: nameOf(channel),
        user_id: user,
        user_name: user.toLowerCase(),
        command,
        text: text.trim(),
        api_app_id: APP.appId,
        is_enterprise_install: String(world.teams.get(team)?.isOrgWide ?? false),
        response_url: links.issue(origin),
        trigger_id: triggers.issue(user, team),
      },
    };
    tools.remember([parcel]);
    const acknowledgement = await courier.send(parcel);
    if (isFields(acknowledgement.body))
      try {
        showAnswer(world, origin, acknowledgement.body, 'acknowledgement', tools.tell);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        tools.whenRefused(error);
      }
    return acknowledgement;
  };

  const say: SlackStandIn['say'] = async (text, from = {}) => {
    const { channel, team, user } = placeOf(world, from);
    const written = asSlackText(text);
    const isStranger = team !== HOME_TEAM && written.includes(`<@${APP.userId}>`);
    if (isStranger)
      throw new Error(`the bot of ${team} is ${world.botUserOf(team)}: bots have another id in each workspace`);
    if (from.threadTs !== undefined && world.findPost(channel.id, from.threadTs) === undefined)
      throw new Error(`there is no message ${from.threadTs} in ${channel.id}`);
    const body = { text: written, blocks: [asRichText(written, world.nextId('rt'))], metadata: null };
    const post = addPost(world, channel, { user, isByBot: false }, { ...body, threadTs: from.threadTs ?? null });
    const { subtype } = from;
    if (subtype !== undefined) world.extras.set(`${channel.id}:${post.ts}`, { subtype });
    const { ts } = post;
    if (!channel.isMember || !isInstalled(world, team)) return { ...UNHEARD, ts };

    const { blocks, ...message } = messageFields(world, post);
    const shared = { ...message, client_msg_id: world.nextId('msg'), blocks, channel: channel.id, event_ts: ts };
    const author = subtype === 'bot_message' ? { user: undefined, bot_id: 'B0OTHER000' } : {};
    const event = { ...shared, ...author, channel_type: CHANNEL_TYPES[channel.kind] };
    const changed = {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      message: { ...shared, subtype: undefined },
      previous_message: { ...shared, subtype: undefined },
      channel: channel.id,
      channel_type: CHANNEL_TYPES[channel.kind],
      ts: world.nextTs(),
      event_ts: ts,
    };
    const isMention = written.includes(`<@${world.botUserOf(team)}>`) && WRITTEN.has(subtype) && channel.kind !== 'im';
    const parcels = [
      eventBody(world, team, subtype === 'message_changed' ? changed : event),
      ...(isMention ? [eventBody(world, team, { ...shared, ...author, type: 'app_mention' })] : []),
    ];
    tools.remember(parcels);
    const acknowledgements = await Promise.all(parcels.map((parcel) => courier.send(parcel)));
    return { ...mergeAcknowledgements(acknowledgements), ts };
  };

  return { slash, say };
}

/** Reads who and where for interactions, in the words of their bodies. */
export const actorFields = (world: World, user: string, team: string) => ({
  user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: team },
  api_app_id: APP.appId,
  token: OLD_TOKEN,
  ...teamFields(world, team),
});

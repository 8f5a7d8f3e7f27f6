import { type Fields, textAt } from './fields.ts';
import { Refusal } from './refusal.ts';
import type { StandInChannel } from './stand-in.ts';
import type { Token, World } from './world.ts';

/** One call of a Web API method by a known caller. */
export type Call = { readonly world: World; readonly args: Fields; readonly caller: Token };
export type Method = (call: Call) => Fields;

/** @throws Refusal if an argument is missing. */
export function wantText(args: Fields, key: string, code = 'invalid_arguments'): string {
  const value = textAt(args, key);
  if (value === undefined || value === '')
    throw new Refusal(code, code === 'invalid_arguments' ? [`missing required field: ${key}`] : []);
  return value;
}

/** Whether a token speaks for a workspace: its own, or one of its organization. */
export const speaksFor = (world: World, caller: Token, team: string): boolean =>
  caller.team === team ||
  (caller.isOrgWide && caller.enterprise !== null && world.teams.get(team)?.enterprise === caller.enterprise);

/** The workspace a call is about: its own, or with an organization's token the one it names. */
export function teamOf({ world, args, caller }: Call): string {
  const named = textAt(args, 'team_id');
  if (!caller.isOrgWide) return caller.team;
  if (named === undefined) throw new Refusal('missing_argument', ['missing required field: team_id']);
  if (!speaksFor(world, caller, named)) throw new Refusal('team_not_found');
  return named;
}

/** A channel the caller may know of. Private ones it is not in do not exist for it. @throws Refusal */
export function seenChannel({ world, args, caller }: Call, key = 'channel'): StandInChannel {
  const id = wantText(args, key, 'channel_not_found');
  const channel = world.channels.get(id);
  const isSeen = channel !== undefined && speaksFor(world, caller, channel.team);
  if (channel === undefined || !isSeen) throw new Refusal('channel_not_found');
  if (channel.kind !== 'public' && !channel.isMember) throw new Refusal('channel_not_found');
  return channel;
}

/** A channel the bot is in. @throws Refusal */
export function joinedChannel(call: Call): StandInChannel {
  const channel = seenChannel(call);
  if (!channel.isMember) throw new Refusal('not_in_channel');
  return channel;
}

/** One page of a list, by `limit` and `cursor`. @throws Refusal for a cursor that was not given out. */
export function pageOf<T>(
  args: Fields,
  all: readonly T[],
  most: number,
): { readonly page: readonly T[]; readonly next: string } {
  const limit = Number(textAt(args, 'limit') ?? most);
  if (!Number.isInteger(limit) || limit < 1) throw new Refusal('invalid_limit');
  const cursor = textAt(args, 'cursor') ?? '';
  const start = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString().replace(/^at:/u, ''));
  if (!Number.isInteger(start) || start < 0) throw new Refusal('invalid_cursor');
  const end = start + Math.min(limit, most);
  return { page: all.slice(start, end), next: end < all.length ? Buffer.from(`at:${end}`).toString('base64') : '' };
}

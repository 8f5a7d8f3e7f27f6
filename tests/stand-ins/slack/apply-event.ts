import { type Fields, fieldsAt, isList, textAt } from './fields.ts';
import type { World } from './world.ts';

const LEFT = new Set(['channel_left', 'group_left', 'member_left_channel']);
const ARCHIVED: Readonly<Record<string, boolean>> = {
  channel_archive: true,
  group_archive: true,
  channel_unarchive: false,
  group_unarchive: false,
};

/** What Slack tells of has happened in it too: after `channel_left` the bot is out, after `app_uninstalled` its token is dead. */
export function applyEvent(world: World, team: string, event: Fields): void {
  const type = textAt(event, 'type') ?? '';
  const channel = world.channels.get(textAt(event, 'channel') ?? '');
  const isAboutBot = event.user === undefined || event.user === world.botUserOf(team) || type.endsWith('_left');
  const owned = [...world.tokens.values()].filter((token) => token.team === team);
  if (type === 'app_uninstalled') {
    for (const token of owned) token.state = 'inactive';
    const known = world.teams.get(team);
    if (known !== undefined) known.isInstalled = false;
  }
  if (type === 'tokens_revoked') {
    const revoked = fieldsAt(event, 'tokens').bot;
    const isOurs = isList(revoked) && revoked.includes(world.botUserOf(team));
    if (isOurs) for (const token of owned) if (token.state === 'live') token.state = 'revoked';
  }
  if (channel === undefined) return;
  if (LEFT.has(type) && isAboutBot) channel.isMember = false;
  if (type === 'member_joined_channel' && isAboutBot) channel.isMember = true;
  if (type === 'channel_deleted' || type === 'group_deleted') world.channels.delete(channel.id);
  const archived = ARCHIVED[type];
  if (archived !== undefined) channel.isArchived = archived;
}

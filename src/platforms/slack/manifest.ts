import type { Command, Param } from '#core/command.ts';
import { verbNames } from '#core/find-verb.ts';
import type { SlackOptions } from './options.ts';
import { EVENTS_PATH, REDIRECT_PATH } from './paths.ts';

/**
 * The least that byline needs: commands; to be spoken to by name; to write; to read what is said in threads of channels that it
 * was invited to, and to find its own posts there; and for a person's page the names of their channels.
 */
const BOT_SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'groups:history',
  'groups:read',
  'im:history',
  'mpim:history',
] as const;
/** To know who administrates a workspace. */
const PEOPLE_SCOPE = 'users:read';

export function scopesFor(managers: SlackOptions['managers']): string[] {
  return [...BOT_SCOPES, ...(managers === 'admins' ? [PEOPLE_SCOPE] : [])];
}

const EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_deleted',
  'channel_left',
  'group_archive',
  'group_deleted',
  'group_left',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
  'tokens_revoked',
] as const;

/** The name under which the message shortcut comes back. */
export const BRIEF_THIS = 'brief_this';
/** Slack keeps these for itself. */
const RESERVED = ['help'];
const LONGEST_DESCRIPTION = 2_000;
const LONGEST_HINT = 1_000;

/**
 * The app's manifest, written from the commands (docs.slack.dev/reference/app-manifest). `publicUrl`: where others reach the
 * pages. Over HTTP Slack sends everything there; Socket Mode needs no address.
 */
export function slackManifest(
  commands: readonly Command[],
  {
    isHttp,
    publicUrl,
    managers,
  }: {
    readonly isHttp: boolean;
    readonly publicUrl: string | null;
    readonly managers: SlackOptions['managers'];
  },
): Readonly<Record<string, unknown>> {
  const events = isHttp && publicUrl !== null ? `${publicUrl}${EVENTS_PATH}` : null;
  const url = events === null ? {} : { url: events };
  const request = events === null ? {} : { request_url: events };
  return {
    display_information: {
      name: 'byline',
      description: 'Key points of an article, each with who said it, checked against the text',
      background_color: '#1f3a5f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'byline', always_online: true },
      shortcuts: [
        {
          name: 'Brief this',
          type: 'message',
          callback_id: BRIEF_THIS,
          description: 'Briefs the article that this message links',
        },
      ],
      slash_commands: commands
        .filter(({ name }) => !RESERVED.includes(name))
        .map((command) => ({
          command: `/${command.name}`,
          ...url,
          description: command.about.slice(0, LONGEST_DESCRIPTION),
          usage_hint: hintOf(command).slice(0, LONGEST_HINT),
          should_escape: false,
        })),
    },
    oauth_config: {
      ...(publicUrl === null ? {} : { redirect_urls: [`${publicUrl}${REDIRECT_PATH}`] }),
      scopes: { bot: scopesFor(managers) },
    },
    settings: {
      event_subscriptions: { ...request, bot_events: [...EVENTS] },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: true,
      socket_mode_enabled: events === null,
      token_rotation_enabled: false,
    },
  };
}

/** What may stand behind a command's name: its verbs, or what it takes. */
function hintOf(command: Command): string {
  const verbs = verbNames(command);
  if (verbs.length > 0) return `[${verbs.join(' | ')}]`;
  const [{ params }] = command.verbs;
  const isText = params.some(({ kind, required }) => kind === 'text' && required);
  // Where a text is asked for, the article is the one of the channel.
  const written = params.filter(({ kind }) => kind !== 'article' || !isText);
  return written.map(hintOfParam).join(' ');
}

function hintOfParam({ name, kind, required }: Param): string {
  if (required) return `<${name}>`;
  return kind === 'flag' ? `[${name}]` : `[${name}:…]`;
}

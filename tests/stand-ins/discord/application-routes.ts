import { type Call, idIn, ok, type Reply, type Route } from './call.ts';
import { checkCommands } from './check-commands.ts';
import { refusal } from './discord-error.ts';
import { applicationFlags } from './gateway.ts';
import { type Json, present, recordsOf } from './json.ts';
import { userJson } from './payloads.ts';
import type { World } from './world.ts';

/** Who the bot is, where its gateway is, and which commands it has. */
export function applicationRoutes(world: World, gatewayUrl: () => string): readonly Route[] {
  const me = () => ({ ...userJson(world, world.bot), verified: true, email: null, mfa_enabled: true, locale: 'en-US' });

  function mine(call: Call): void {
    if (idIn(call, 'application') !== world.bot) throw refusal(10002);
  }

  function scopeOf(call: Call): string | null {
    mine(call);
    if (call.params.guild === undefined) return null;
    const guild = idIn(call, 'guild');
    if (!world.guilds.has(guild)) throw refusal(50001);
    return guild;
  }

  function register(call: Call): Reply {
    const scope = scopeOf(call);
    const before = world.commands.get(scope) ?? [];
    const commands = checkCommands(call.body).map((command) => commandJson(world, command, scope, before));
    world.commands.set(scope, commands);
    return ok(commands);
  }

  const list = (call: Call) => ok(world.commands.get(scopeOf(call)) ?? []);

  return [
    {
      method: 'GET',
      path: '/gateway/bot',
      handle: () =>
        ok({
          url: gatewayUrl(),
          shards: world.shards,
          // A large app's concurrency: with 1 the client would wait 5 s between its shards.
          session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 16 },
        }),
    },
    { method: 'GET', path: '/gateway', handle: () => ok({ url: gatewayUrl() }) },
    { method: 'GET', path: '/users/@me', handle: () => ok(me()) },
    { method: 'GET', path: '/users/@me/guilds', handle: () => ok([...world.guilds.values()]) },
    { method: 'GET', path: '/applications/@me', handle: () => ok(applicationJson(world)) },
    { method: 'GET', path: '/oauth2/applications/@me', handle: () => ok(applicationJson(world)) },
    { method: 'PUT', path: '/applications/:application/commands', handle: register },
    { method: 'GET', path: '/applications/:application/commands', handle: list },
    { method: 'PUT', path: '/applications/:application/guilds/:guild/commands', handle: register },
    { method: 'GET', path: '/applications/:application/guilds/:guild/commands', handle: list },
  ];
}

function applicationJson(world: World): Json {
  return {
    id: world.bot,
    name: 'byline',
    icon: null,
    description: 'stands in',
    type: null,
    flags: applicationFlags(world),
    flags_new: String(applicationFlags(world)),
    bot: userJson(world, world.bot),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: userJson(world, '1'),
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 1,
    approximate_user_authorization_count: 1,
    integration_types_config: { '0': {}, '1': {} },
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    team: null,
  };
}

/** A command as Discord gives it back: one of the same name and type keeps its id. */
function commandJson(world: World, command: Json, guild: string | null, before: readonly Json[]): Json {
  const type = command.type ?? 1;
  const same = before.find((old) => old.name === command.name && old.type === type);
  const permissions = command.default_member_permissions;
  return {
    ...present({
      ...command,
      options: command.options == null ? null : recordsOf(command.options).map(optionJson),
      guild_id: guild,
    }),
    id: same?.id ?? world.nextId(),
    application_id: world.bot,
    version: world.nextId(),
    type,
    description: command.description ?? '',
    nsfw: command.nsfw === true,
    default_member_permissions: permissions == null ? null : String(permissions),
    contexts: command.contexts ?? null,
    integration_types: command.integration_types ?? [0],
  };
}

function optionJson(option: Json): Json {
  return present({
    ...option,
    options: option.options == null ? null : recordsOf(option.options).map(optionJson),
    choices: option.choices == null ? null : recordsOf(option.choices).map(present),
  });
}

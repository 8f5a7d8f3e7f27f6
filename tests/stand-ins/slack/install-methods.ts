import { randomBytes } from 'node:crypto';
import { type Fields, textAt } from './fields.ts';
import { Refusal } from './refusal.ts';
import { type Call, speaksFor } from './web-call.ts';
import { APP, HOME_USER, type World } from './world.ts';

export type Credentials = { readonly clientId: string; readonly clientSecret: string };

export const enterpriseOf = (world: World, team: string): Fields | null => {
  const enterprise = world.teams.get(team)?.enterprise ?? null;
  return enterprise === null ? null : { id: enterprise, name: enterprise.toLowerCase() };
};

/** Who the caller is. */
export function authTest({ world, args, caller }: Call): Fields {
  const named = textAt(args, 'team_id');
  const team = caller.isOrgWide && named !== undefined && speaksFor(world, caller, named) ? named : caller.team;
  return {
    url: `https://${team.toLowerCase()}.slack.com/`,
    team: team.toLowerCase(),
    user: APP.name,
    team_id: caller.isOrgWide && named === undefined ? caller.enterprise : team,
    user_id: world.botUserOf(team),
    bot_id: world.botIdOf(team),
    is_enterprise_install: caller.isOrgWide,
    ...(caller.enterprise === null ? {} : { enterprise_id: caller.enterprise }),
  };
}

/** Takes a code once and gives a token. The secret comes as a form field or as basic authentication. */
export function exchangeCode(world: World, args: Fields, basic: string | undefined, credentials: Credentials): Fields {
  const [basicId, basicSecret] = Buffer.from(basic?.replace(/^Basic /u, '') ?? '', 'base64')
    .toString()
    .split(':');
  if ((textAt(args, 'client_id') ?? basicId) !== credentials.clientId) throw new Refusal('invalid_client_id');
  if ((textAt(args, 'client_secret') ?? basicSecret) !== credentials.clientSecret)
    throw new Refusal('bad_client_secret');
  const code = world.codes.get(textAt(args, 'code') ?? '');
  if (code === undefined) throw new Refusal('invalid_code');
  if (code.isUsed) throw new Refusal('code_already_used');
  code.isUsed = true;
  const issued = world.issueToken(code.team, code.isOrgWide);
  const installer = [...world.people.values()].find((person) => person.team === code.team)?.id ?? HOME_USER;
  return {
    access_token: issued.token,
    token_type: 'bot',
    scope: APP.scopes,
    bot_user_id: world.botUserOf(code.team),
    app_id: APP.appId,
    team: code.isOrgWide ? null : { id: code.team, name: code.team.toLowerCase() },
    enterprise: enterpriseOf(world, code.team),
    authed_user: { id: installer },
    is_enterprise_install: code.isOrgWide,
  };
}

export function issueCode(world: World, team: string, isOrgWide: boolean): string {
  const known = world.teams.get(team);
  if (known === undefined) throw new Error(`no such team: ${team}`);
  if (isOrgWide && known.enterprise === null) throw new Error(`${team} is in no organization`);
  const code = `code-${randomBytes(9).toString('hex')}`;
  world.codes.set(code, { team, isOrgWide, isUsed: false });
  return code;
}

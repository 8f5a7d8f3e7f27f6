import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerCall, type Outcome, tooSoon } from './answer-call.ts';
import { chatMethods, type Happening } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import type { Faults } from './faults.ts';
import type { Fields } from './fields.ts';
import { authTest, type Credentials, exchangeCode } from './install-methods.ts';
import type { RateLimits } from './rate-limits.ts';
import { readArguments, readBody, readToken } from './read-call.ts';
import { Refusal } from './refusal.ts';
import type { SlackStandIn } from './stand-in.ts';
import type { Triggers } from './triggers.ts';
import { viewMethods } from './view-methods.ts';
import type { Method } from './web-call.ts';
import type { Token, World } from './world.ts';

export type Request = SlackStandIn['requests'][number];

type Options = {
  readonly world: World;
  readonly limits: RateLimits;
  readonly faults: Faults;
  readonly triggers: Triggers;
  readonly appToken: string;
  readonly credentials: Credentials;
  readonly requests: Request[];
  readonly tell: (happening: Happening) => void;
  readonly openConnection: () => string;
  readonly whenRefused: (refusal: Refusal) => void;
};

/** Answers calls of the Web API. */
export function createWebApi(options: Options) {
  const { world, limits, faults, triggers, appToken, credentials, requests } = options;
  let hasty = 0;
  const methods: Readonly<Record<string, Method>> = {
    'auth.test': authTest,
    ...chatMethods(options.tell),
    ...conversationMethods,
    ...viewMethods(triggers),
  };

  /** @throws Refusal in Slack's words if the token is not one to be used here. */
  const knownToken = (token: string | null): Token => {
    if (token === null) throw new Refusal('not_authed');
    if (token === appToken) throw new Refusal('not_allowed_token_type');
    const known = world.tokens.get(token);
    if (known === undefined) throw new Refusal('invalid_auth');
    if (known.state === 'revoked') throw new Refusal('token_revoked');
    if (known.state === 'inactive') throw new Refusal('account_inactive');
    return known;
  };

  const openConnection = (token: string | null): Fields => {
    if (token === null) throw new Refusal('not_authed');
    if (world.tokens.has(token)) throw new Refusal('not_allowed_token_type');
    if (token !== appToken) throw new Refusal('invalid_auth');
    return { url: options.openConnection() };
  };

  const run = (name: string, args: Fields, token: string | null, authorization: string | undefined): Outcome => {
    const done = (body: Fields): Outcome => ({ status: 200, body: { ok: true, ...body } });
    if (name === 'apps.connections.open') return done(openConnection(token));
    if (name === 'oauth.v2.access') return done(exchangeCode(world, args, authorization, credentials));
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (method === undefined) throw new Refusal('unknown_method');
    const caller = knownToken(token);
    const seconds = limits.wait(name, caller.team, args);
    if (seconds === 0) return done(method({ world, args, caller }));
    hasty += 1;
    return tooSoon(seconds);
  };

  return {
    tooFast: (): number => hasty,
    async handle(request: IncomingMessage, response: ServerResponse, method: string): Promise<void> {
      const at = performance.now();
      const args = readArguments(request, await readBody(request));
      const token = readToken(request, args);
      const result = answerCall(response, faults.next(method), () => {
        try {
          return run(method, args, token, request.headers.authorization);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          options.whenRefused(error);
          return { status: 200, body: error.toBody() };
        }
      });
      requests.push({ method, body: args, token, at, ...result });
    },
  };
}

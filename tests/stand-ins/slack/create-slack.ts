import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerCall } from './answer-call.ts';
import { applyEvent } from './apply-event.ts';
import type { Happening } from './chat-methods.ts';
import { createCourier, mergeAcknowledgements, type Parcel } from './courier.ts';
import { eventBody, ownEvent } from './event-bodies.ts';
import { createFaults } from './faults.ts';
import { isFields, readJson } from './fields.ts';
import { issueCode } from './install-methods.ts';
import { createHands } from './interactions.ts';
import { createSpeakers, type Tools } from './people.ts';
import { createRateLimits } from './rate-limits.ts';
import { readBody } from './read-call.ts';
import type { Refusal } from './refusal.ts';
import { createResponseUrls } from './response-urls.ts';
import { createSocketMode } from './socket-mode.ts';
import type { SlackStandIn } from './stand-in.ts';
import { createTriggers } from './triggers.ts';
import { createWebApi, type Request } from './web-api.ts';
import { APP, createWorld, HOME_CHANNEL, HOME_DM, HOME_TEAM, HOME_USER, makeChannel } from './world.ts';

export type SlackOptions = {
  /** Slack's rate limits; off for tests of something else. */
  readonly limits?: 'on' | 'off';
  /** Other limits for some methods, in calls a minute and workspace. */
  readonly perMinute?: Readonly<Record<string, number>>;
  /** How long the minute of these limits is. */
  readonly minuteMs?: number;
  /** The times of Slack, for tests that cannot wait as long. */
  readonly acknowledgeWithinMs?: number;
  readonly triggerLivesMs?: number;
  readonly responseUrlLivesMs?: number;
  readonly pingEveryMs?: number;
  readonly retryDelaysMs?: readonly number[];
};

const RETRY_DELAYS_MS = [10, 60_000, 300_000];

/** A Slack on loopback. It has a workspace, a channel with the bot in it, a direct message, and one person. */
export async function createSlack(options: SlackOptions = {}): Promise<SlackStandIn> {
  const appToken = 'xapp-1-A0BYLINE00-stand-in';
  const signingSecret = 'stand-in-signing-secret';
  const credentials = { clientId: '1000.2000', clientSecret: 'stand-in-client-secret' };
  const world = createWorld();
  world.teams.set(HOME_TEAM, { id: HOME_TEAM, enterprise: null, isInstalled: false, isOrgWide: false });
  world.people.set(HOME_USER, { id: HOME_USER, team: HOME_TEAM, isAdmin: false });
  world.channels.set(HOME_CHANNEL, makeChannel({ id: HOME_CHANNEL, name: 'newsroom' }));
  world.channels.set(HOME_DM, makeChannel({ id: HOME_DM }));
  const { token: botToken } = world.issueToken(HOME_TEAM, false);

  const requests: Request[] = [];
  const refusals: Refusal[] = [];
  const whenRefused = (refusal: Refusal): void => void refusals.push(refusal);
  const faults = createFaults();
  const triggers = createTriggers(options.triggerLivesMs);
  let origin = '';
  let requestUrl: string | null = null;
  let last: readonly Parcel[] = [];

  const sockets = createSocketMode(options.pingEveryMs ?? 5000, () => courier.flush());
  const courier = createCourier({
    sockets,
    requestUrl: () => requestUrl,
    secret: signingSecret,
    withinMs: options.acknowledgeWithinMs ?? 3000,
    retryDelaysMs: options.retryDelaysMs ?? RETRY_DELAYS_MS,
  });
  // Of its own doings the app hears a moment later, as from Slack: after the answer to its call.
  const tell = (happening: Happening): void => {
    const parcel = ownEvent(world, happening);
    if (parcel !== undefined) setImmediate(() => void courier.send(parcel));
  };
  const links = createResponseUrls(world, () => `${origin}/`, tell, {
    whenRefused,
    ...(options.responseUrlLivesMs === undefined ? {} : { livesMs: options.responseUrlLivesMs }),
  });
  const api = createWebApi({
    world,
    limits: createRateLimits(options.limits !== 'off', options.perMinute, options.minuteMs),
    faults,
    triggers,
    appToken,
    credentials,
    requests,
    tell,
    whenRefused,
    openConnection: () => `${origin.replace('http', 'ws')}/link/?ticket=${sockets.issueTicket()}&app_id=${APP.appId}`,
  });

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname.startsWith('/api/')) return api.handle(request, response, pathname.slice('/api/'.length));
    if (pathname.startsWith('/respond/') && request.method === 'POST') {
      const at = performance.now();
      const said = readJson(await readBody(request));
      const body = isFields(said) ? said : undefined;
      const id = pathname.slice('/respond/'.length);
      const result = answerCall(response, faults.next('response_url'), () => links.take(id, body));
      requests.push({ method: 'response_url', body: body ?? {}, token: null, at, ...result });
      return;
    }
    response.writeHead(404).end();
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;

  const remember = (parcels: readonly Parcel[]): void => {
    last = parcels;
  };
  const tools: Tools = { world, courier, triggers, links, tell, whenRefused, remember };
  const send = (parcel: Parcel) => {
    remember([parcel]);
    return courier.send(parcel);
  };

  return {
    apiUrl: `${origin}/api/`,
    botToken,
    appToken,
    signingSecret,
    ...credentials,
    bot: { userId: APP.userId, botId: APP.botId, appId: APP.appId },
    team: HOME_TEAM,
    botUserOf: world.botUserOf,
    addTeam: ({ id, enterprise }) =>
      void world.teams.set(id, { id, enterprise: enterprise ?? null, isInstalled: false, isOrgWide: false }),
    addChannel: (channel) => void world.channels.set(channel.id, makeChannel(channel)),
    channel: (id) => world.channels.get(id),
    addPerson: ({ id, team, isAdmin }) =>
      void world.people.set(id, { id, team: team ?? HOME_TEAM, isAdmin: isAdmin ?? false }),
    issueCode: (team, { isOrgWide = false } = {}) => issueCode(world, team, isOrgWide),
    install: (team, { isOrgWide = false } = {}) => world.issueToken(team, isOrgWide).token,
    get requestUrl() {
      return requestUrl;
    },
    set requestUrl(url) {
      requestUrl = url;
      if (url !== null) courier.flush();
    },
    sockets: sockets.count,
    connected: sockets.connected,
    ...createSpeakers(tools),
    ...createHands(tools),
    openHome: (user, team = HOME_TEAM) =>
      send(
        eventBody(world, team, {
          type: 'app_home_opened',
          user,
          channel:
            [...world.channels.values()].find((one) => one.kind === 'im' && one.members.includes(user))?.id ?? HOME_DM,
          tab: 'home',
          event_ts: world.nextTs(),
          ...(world.homes.has(user) ? { view: world.homes.get(user)?.view } : {}),
        }),
      ),
    event: (event, team = HOME_TEAM) => {
      const parcel = eventBody(world, team, { event_ts: world.nextTs(), ...event });
      applyEvent(world, team, event);
      return send(parcel);
    },
    redeliver: async () => mergeAcknowledgements(await Promise.all(last.map((parcel) => courier.sendAgain(parcel)))),
    deliver: (kind, body) => send({ kind, body }),
    messages: (channel) => world.posts.filter((post) => channel === undefined || post.channel === channel),
    ephemerals: world.ephemerals,
    views: world.views,
    homeOf: (user) => world.homes.get(user),
    requests,
    refusals,
    tooFast: api.tooFast,
    fail: faults.fail,
    failOften: faults.failOften,
    refreshSockets: sockets.refresh,
    dropSockets: sockets.drop,
    close: async () => {
      courier.close();
      await sockets.close();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

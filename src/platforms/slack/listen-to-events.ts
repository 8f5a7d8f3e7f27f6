import type { App, SlackEventMiddlewareArgs, types, webApi } from '@slack/bolt';
import type { Card } from '#core/card.ts';
import type { Arrival, Hears, Receipt } from '#core/chat.ts';
import type { Intake } from './create-intake.ts';
import type { Workspaces } from './create-workspaces.ts';
import { draw } from './draw.ts';
import { drawHome } from './draw-home.ts';
import { fitCard } from './fit-card.ts';
import { PLATFORM } from './limits.ts';
import { listChannels } from './list-channels.ts';
import { channelOf, personOf, placeOf } from './place-of.ts';
import { readMessage, type Said } from './read-message.ts';

type EventBody = SlackEventMiddlewareArgs['body'];

/** The second telling comes within moments; whatever comes later, the store knows. */
const SAID_LATELY = 500;

/** What is said, who looks at the bot's page, and what is taken away. An event that is not stored is not acknowledged, and comes again. */
export function listenToEvents(app: App, intake: Intake, hears: Hears, workspaces: Workspaces): void {
  /** One message is told of as `message` and as `app_mention`, at about the same time. */
  const said = new Map<string, Promise<Receipt>>();

  app.event(/^/, async ({ event, body, client, context }) => {
    // Where a channel is shared, Slack names the workspace of whoever speaks; this is the one that byline hears through.
    const workspace = context.teamId ?? body.team_id;
    switch (event.type) {
      case 'message':
      case 'app_mention':
        return hearMessage(readMessage(event, workspace, [context.botUserId, ...botUsersIn(body)]));
      case 'app_home_opened':
        if (event.tab === 'home')
          intake.alsoDo('a home page could not be shown', () => showHome(event, workspace, client));
        return;
      case 'app_uninstalled':
        return remove(workspace, context.isEnterpriseInstall ? context.enterpriseId : undefined);
      case 'tokens_revoked':
        if ((event.tokens.bot ?? []).length === 0) return;
        return remove(workspace, context.isEnterpriseInstall ? context.enterpriseId : undefined);
      case 'channel_deleted':
      case 'channel_archive':
      case 'channel_left':
      case 'group_deleted':
      case 'group_archive':
      case 'group_left':
        return intake.follow(hears.left(channelOf(workspace, event.channel)));
      default:
        // Not asked for in the manifest; an app that was made by hand may send more.
        return;
    }
  });

  async function hearMessage(arrival: Said | null): Promise<void> {
    if (intake.isClosed()) throw new Error('it is stopping; Slack delivers the event again');
    if (arrival === null) return;
    // Only the one that tells of the mention may lead to an answer.
    const telling = `${arrival.id} ${arrival.mentionsBot}`;
    const earlier = said.get(telling);
    if (earlier !== undefined) return void (await earlier);
    const received = intake.receive(arrival);
    said.set(telling, received);
    received.catch(() => said.delete(telling));
    for (const [oldest] of said) if (said.size > SAID_LATELY) said.delete(oldest);
    const receipt = await received;
    if (receipt.kind === 'shown') intake.alsoDo('an answer could not be shown', () => whisper(arrival, receipt.card));
  }

  async function whisper({ place, person }: Arrival, card: Card): Promise<void> {
    const { client } = await workspaces.login(place.workspace, null);
    for (const part of fitCard(card)) {
      const thread = place.thread === null ? {} : { thread_ts: place.thread };
      await client.chat.postEphemeral({ channel: place.channel, user: person.id, ...thread, ...draw(part) });
    }
  }

  async function showHome(
    { user, channel, event_ts }: types.AppHomeOpenedEvent,
    workspace: string,
    client: webApi.WebClient,
  ): Promise<void> {
    const receipt = await intake.receive({
      ...{ kind: 'home', id: `home ${user} ${event_ts}`, channels: await listChannels(client, user) },
      ...{ person: personOf(user, null), place: placeOf(workspace, channel) },
    });
    if (receipt.kind === 'shown') await client.views.publish({ user_id: user, view: drawHome(receipt.card) });
  }

  async function remove(workspace: string, enterprise: string | undefined): Promise<void> {
    for (const one of await workspaces.leaving(workspace, enterprise ?? null))
      await intake.follow(hears.removed({ platform: PLATFORM, workspace: one }));
    workspaces.forget();
  }
}

/** The bot as it is called in this workspace: an organization's bot may bear another name in each. */
function botUsersIn({ authorizations = [] }: Pick<EventBody, 'authorizations'>): string[] {
  return authorizations.filter(({ is_bot }) => is_bot).map(({ user_id }) => user_id);
}

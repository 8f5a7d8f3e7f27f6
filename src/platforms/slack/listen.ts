import type { App, BlockAction, types, webApi } from '@slack/bolt';
import type { Card } from '#core/card.ts';
import type { Arrival, Channel, Hears, Receipt } from '#core/chat.ts';
import { findAddress } from '#core/find-address.ts';
import { readPress } from '#core/press.ts';
import type { Workspaces } from './create-workspaces.ts';
import { draw } from './draw.ts';
import { drawHome } from './draw-home.ts';
import { drawModal } from './draw-modal.ts';
import { fitCard } from './fit-card.ts';
import { PLATFORM } from './limits.ts';
import { listChannels } from './list-channels.ts';
import { BRIEF_THIS } from './manifest.ts';
import type { SlackOptions } from './options.ts';
import { readMessage } from './read-message.ts';
import { readText, readWordsTyped } from './read-text.ts';

type Parts = { readonly hears: Hears; readonly workspaces: Workspaces; readonly options: SlackOptions };
type Answer = { readonly text: string; readonly blocks?: types.KnownBlock[] };

/** What is told where the bot could not take something; Slack shows it to whoever asked, alone. */
const NOT_TAKEN = 'byline could not take this just now. Try again in a moment; nothing was lost.';
const STOPPING = 'byline is being restarted. Try again in a moment.';
/** The second telling comes within moments; whatever comes later, the store knows. */
const SAID_LATELY = 500;
const FOR_YOU_ALONE = 'One moment… the answer comes here, for you alone.';

/** Hangs everything that byline hears on the app. */
export function createListener(app: App, parts: Parts): { readonly finish: () => Promise<void> } {
  const { hears, workspaces, options } = parts;
  const underWay = new Set<Promise<unknown>>();
  /** One message is told of as `message` and as `app_mention`, at about the same time. */
  const said = new Map<string, Promise<Receipt>>();
  let isStopping = false;

  function follow<T>(work: Promise<T>): Promise<T> {
    const done = () => underWay.delete(work);
    underWay.add(work);
    work.then(done, done);
    return work;
  }

  /** Work that nobody waits for; it failing is told to the log. */
  function alsoDo(what: string, work: () => Promise<unknown>): void {
    follow(work().catch((cause: unknown) => options.onTrouble(what, cause)));
  }

  /** Hands an arrival in. Null where it could not be stored: the cause goes to the log, and words to whoever asked. */
  async function hand(arrival: Arrival): Promise<Receipt | null> {
    try {
      return await follow(hears.receive(arrival));
    } catch (cause) {
      options.onTrouble('an arrival could not be stored', cause);
      return null;
    }
  }

  // Bolt holds whatever comes against every listener there is: with one for each kind a crowd is acknowledged sooner.
  app.command(/^\//, async ({ command, ack, respond }) => {
    if (isStopping) return ack(STOPPING);
    const receipt = await hand({
      ...{ kind: 'command', id: command.trigger_id, command: command.command.slice(1), verb: null },
      input: readWordsTyped(command.text),
      place: placeOf(command.team_id, command.channel_id),
      person: personOf(command.user_id, command.user_name),
      replyTo: command.response_url,
    });
    await answer(receipt, ack, respond);
  });

  app.shortcut({ type: 'message_action', callback_id: BRIEF_THIS }, async ({ shortcut, ack, respond }) => {
    if (shortcut.type !== 'message_action') return ack();
    await ack();
    if (isStopping) return void (await respond({ text: STOPPING, replace_original: false }));
    const receipt = await hand({
      ...{ kind: 'command', id: shortcut.trigger_id, command: 'brief', input: addressIn(shortcut.message), verb: null },
      place: placeOf(shortcut.team?.id ?? shortcut.user.team_id ?? '', shortcut.channel.id),
      person: personOf(shortcut.user.id, shortcut.user.name),
      replyTo: shortcut.response_url,
    });
    await answer(
      receipt,
      async (words) => {
        if (words !== undefined)
          await respond({ ...asAnswer(words), response_type: 'ephemeral', replace_original: false });
      },
      respond,
    );
  });

  app.action<BlockAction>(/^/, async ({ body, action, ack, client, respond }) => {
    // Slack tells of an opened link, too, and waits for a word.
    if (!action.action_id.startsWith('press-')) return ack();
    const word =
      'value' in action ? action.value : 'selected_option' in action ? action.selected_option?.value : undefined;
    const press = typeof word === 'string' ? readPress(word) : null;
    const receipt =
      press === null || isStopping
        ? null
        : await hand({
            ...{ kind: 'press', id: body.trigger_id, press },
            place: placeOf(body.team?.id ?? body.user.team_id ?? '', body.channel?.id ?? body.user.id),
            person: personOf(body.user.id, body.user.name ?? null),
          });
    await ack();
    const say = async (message: Answer) =>
      void (await respond({ ...message, response_type: 'ephemeral', replace_original: false }));
    if (receipt === null)
      return body.response_url === undefined ? undefined : say({ text: isStopping ? STOPPING : NOT_TAKEN });
    if (receipt.kind !== 'shown') return;
    try {
      await showModal(receipt.card, titleOf(press?.action), body, client);
    } catch (cause) {
      options.onTrouble('a window could not be opened', cause);
      if (body.response_url !== undefined) for (const part of fitCard(receipt.card)) await say(draw(part));
    }
  });
  app.event(/^/, async ({ event, body, client, context }) => {
    const team = body.team_id;
    switch (event.type) {
      case 'message':
      case 'app_mention':
        return hearMessage(readMessage(event, team, context.botUserId ?? ''));
      case 'app_home_opened':
        if (event.tab === 'home') alsoDo('a home page could not be shown', () => showHome(event, team, client));
        return;
      case 'app_uninstalled':
        return remove(team, orgOf(body));
      case 'tokens_revoked':
        return (event.tokens.bot ?? []).length > 0 ? remove(team, orgOf(body)) : undefined;
      case 'channel_deleted':
      case 'channel_archive':
      case 'channel_left':
      case 'group_deleted':
      case 'group_archive':
      case 'group_left':
        return follow(hears.left(channelOf(team, event.channel)));
      default:
        // Not asked for in the manifest; an app that was made by hand may send more.
        return;
    }
  });

  async function hearMessage(arrival: Arrival | null): Promise<void> {
    if (isStopping) throw new Error('it is stopping; Slack delivers the event again');
    if (arrival === null) return;
    const earlier = said.get(arrival.id);
    if (earlier !== undefined) return void (await earlier);
    // An event that is not stored is not acknowledged, and comes again.
    const received = follow(hears.receive(arrival));
    said.set(arrival.id, received);
    received.catch(() => said.delete(arrival.id));
    for (const [oldest] of said) if (said.size > SAID_LATELY) said.delete(oldest);
    const receipt = await received;
    if (receipt.kind === 'shown') alsoDo('an answer could not be shown', () => whisper(arrival, receipt.card));
  }

  async function whisper({ place, person }: Arrival, card: Card): Promise<void> {
    const { client } = await workspaces.login(place.workspace, null);
    for (const part of fitCard(card)) {
      const thread = place.thread === null ? {} : { thread_ts: place.thread };
      await client.chat.postEphemeral({ channel: place.channel, user: person.id, ...thread, ...draw(part) });
    }
  }

  async function showHome(event: types.AppHomeOpenedEvent, team: string, client: webApi.WebClient): Promise<void> {
    const channels = await listChannels(client, event.user);
    const id = `home ${event.user} ${event.event_ts}`;
    const place = placeOf(team, event.channel);
    const receipt = await hears.receive({ kind: 'home', id, channels, person: personOf(event.user, null), place });
    if (receipt.kind === 'shown') await client.views.publish({ user_id: event.user, view: drawHome(receipt.card) });
  }

  async function remove(team: string, enterprise: string | null): Promise<void> {
    workspaces.forget();
    const ofOrg = enterprise === null ? [] : await workspaces.ofEnterprise(enterprise);
    const ids = new Set([
      team,
      ...ofOrg.map(({ workspace }) => workspace),
      ...(enterprise === null ? [] : [enterprise]),
    ]);
    for (const workspace of ids) await follow(hears.removed({ platform: PLATFORM, workspace }));
    workspaces.forget();
  }

  return {
    async finish() {
      isStopping = true;
      await Promise.allSettled(underWay);
      // The acknowledgement of what has just been stored goes out in the turn behind it.
      await new Promise((done) => setImmediate(done));
    },
  };
}

/** Acknowledges with what there is to say: nothing where the answer comes by itself in the channel. */
async function answer(
  receipt: Receipt | null,
  ack: (words?: string | (Answer & { response_type: 'ephemeral' })) => Promise<void>,
  respond: (message: Answer & { response_type: 'ephemeral'; replace_original: false }) => Promise<unknown>,
): Promise<void> {
  if (receipt === null) return ack(NOT_TAKEN);
  if (receipt.kind === 'taken') return receipt.isPrivate ? ack(FOR_YOU_ALONE) : ack();
  if (receipt.kind === 'ignored') return ack();
  const [first = receipt.card, ...rest] = fitCard(receipt.card);
  await ack({ ...draw(first), response_type: 'ephemeral' });
  for (const part of rest) await respond({ ...draw(part), response_type: 'ephemeral', replace_original: false });
}

function asAnswer(words: string | Answer): Answer {
  return typeof words === 'string' ? { text: words } : words;
}

/** Opens a window, or shows the card in the one in which somebody chose something. */
async function showModal(card: Card, title: string, body: BlockAction, client: webApi.WebClient): Promise<void> {
  const view = drawModal(card, title);
  if (body.view === undefined) await client.views.open({ trigger_id: body.trigger_id, view });
  else await client.views.update({ view_id: body.view.id, view });
}

function titleOf(action: 'cited' | 'passages' | undefined): string {
  return action === 'passages' ? 'Passages' : 'Who says what';
}

/** The first address in a message, in its text or in what other apps put beside it. */
function addressIn(message: { readonly text?: string; readonly [key: string]: unknown }): string {
  const beside = JSON.stringify([message.attachments ?? [], message.blocks ?? []]);
  const words = `${readText(message.text ?? '')} ${beside}`.split(/[\s"<>|]+/);
  return words.flatMap((word) => (/^https?:/i.test(word) ? (findAddress(word) ?? []) : []))[0] ?? '';
}

function orgOf(body: { readonly enterprise_id?: string; readonly is_enterprise_install?: boolean }): string | null {
  return body.is_enterprise_install === true ? (body.enterprise_id ?? null) : null;
}

function placeOf(workspace: string, channel: string) {
  return { ...channelOf(workspace, channel), thread: null };
}

function channelOf(workspace: string, channel: string): Channel {
  return { platform: PLATFORM, workspace, channel };
}

/** On Slack everyone may manage a channel's feeds, until a setting says otherwise. */
function personOf(id: string, name: string | null) {
  return { id, name, mayManage: true };
}

import type { Parcel } from './courier.ts';
import { UNHEARD } from './courier.ts';
import { type Fields, fieldsIn, textAt } from './fields.ts';
import { type Found, findButton, findOption, labelsIn, stateOf } from './find-element.ts';
import { messageFields } from './message-fields.ts';
import { actorFields, type From, isInstalled, type Tools } from './people.ts';
import type { Acknowledgement, SlackStandIn, StandInView } from './stand-in.ts';
import type { World } from './world.ts';

type Where = Parameters<SlackStandIn['press']>[0];

/** What can be clicked on, and what Slack says about it in the body of an action. */
type Stage = {
  readonly key: string;
  readonly blocks: readonly Fields[];
  readonly user: string | undefined;
  readonly team: string;
  readonly body: (state: Fields) => Fields;
  readonly origin: { readonly channel: string; readonly ts: string; readonly threadTs: string | null } | null;
};

/** A view that is open, or a published home. */
function findView(world: World, id: string): StandInView | undefined {
  return world.views.find((view) => view.id === id) ?? [...world.homes.values()].find((view) => view.id === id);
}

function stageOfView(world: World, id: string): Stage {
  const open = findView(world, id);
  if (open === undefined) throw new Error(`no view ${id} is open`);
  return {
    key: id,
    blocks: fieldsIn(open.view.blocks),
    user: open.user,
    team: textAt(open.view, 'team_id') ?? '',
    body: (state) => ({ container: { type: 'view', view_id: id }, view: { ...open.view, state } }),
    origin: null,
  };
}

function stageOfMessage(world: World, ts: string, channel?: string): Stage {
  const post = world.posts.find((one) => one.ts === ts && (channel === undefined || one.channel === channel));
  const ephemeral = world.ephemerals.find((one) => one.ts === ts);
  const shown = post ?? ephemeral;
  if (shown === undefined) throw new Error(`there is no message ${ts}`);
  const place = world.channels.get(shown.channel);
  const { threadTs } = shown;
  const container = {
    type: 'message',
    message_ts: ts,
    channel_id: shown.channel,
    is_ephemeral: post === undefined,
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
  };
  return {
    key: ts,
    blocks: shown.blocks,
    user: ephemeral?.user,
    team: place?.team ?? '',
    body: (state) => ({
      container,
      channel: { id: shown.channel, name: place?.kind === 'im' ? 'directmessage' : (place?.name ?? '') },
      // Of an ephemeral message Slack sends no more than where it was.
      ...(post === undefined ? {} : { message: messageFields(world, post) }),
      state,
    }),
    origin: { channel: shown.channel, ts, threadTs },
  };
}

const stageOf = (world: World, where: Where): Stage =>
  'view' in where ? stageOfView(world, where.view) : stageOfMessage(world, where.ts, where.channel);

const BUTTON_KEYS = ['type', 'action_id', 'text', 'value', 'style', 'url'] as const;

/** The action as the app is told of it. */
function actionOf({ block, element, option }: Found, ts: string): Fields {
  const kept = Object.fromEntries(
    BUTTON_KEYS.flatMap((key) => (element[key] === undefined ? [] : [[key, element[key]]])),
  );
  const { text: _, ...rest } = kept;
  return {
    ...(option === undefined ? kept : rest),
    ...(option === undefined ? {} : { selected_option: option }),
    ...(element.placeholder === undefined ? {} : { placeholder: element.placeholder }),
    block_id: block.block_id,
    action_ts: ts,
  };
}

export function createHands(tools: Tools): Pick<SlackStandIn, 'press' | 'choose' | 'shortcut'> {
  const { world, courier, triggers, links } = tools;

  const send = (body: Fields): Promise<Acknowledgement> => {
    const parcel: Parcel = { kind: 'interactive', body };
    tools.remember([parcel]);
    return courier.send(parcel);
  };

  const act = async (where: Where, from: From, label: string, find: typeof findButton): Promise<Acknowledgement> => {
    const stage = stageOf(world, where);
    const found = find(stage.blocks, label);
    if (found === undefined)
      throw new Error(`nothing is labelled "${label}" there; there are: ${labelsIn(stage.blocks).join(', ')}`);
    const team = from.team ?? stage.team;
    if (!isInstalled(world, team)) return UNHEARD;
    const channel = stage.origin === null ? undefined : world.channels.get(stage.origin.channel);
    const user = from.user ?? stage.user ?? channel?.members[0] ?? '';
    if (found.option !== undefined) {
      const kept = world.chosen.get(stage.key) ?? new Map<string, Fields>();
      kept.set(`${found.block.block_id} ${found.element.action_id}`, {
        type: found.element.type,
        selected_option: found.option,
      });
      world.chosen.set(stage.key, kept);
    }
    return send({
      type: 'block_actions',
      ...actorFields(world, user, team),
      ...stage.body(stateOf(stage.blocks, stage.key, world.chosen)),
      trigger_id: triggers.issue(user, team),
      ...(stage.origin === null ? {} : { response_url: links.issue({ ...stage.origin, user }) }),
      actions: [actionOf(found, world.nextTs())],
    });
  };

  return {
    press: (where, label, from = {}) => act(where, from, label, findButton),
    choose: (where, label, from = {}) => act(where, from, label, findOption),
    shortcut: async (callbackId, ts, from = {}) => {
      const post = world.posts.find(
        (one) => one.ts === ts && (from.channel === undefined || one.channel === from.channel),
      );
      if (post === undefined) throw new Error(`there is no message ${ts}`);
      const channel = world.channels.get(post.channel);
      const team = from.team ?? post.team;
      if (!isInstalled(world, team)) return UNHEARD;
      const user = from.user ?? channel?.members[0] ?? '';
      return send({
        type: 'message_action',
        ...actorFields(world, user, team),
        callback_id: callbackId,
        trigger_id: triggers.issue(user, team),
        response_url: links.issue({ channel: post.channel, user, ts, threadTs: post.threadTs }),
        action_ts: world.nextTs(),
        message_ts: ts,
        channel: { id: post.channel, name: channel?.name ?? '' },
        message: messageFields(world, post),
      });
    },
  };
}

import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ModalInteractionCallbackRequestDataSchema,
} from 'discord-api-spec/zod';
import { type Call, idIn, NOTHING, ok, type Reply, type Route } from './call.ts';
import { checkMessage } from './check-message.ts';
import { checkShape } from './check-shape.ts';
import { DiscordError, refusal, refuseIssues } from './discord-error.ts';
import { type Interaction, type Interactions, USER_INSTALLED_FOLLOW_UPS } from './interactions.ts';
import { isRecord, type Json, numberOf } from './json.ts';
import { deleteMessage } from './message-routes.ts';
import { messageJson } from './payloads.ts';
import { editMessage, postMessage } from './post-message.ts';
import { setArchived, tellOfThread } from './thread-routes.ts';
import { FLAGS, type Message, type World } from './world.ts';

/** Types of the first response to an interaction. */
const ANSWER = { message: 4, deferredMessage: 5, deferredUpdate: 6, update: 7, choices: 8, modal: 9 } as const;
const KINDS = { component: 3, autocomplete: 4 } as const;
/** Interactions ping people only, whatever is written. */
const USER_PINGS = ['users'];

export function webhookRoutes(world: World, interactions: Interactions): readonly Route[] {
  function answer(call: Call): Reply {
    const interaction = interactions.toAnswer(idIn(call, 'interaction'), call.params.token ?? '');
    if (!isRecord(call.body)) throw new DiscordError(400, { message: 'Invalid Form Body', code: 50035 });
    const type = numberOf(call.body.type, -1);
    refuseType(interaction, type);
    const data = call.body.data ?? null;
    const message = act(interaction, type, data);
    interactions.answered(interaction, type, isRecord(data) ? data : null);
    if (call.query.get('with_response') !== 'true') return NOTHING;
    return ok(callbackJson(interaction, type, message, message === null ? null : messageJson(world, message)));
  }

  /** Does what the first response asks for; the message that comes of it, if any. */
  function act(interaction: Interaction, type: number, data: unknown): Message | null {
    const source = world.messages.get(interaction.source ?? '') ?? null;
    switch (type) {
      case ANSWER.message:
        interaction.original = speak(interaction, checkMessage('answer', data ?? {})).id;
        break;
      case ANSWER.deferredMessage:
        interaction.original = speak(interaction, checkMessage('defer', data ?? {}), FLAGS.loading).id;
        break;
      case ANSWER.update:
        if (source !== null) editMessage(world, source, checkMessage('update', data ?? {}, source));
        interaction.original = interaction.source;
        break;
      case ANSWER.deferredUpdate:
        interaction.original = interaction.source;
        break;
      case ANSWER.choices:
        refuseIssues(checkShape(ApplicationCommandAutocompleteCallbackRequestSchema, { type, data }));
        break;
      default:
        refuseIssues(checkShape(ModalInteractionCallbackRequestDataSchema, data, ['data']));
    }
    return world.messages.get(interaction.original ?? '') ?? null;
  }

  function speak(interaction: Interaction, body: Json, flags = 0): Message {
    const channel = world.channels.get(interaction.channel);
    if (channel?.thread?.isArchived === true) {
      setArchived(channel, false);
      tellOfThread(world, 'THREAD_UPDATE', channel);
    }
    const isHidden = (numberOf(body.flags) & FLAGS.ephemeral) !== 0;
    const isFollowUp = interaction.original !== null;
    const repliesTo = isFollowUp ? interaction.original : interaction.source;
    return postMessage(
      world,
      body,
      {
        channel: interaction.channel,
        author: world.bot,
        type: repliesTo !== null ? 19 : interaction.metadata.target_message_id === undefined ? 20 : 23,
        reference: repliesTo === null ? null : { type: 0, message_id: repliesTo, channel_id: interaction.channel },
        onlyFor: isHidden ? interaction.user : null,
        interaction: interaction.id,
        metadata: isFollowUp
          ? { ...interaction.metadata, original_response_message_id: interaction.original }
          : interaction.metadata,
        flags,
      },
      USER_PINGS,
    );
  }

  function followUp(call: Call): Reply {
    const interaction = holderOf(call);
    const loading = world.messages.get(interaction.original ?? '');
    // For old apps: the first follow-up after a deferral fills the loading message, and keeps it ephemeral or not.
    if (loading !== undefined && (loading.flags & FLAGS.loading) !== 0) {
      const { flags, ...body } = checkMessage('follow-up', call.body);
      editMessage(world, loading, { ...body, flags: numberOf(flags) & ~FLAGS.ephemeral });
      return ok(messageJson(world, loading));
    }
    if (interaction.isUserInstalled && interaction.followUps >= USER_INSTALLED_FOLLOW_UPS) throw refusal(40094);
    const message = speak(interaction, checkMessage('follow-up', call.body));
    interaction.followUps += 1;
    return ok(messageJson(world, message));
  }

  function holderOf(call: Call): Interaction {
    return interactions.byToken(idIn(call, 'application'), call.params.token ?? '');
  }

  /** `@original`, or one of the follow-ups of the same interaction. */
  function targetOf(call: Call): Message {
    const interaction = holderOf(call);
    const isOriginal = call.params.message === undefined;
    const message = world.messages.get((isOriginal ? interaction.original : idIn(call, 'message')) ?? '');
    const isTheirs = isOriginal || message?.interaction === interaction.id;
    if (message === undefined || !isTheirs) throw refusal(10008);
    return message;
  }

  function edit(call: Call): Reply {
    const message = targetOf(call);
    if (world.channels.get(message.channel)?.thread?.isArchived === true) throw refusal(50083);
    editMessage(world, message, checkMessage('edit-by-token', call.body, message));
    return ok(messageJson(world, message));
  }

  function remove(call: Call): Reply {
    deleteMessage(world, targetOf(call));
    return NOTHING;
  }

  const read = (call: Call) => ok(messageJson(world, targetOf(call)));
  const path = '/webhooks/:application/:token';
  const routes: readonly Route[] = [
    { method: 'POST', path: '/interactions/:interaction/:token/callback', handle: answer },
    { method: 'POST', path, handle: followUp },
    ...['@original', ':message'].flatMap((which) => [
      { method: 'GET', path: `${path}/messages/${which}`, handle: read },
      { method: 'PATCH', path: `${path}/messages/${which}`, handle: edit },
      { method: 'DELETE', path: `${path}/messages/${which}`, handle: remove },
    ]),
  ];
  return routes.map((route) => ({ ...route, isByToken: true }));
}

/** @throws DiscordError 50035 when this kind of interaction cannot be answered so */
function refuseType({ kind }: Interaction, type: number): void {
  const known: readonly number[] = Object.values(ANSWER);
  const onlyComponents: readonly number[] = [ANSWER.deferredUpdate, ANSWER.update];
  const isFitting =
    known.includes(type) &&
    (kind === KINDS.autocomplete) === (type === ANSWER.choices) &&
    (kind === KINDS.component || !onlyComponents.includes(type));
  if (isFitting) return;
  refuseIssues([
    {
      path: ['type'],
      code: 'BASE_TYPE_CHOICES',
      message: `An interaction of type ${kind} cannot be answered with type ${type}.`,
    },
  ]);
}

function callbackJson(interaction: Interaction, type: number, message: Message | null, shown: Json | null): Json {
  const isMessage = type === ANSWER.message || type === ANSWER.deferredMessage;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.kind,
      channel_id: interaction.channel,
      ...(interaction.guild === null ? {} : { guild_id: interaction.guild }),
      ...(message === null
        ? {}
        : {
            response_message_id: message.id,
            response_message_loading: (message.flags & FLAGS.loading) !== 0,
            response_message_ephemeral: message.onlyFor !== null,
          }),
    },
    ...(message === null ? {} : { resource: { type: isMessage ? ANSWER.message : ANSWER.update, message: shown } }),
  };
}

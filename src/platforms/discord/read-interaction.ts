import { ApplicationCommandOptionType, ApplicationCommandType, ChannelType, InteractionType } from 'discord.js';
import type { Arrival, Place, Typing } from '#core/chat.ts';
import { readPress } from '#core/press.ts';
import { BRIEF_THIS, HELP, HELP_ABOUT } from './command-menu.ts';
import { SUFFIX } from './draw-tools.ts';
import { type Fields, fieldsOf, listOf, numberOf, textOf } from './field-of.ts';
import { PLATFORM, PRIVATE_WORKSPACE } from './limits.ts';
import { linkedAddress } from './linked-address.ts';
import { readPerson } from './read-person.ts';
import { type ReplyHandle, writeReplyHandle } from './reply-handle.ts';

/** An interaction, as what is done with it. */
export type HeardInteraction = { readonly handle: ReplyHandle } & (
  | { readonly kind: 'arrival'; readonly arrival: Arrival }
  /** Somebody still types; null: nobody can tell what. */
  | { readonly kind: 'typing'; readonly typing: Typing | null }
  /** A menu or a button that byline does not have, or has no more. */
  | { readonly kind: 'unknown' }
);

type Values = Readonly<Record<string, string | number | boolean>>;
type From = Pick<Arrival, 'id' | 'place' | 'person'>;

const THREADS: readonly unknown[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];
const GROUPS: readonly unknown[] = [
  ApplicationCommandOptionType.Subcommand,
  ApplicationCommandOptionType.SubcommandGroup,
];

/** The data of an INTERACTION_CREATE; null where it cannot be answered at all. */
export function readInteraction(data: unknown): HeardInteraction | null {
  const event = fieldsOf(data);
  const handle = readHandle(event);
  if (handle === null) return null;
  const place = readPlace(event);
  if (event.type === InteractionType.ApplicationCommandAutocomplete) {
    return { kind: 'typing', typing: place === null ? null : readTyping(fieldsOf(event.data), place), handle };
  }
  const person = readPerson(event, textOf(event.guild_id) !== null);
  if (place === null || person === null) return { kind: 'unknown', handle };
  const from = { id: handle.interaction, place, person };
  const arrival = readArrival(event, from, writeReplyHandle(handle));
  return arrival === null ? { kind: 'unknown', handle } : { kind: 'arrival', handle, arrival };
}

function readHandle({ application_id, id, token }: Fields): ReplyHandle | null {
  const [application, interaction, secret] = [application_id, id, token].map(textOf);
  return application && interaction && secret ? { application, interaction, token: secret } : null;
}

function readPlace(event: Fields): Place | null {
  const channel = fieldsOf(event.channel);
  const id = textOf(event.channel_id) ?? textOf(channel.id);
  if (id === null) return null;
  const workspace = textOf(event.guild_id) ?? `${PRIVATE_WORKSPACE}${id}`;
  const parent = THREADS.includes(channel.type) ? textOf(channel.parent_id) : null;
  return parent === null
    ? { platform: PLATFORM, workspace, channel: id, thread: null }
    : { platform: PLATFORM, workspace, channel: parent, thread: id };
}

function readArrival(event: Fields, from: From, replyTo: string): Arrival | null {
  const data = fieldsOf(event.data);
  if (event.type === InteractionType.MessageComponent) return readPressed(data, from);
  if (event.type !== InteractionType.ApplicationCommand) return null;
  return data.type === ApplicationCommandType.Message
    ? readMenu(data, from, replyTo)
    : readCommand(data, from, replyTo);
}

/** A button's own id, or the value that was chosen. */
function readPressed(data: Fields, from: From): Arrival | null {
  const [value] = Array.isArray(data.values) ? data.values : [];
  const [word = ''] = (textOf(value) ?? textOf(data.custom_id) ?? '').split(SUFFIX);
  const press = readPress(word);
  return press === null ? null : { kind: 'press', press, ...from };
}

function readTyping(data: Fields, place: Place): Typing | null {
  const { command, verb, options } = readOrder(data);
  const focused = options.find((option) => option.focused === true);
  const param = textOf(focused?.name);
  if (command === null || param === null) return null;
  return { place, command, verb, param, typed: String(focused?.value ?? '') };
}

/** Discord writes a verb as an option that has options. */
function readOrder(data: Fields) {
  const options = listOf(data.options);
  const [first] = options;
  const verb = first !== undefined && GROUPS.includes(first.type) ? first : null;
  return {
    command: textOf(data.name),
    verb: textOf(verb?.name),
    options: verb === null ? options : listOf(verb.options),
  };
}

function readCommand(data: Fields, from: From, replyTo: string): Arrival | null {
  const { command, verb, options } = readOrder(data);
  if (command === null) return null;
  const values = valuesOf(options);
  const asked = { kind: 'command', command, verb, replyTo, ...from } as const;
  return command === HELP ? { ...asked, input: String(values[HELP_ABOUT] ?? '') } : { ...asked, input: values };
}

/** What the message links; where it links nothing, the command says what it needs. */
function readMenu(data: Fields, from: From, replyTo: string): Arrival | null {
  if (data.name !== BRIEF_THIS) return null;
  const target = textOf(data.target_id) ?? '';
  const article = linkedAddress(fieldsOf(fieldsOf(fieldsOf(data.resolved).messages)[target]));
  // Nothing at all would mean the latest of the feeds.
  const input: Values = { article: article ?? '' };
  return { kind: 'command', command: 'brief', verb: null, input, replyTo, ...from };
}

function valuesOf(options: readonly Fields[]): Values {
  return Object.fromEntries(
    options.flatMap(({ name, value }) => {
      const known = textOf(value) ?? numberOf(value) ?? (typeof value === 'boolean' ? value : null);
      return typeof name === 'string' && known !== null ? [[name, known]] : [];
    }),
  );
}

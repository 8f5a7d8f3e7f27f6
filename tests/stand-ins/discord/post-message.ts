import { dressComponents } from './dress-components.ts';
import { dressEmbeds } from './dress-embeds.ts';
import { type Json, listOf, numberOf, recordOf, recordsOf, textOf, textsOf } from './json.ts';
import { bareMemberJson, messageJson } from './payloads.ts';
import { isAllowed, PERMISSIONS } from './permissions.ts';
import { FLAGS, INTENTS, isVisible, type Message, plainMessage, type World } from './world.ts';

/** Whom a message of the bot would ping: user ids, role ids as `&id`, `everyone`, `here`. */
type Pings = { readonly mentions: readonly string[]; readonly pinged: readonly string[]; readonly everyone: boolean };

type Facts = Pick<Message, 'channel' | 'author'> & Partial<Message>;

/** Makes a message of a body that was checked, and tells the gateway of it. */
export function postMessage(world: World, body: Json, facts: Facts, allowsByDefault: readonly string[]): Message {
  const pings = pingsOf(world, body, facts, allowsByDefault);
  const isHidden = facts.onlyFor !== undefined && facts.onlyFor !== null;
  const message = plainMessage(world, {
    ...facts,
    ...contentOf(world, body),
    flags: numberOf(facts.flags) | numberOf(body.flags),
    mentions: pings.mentions,
    mentionsEveryone: pings.everyone,
    pinged: isHidden ? [] : pings.pinged,
  });
  world.messages.set(message.id, message);
  announce(world, 'MESSAGE_CREATE', message);
  return message;
}

/** Changes the parts of a message that the body names. Only what fills a loading message pings. */
export function editMessage(world: World, message: Message, body: Json): void {
  const isFilling = (message.flags & FLAGS.loading) !== 0;
  const content = contentOf(world, body);
  if ('content' in body) message.content = content.content;
  if ('embeds' in body) message.embeds = content.embeds;
  if ('components' in body) message.components = content.components;
  if (typeof body.flags === 'number') {
    // Of the flags an edit moves these two only.
    const isSuppressed = (body.flags & FLAGS.suppressEmbeds) !== 0;
    message.flags = isSuppressed ? message.flags | FLAGS.suppressEmbeds : message.flags & ~FLAGS.suppressEmbeds;
    message.flags |= body.flags & FLAGS.componentsV2;
  }
  const pings = pingsOf(world, { ...body, content: message.content, components: message.components }, message, [
    'users',
  ]);
  message.mentions = pings.mentions;
  message.mentionsEveryone = pings.everyone;
  message.flags &= ~FLAGS.loading;
  if (isFilling && message.onlyFor === null) message.pinged = pings.pinged;
  message.edits += 1;
  message.editedAt = Date.now();
  announce(world, 'MESSAGE_UPDATE', message);
}

/** Tells the gateway of a message, unless only one person sees it or the bot may not look into the channel. */
export function announce(world: World, type: string, message: Message): void {
  const channel = world.channels.get(message.channel);
  if (channel === undefined || message.onlyFor !== null || !isVisible(world, channel)) return;
  const place = channel.guild === null ? {} : { guild_id: channel.guild };
  const isWritten = channel.guild !== null && message.metadata === null;
  world.emit({
    type,
    guild: channel.guild,
    intents: channel.guild === null ? INTENTS.directMessages : INTENTS.guildMessages,
    data: (readsContent) =>
      type === 'MESSAGE_DELETE'
        ? { id: message.id, channel_id: channel.id, ...place }
        : {
            ...messageJson(world, message, readsContent),
            ...place,
            ...(isWritten ? { member: bareMemberJson() } : {}),
            channel_type: channel.type,
          },
  });
}

function contentOf(world: World, body: Json): Pick<Message, 'content' | 'embeds' | 'components'> {
  return {
    // Discord cuts white space off both ends.
    content: textOf(body.content).trim(),
    embeds: dressEmbeds(recordsOf(body.embeds)),
    components: dressComponents(recordsOf(body.components), world.nextId),
  };
}

function pingsOf(
  world: World,
  body: Json,
  facts: Partial<Message> & { readonly channel: string },
  byDefault: readonly string[],
): Pings {
  const words = [textOf(body.content), ...textsIn(body.components)].join('\n');
  const found = {
    users: ids(words, /<@!?(\d+)>/g),
    roles: ids(words, /<@&(\d+)>/g),
    everyone: /@everyone/.test(words),
    here: /@here/.test(words),
  };
  const rules = body.allowed_mentions == null ? null : recordOf(body.allowed_mentions);
  const parse = rules === null ? byDefault : textsOf(rules.parse);
  const allows = (kind: 'users' | 'roles', id: string) => parse.includes(kind) || textsOf(rules?.[kind]).includes(id);
  const channel = world.channels.get(facts.channel);
  const isLoud =
    parse.includes('everyone') &&
    channel !== undefined &&
    isAllowed(channel.permissions(), PERMISSIONS.mentionEveryone);
  const repliedTo = world.messages.get(String(facts.reference?.message_id ?? ''))?.author;
  const pingsReplied = rules === null ? byDefault.includes('replied') : rules.replied_user === true;
  const users = new Set([
    ...found.users.filter((id) => allows('users', id)),
    ...(repliedTo !== undefined && pingsReplied ? [repliedTo] : []),
  ]);
  return {
    // A mention that may not ping is not a mention for Discord.
    mentions: [...users],
    everyone: isLoud && (found.everyone || found.here),
    pinged: [
      ...users,
      ...found.roles.filter((id) => allows('roles', id)).map((id) => `&${id}`),
      ...(isLoud && found.everyone ? ['everyone'] : []),
      ...(isLoud && found.here ? ['here'] : []),
    ],
  };
}

/** The words of all text displays, however deep. */
function textsIn(components: unknown): readonly string[] {
  return listOf(components).flatMap((item) => {
    const component = recordOf(item);
    const own = component.type === 10 ? [textOf(component.content)] : [];
    return [...own, ...textsIn(component.components)];
  });
}

function ids(words: string, pattern: RegExp): readonly string[] {
  return [...new Set([...words.matchAll(pattern)].map(([, id]) => id ?? ''))];
}

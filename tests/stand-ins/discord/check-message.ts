import {
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
} from 'discord-api-spec/zod';
import { checkComponents } from './check-components.ts';
import { checkComponentsV2 } from './check-components-v2.ts';
import { checkEmbeds } from './check-embeds.ts';
import { checkShape } from './check-shape.ts';
import { type Issue, refusal, refuseIssues } from './discord-error.ts';
import { isRecord, type Json, lengthOf, listOf, numberOf, recordOf, textOf, textsOf } from './json.ts';
import { FLAGS, type Message } from './world.ts';

/** Where a message body comes from; each has a schema of its own. */
const SCHEMAS = {
  create: MessageCreateRequestSchema,
  edit: MessageEditRequestPartialSchema,
  defer: IncomingWebhookInteractionRequestSchema,
  answer: IncomingWebhookInteractionRequestSchema,
  update: IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  'edit-by-token': IncomingWebhookUpdateRequestPartialSchema,
  'follow-up': IncomingWebhookRequestPartialSchema,
} as const;

export type BodyKind = keyof typeof SCHEMAS;

/** The body of these is the `data` of a callback. */
const IN_DATA: readonly BodyKind[] = ['defer', 'answer', 'update'];
/** The specification says 4000, which is for people who pay. */
const MOST_CONTENT = 2000;
/** SUPPRESS_EMBEDS, IS_VOICE_MESSAGE, SUPPRESS_NOTIFICATIONS and Components V2 may be set on a new message. */
const CREATABLE_FLAGS = FLAGS.suppressEmbeds | (1 << 13) | (1 << 12) | FLAGS.componentsV2;

/** A deferral knows one flag only: Components V2 come with what fills it. */
const ALLOWED_FLAGS: Readonly<Partial<Record<BodyKind, number>>> = { create: CREATABLE_FLAGS, defer: FLAGS.ephemeral };

/**
 * The body, if Discord would take it. `current` is the message that it changes.
 * @throws DiscordError as Discord would refuse it
 */
export function checkMessage(kind: BodyKind, body: unknown, current: Message | null = null): Json {
  const refuse = (issues: readonly Issue[]) =>
    refuseIssues(
      IN_DATA.includes(kind) ? issues.map((issue) => ({ ...issue, path: ['data', ...issue.path] })) : issues,
    );
  const plain = withoutFillers(body);
  refuse(checkShape(SCHEMAS[kind], plain));
  const form = recordOf(plain);
  refuse([
    ...checkContent(form),
    ...checkMentions(recordOf(form.allowed_mentions)),
    ...checkEmbeds(form.embeds),
    ...checkFlags(kind, form, current),
  ]);
  if (kind === 'defer') return form;
  // What an edit does not name stays; what it sets to null goes.
  const merged: Json = { ...standing(current), ...form };
  const isV2 = ((numberOf(form.flags) | (current?.flags ?? 0)) & FLAGS.componentsV2) !== 0;
  refuse(isV2 ? checkComponentsV2(merged) : checkComponents(form.components));
  if (isEmpty(merged)) throw refusal(50006);
  return form;
}

function standing(current: Message | null): Json {
  if (current === null) return {};
  return { content: current.content, embeds: current.embeds, components: current.components };
}

function isEmpty(message: Json): boolean {
  const parts = ['embeds', 'components', 'sticker_ids', 'attachments'];
  return (
    textOf(message.content).trim() === '' &&
    parts.every((key) => listOf(message[key]).length === 0) &&
    !isRecord(message.poll) &&
    recordOf(message.message_reference).type !== 1
  );
}

function checkContent(form: Json): readonly Issue[] {
  if (lengthOf(form.content) <= MOST_CONTENT) return [];
  const message = `Must be ${MOST_CONTENT} or fewer in length.`;
  return [{ path: ['content'], code: 'BASE_TYPE_MAX_LENGTH', message }];
}

function checkMentions(rules: Json): readonly Issue[] {
  const path = ['allowed_mentions'];
  const parse = textsOf(rules.parse);
  const both = (['users', 'roles'] as const).filter((kind) => parse.includes(kind) && listOf(rules[kind]).length > 0);
  const twice = ['parse', 'users', 'roles'].filter(
    (key) => new Set(textsOf(rules[key])).size < listOf(rules[key]).length,
  );
  return [
    ...both.map((kind) => ({
      path: [...path, 'parse'],
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    })),
    ...twice.map((key) => ({
      path: [...path, key],
      code: 'SET_TYPE_ALREADY_CONTAINS_VALUE',
      message: 'The set already contains this value',
    })),
  ];
}

function checkFlags(kind: BodyKind, form: Json, current: Message | null): readonly Issue[] {
  if (typeof form.flags !== 'number') return [];
  const path = ['flags'];
  if (current !== null) {
    // discord.js sends the flags that it remembers with every edit; Discord looks at two of them only.
    const losesV2 = (current.flags & FLAGS.componentsV2) !== 0 && (form.flags & FLAGS.componentsV2) === 0;
    const message = 'The flag IS_COMPONENTS_V2 cannot be removed from a message';
    return losesV2 ? [{ path, code: 'MESSAGE_FLAGS_CANNOT_REMOVE_COMPONENTS_V2', message }] : [];
  }
  const allowed = ALLOWED_FLAGS[kind] ?? CREATABLE_FLAGS | FLAGS.ephemeral;
  const message = `The flags ${form.flags & ~allowed} cannot be set here`;
  return (form.flags & ~allowed) === 0 ? [] : [{ path, code: 'MESSAGE_FLAGS_INVALID', message }];
}

/** discord.js sends these two with every message body, also where they mean nothing; as `false` they do no harm. */
function withoutFillers(body: unknown): unknown {
  if (!isRecord(body)) return body;
  const { tts, enforce_nonce: enforces, ...rest } = body;
  return { ...rest, ...(tts === false ? {} : { tts }), ...(enforces === false ? {} : { enforce_nonce: enforces }) };
}

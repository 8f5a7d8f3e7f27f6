import {
  ApplicationCommandResponseSchema,
  ErrorResponseSchema,
  GatewayBotResponseSchema,
  GuildChannelResponseSchema,
  GuildMemberResponseSchema,
  GuildResponseSchema,
  InteractionCallbackResponseSchema,
  MessageResponseSchema,
  PrivateApplicationResponseSchema,
  PrivateChannelResponseSchema,
  RatelimitedResponseSchema,
  ThreadResponseSchema,
  UserPIIResponseSchema,
} from 'discord-api-spec/zod';
import { checkShape, type SpecSchema } from './check-shape.ts';
import { isRecord, type Json, recordOf } from './json.ts';
import type { DiscordStandIn } from './stand-in.ts';

export type Called = {
  readonly status: number;
  readonly body: Json;
  readonly list: readonly unknown[];
  readonly headers: Headers;
};

/** Which of Discord's own schemas an answer has to fit. */
const ANSWERS: readonly (readonly [RegExp, SpecSchema])[] = [
  [/^GET \/gateway\/bot$/, GatewayBotResponseSchema],
  [/^GET \/users\/@me$/, UserPIIResponseSchema],
  [/^GET (?:\/oauth2)?\/applications\/@me$/, PrivateApplicationResponseSchema],
  [/\/commands$/, ApplicationCommandResponseSchema],
  [/\/callback$/, InteractionCallbackResponseSchema],
  [/\/threads$/, ThreadResponseSchema],
  [/^POST \/webhooks\/|\/messages(?:\/[^/]+)?$/, MessageResponseSchema],
  [/\/members\/\d+$/, GuildMemberResponseSchema],
  [/^POST \/users\/@me\/channels$/, PrivateChannelResponseSchema],
  [/^GET \/guilds\/\d+$/, GuildResponseSchema],
];

/** Calls the stand-in as the bot does, and holds every answer against Discord's specification. */
export async function callDiscord(
  stand: DiscordStandIn,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Called> {
  const response = await fetch(`${stand.apiUrl}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${stand.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? null : JSON.parse(text);
  const name = `${method} ${path.split('?')[0]}`;
  const issues = strayFrom(name, response.status, answer);
  if (issues.length > 0)
    throw new Error(`${name} ${response.status} strays from the specification: ${JSON.stringify(issues)}`);
  return {
    status: response.status,
    body: recordOf(answer),
    list: Array.isArray(answer) ? answer : [],
    headers: response.headers,
  };
}

/** Where an answer differs from the specification. */
export function strayFrom(name: string, status: number, answer: unknown): readonly unknown[] {
  if (status >= 500 || answer === null) return [];
  if (status === 429) return checkLoosely(RatelimitedResponseSchema, answer);
  // The specification has numbers for the codes inside `errors`; Discord sends words, and documents them so.
  if (status >= 400) return checkLoosely(ErrorResponseSchema, { ...recordOf(answer), errors: undefined });
  const schema = ANSWERS.find(([pattern]) => pattern.test(name))?.[1] ?? channelSchema(name, answer);
  if (schema === undefined) return [];
  return (Array.isArray(answer) ? answer : [answer]).flatMap((one) => checkShape(schema, one));
}

function channelSchema(name: string, answer: unknown): SpecSchema | undefined {
  if (!/channels(?:\/\d+)?$/.test(name)) return undefined;
  const { type, thread_metadata: metadata } = recordOf(Array.isArray(answer) ? answer[0] : answer);
  if (isRecord(metadata)) return ThreadResponseSchema;
  return type === 1 ? PrivateChannelResponseSchema : GuildChannelResponseSchema;
}

/** Errors are intersections of schemas, of which each would refuse the other's keys. */
function checkLoosely(schema: SpecSchema, value: unknown): readonly unknown[] {
  const checked = schema.safeParse(value);
  return checked.success ? [] : (checked.error?.issues ?? []);
}

/** The codes of all complaints with their paths: `embeds.0.title BASE_TYPE_MAX_LENGTH`. */
export function complaintsIn(body: Json): readonly string[] {
  const walk = (node: unknown, path: readonly string[]): readonly string[] =>
    Object.entries(recordOf(node)).flatMap(([key, value]) =>
      key === '_errors' && Array.isArray(value)
        ? value.map((one) => `${path.join('.')} ${String(recordOf(one).code)}`.trim())
        : walk(value, [...path, key]),
    );
  return walk(body.errors, []);
}

import { refuseIssues } from './discord-error.ts';
import type { Json } from './json.ts';
import { isSnowflake } from './snowflake.ts';

/** One request, after its path was matched and its body read. */
export type Call = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
};

export type Reply = { readonly status: number; readonly body: Json | readonly Json[] | null };

export type Route = {
  readonly method: string;
  /** `/channels/:channel/messages`; every parameter but `token` is a snowflake. */
  readonly path: string;
  readonly handle: (call: Call) => Reply | Promise<Reply>;
  /** Interaction callbacks and webhooks need no bot token and do not count against the global limit. */
  readonly isByToken?: boolean;
};

export const NOTHING: Reply = { status: 204, body: null };

export function ok(body: Json | readonly Json[], status = 200): Reply {
  return { status, body };
}

/** The parameter of the path. @throws DiscordError 50035 when it is no snowflake */
export function idIn({ params }: Call, name: string): string {
  const value = params[name] ?? '';
  if (!isSnowflake(value))
    refuseIssues([{ path: [`${name}_id`], code: 'NUMBER_TYPE_COERCE', message: `Value "${value}" is not snowflake.` }]);
  return value;
}

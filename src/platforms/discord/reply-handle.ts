import { fieldsOf, textOf } from './field-of.ts';

/** What an interaction is answered with: `replyTo` of its arrival, as JSON. A secret while the token lives. */
export type ReplyHandle = { readonly application: string; readonly interaction: string; readonly token: string };

export function writeReplyHandle({ application, interaction, token }: ReplyHandle): string {
  return JSON.stringify({ application, interaction, token });
}

/** The handle that was written, or null: it comes back from a database. */
export function readReplyHandle(written: string): ReplyHandle | null {
  try {
    const fields = fieldsOf(JSON.parse(written));
    const [application, interaction, token] = [fields.application, fields.interaction, fields.token].map(textOf);
    const isWhole = application && interaction && token && /^\d+$/.test(interaction);
    return isWhole ? { application, interaction, token } : null;
  } catch {
    return null;
  }
}

import type { Arrival, Person, Place } from './chat.ts';

/**
 * A line typed in a chat where "/" begins a command: in a thread anything else is said in it; elsewhere it asks for help, for
 * nobody else is there to read it.
 */
export function arrivalOf(
  line: string,
  from: { readonly id: string; readonly place: Place; readonly person: Person },
): Arrival {
  const [, name, input = ''] = /^\/([\p{L}-]+)(?:\s+([\s\S]*))?$/u.exec(line) ?? [];
  const command = { kind: 'command', verb: null, replyTo: null, ...from } as const;
  if (name !== undefined) return { ...command, command: name.toLowerCase(), input };
  if (from.place.thread === null) return { ...command, command: 'help', input: '' };
  return { kind: 'message', text: line, mentionsBot: false, mentionsOthers: false, ...from };
}

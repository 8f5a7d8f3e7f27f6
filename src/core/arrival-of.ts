import type { Arrival, Person, Place } from './chat.ts';
import { findAddress } from './find-address.ts';

/**
 * A line typed in a chat where "/" begins a command: in a thread anything else is said in it; elsewhere an address alone asks for
 * its briefing, and any other words for help, for nobody else is there to read them.
 */
export function arrivalOf(
  line: string,
  from: { readonly id: string; readonly place: Place; readonly person: Person },
): Arrival {
  const [, name, input = ''] = /^\s*\/([\p{L}-]+)(?:\s+([\s\S]*))?$/u.exec(line) ?? [];
  const command = { kind: 'command', verb: null, replyTo: null, ...from } as const;
  if (name !== undefined) return { ...command, command: name.toLowerCase(), input };
  if (from.place.thread === null)
    return findAddress(line.trim()) === null
      ? { ...command, command: 'help', input: '' }
      : { ...command, command: 'brief', input: line };
  return { kind: 'message', text: line, mentionsBot: false, mentionsOthers: false, ...from };
}

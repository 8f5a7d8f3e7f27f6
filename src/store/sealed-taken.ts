import type { Taken } from '#core/memory.ts';
import type { KeyRing } from './key-ring.ts';
import { seal, unseal } from './seal.ts';

/** A command as it lies in an inbox: everything in the open but the platform's handle for answering. */
export type SealedTaken = { readonly taken: Omit<Taken, 'replyTo'>; readonly reply_to: string | null };

export function sealTaken({ replyTo, ...taken }: Taken, ring: KeyRing): SealedTaken {
  return { taken, reply_to: replyTo === null ? null : seal(replyTo, rowOf(taken.id), ring) };
}

/**
 * A command that we put in ourselves, read back. A seal that does not open leaves the answer to other ways of the platform's.
 * @throws Error where it is something else.
 */
export function openTaken(value: unknown, sealed: string | null, ring: KeyRing): Taken {
  if (!isTaken(value)) throw new Error('this is no command of byline’s');
  if (sealed === null) return { ...value, replyTo: null };
  try {
    return { ...value, replyTo: unseal(sealed, rowOf(value.id), ring).plain };
  } catch {
    return { ...value, replyTo: null };
  }
}

function rowOf(id: string): string {
  return `inbox ${id}`;
}

function isTaken(value: unknown): value is Omit<Taken, 'replyTo'> {
  if (typeof value !== 'object' || value === null) return false;
  const has = (name: string, type: string) => name in value && typeof Reflect.get(value, name) === type;
  return (
    has('id', 'string') && has('command', 'string') && ['place', 'person', 'args'].every((name) => has(name, 'object'))
  );
}

import { lookup as askSystem, type LookupAddress, type LookupAllOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { type Allow, guardAddress } from './guard-address.ts';

/** Asks the resolver for all addresses of a name, as `dns.lookup` does with `all`. */
export type Lookup = (
  name: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** RFC 6761, section 6.3: these names mean this machine, and no resolver is asked. */
const LOCALHOST = /(?:^|\.)localhost\.?$/i;
const LOOPBACK: readonly LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

/**
 * A resolver for `net.connect` that gives an answer only when the guard lets every address in it pass: a name with one
 * public and one private answer is an attack, not an accident. The socket connects to these very answers, so a name that
 * answers differently the next time (DNS rebinding) gains nothing.
 */
export function guardLookup(allow: Allow, lookup: Lookup = askSystem): LookupFunction {
  return (name, options, done) => {
    const settle = (error: NodeJS.ErrnoException | null, found: readonly LookupAddress[]) => {
      const answer = error === null ? judged(found, allow) : error;
      if (answer instanceof Error) done(answer, '', 0);
      else if (options.all) done(null, [...answer]);
      else done(null, answer[0]?.address ?? '', answer[0]?.family ?? 0);
    };
    if (LOCALHOST.test(name)) settle(null, allowedLoopback(allow));
    else lookup(name, { ...options, all: true }, settle);
  };
}

function judged(found: readonly LookupAddress[], allow: Allow): readonly LookupAddress[] | NodeJS.ErrnoException {
  if (found.length === 0) return Object.assign(new Error('no address for this name'), { code: 'ENOTFOUND' });
  try {
    for (const { address } of found) guardAddress(address, allow);
    return found;
  } catch (error) {
    return error instanceof Error ? error : new Error('guard failed', { cause: error });
  }
}

/** Of the machine's two own addresses those that are allowed; where none is, both, for the guard to refuse. */
function allowedLoopback(allow: Allow): readonly LookupAddress[] {
  const allowed = LOOPBACK.filter(({ address }) => allow(address));
  return allowed.length > 0 ? allowed : LOOPBACK;
}

import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Problem } from '#core/problem.ts';
import ranges from './data/closed-ranges.json' with { type: 'json' };

/** Opens the guard for exactly the addresses that it says yes to. Asked with an IP address in its usual spelling. */
export type Allow = (address: string) => boolean;

/** Public-looking ranges that lead inside, beyond those that ipaddr.js knows to be special. Each has its reason beside it. */
const CLOSED_RANGES = ranges.map(({ range }) => ipaddr.parseCIDR(range));

/** The only part of IPv6 that IANA has given out for the public internet (RFC 4291, section 2.4; IANA IPv6 registry). */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/**
 * Judges one resolved IP address, never a name: what a name means is up to whoever answers for it. Every address that a
 * connection may go to passes here: literals, each answer of the resolver, and the far end of the open socket.
 * @throws Problem `BLOCKED_ADDRESS` where the address is not public and `allow` does not name it.
 */
export function guardAddress(address: string, allow: Allow = allowNone): void {
  if (isPublic(address) || allow(usualSpelling(address))) return;
  throw new Problem('BLOCKED_ADDRESS', `${address} is no public address`);
}

/** Whether an IP address belongs to the public internet. What is no IP address at all does not. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(withoutZone(address));
  if (parsed.range() !== 'unicast') return false;
  if (CLOSED_RANGES.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits))) return false;
  return parsed.kind() === 'ipv4' || parsed.match(...GLOBAL_UNICAST);
}

function allowNone(): boolean {
  return false;
}

function usualSpelling(address: string): string {
  return isIP(address) === 0 ? address : ipaddr.parse(withoutZone(address)).toString();
}

/** `fe80::1%eth0` names the interface as well; only the address decides. */
function withoutZone(address: string): string {
  const zone = address.indexOf('%');
  return zone === -1 ? address : address.slice(0, zone);
}

import { Problem } from '#core/problem.ts';
import type { Part } from './part.ts';
import type { Settled } from './settled.ts';

/**
 * The one zone that is named, or the usual one. A name with several meanings is settled by another zone beside it ("CST (Chicago)"),
 * never by a guess.
 * @throws Problem `BAD_SCHEDULE` where the usual zone is none.
 */
export function settleZone(parts: readonly Part[], usual: string): Settled<string> {
  const named = parts.filter((part) => part.kind === 'zone');
  const [first, ...others] = named;
  if (first === undefined) return { value: checkZone(usual), words: null, faults: [] };
  const shared = others.reduce((zones, one) => zones.filter((zone) => one.zones.includes(zone)), first.zones);
  const [zone, ...more] = shared;
  if (zone !== undefined && more.length === 0) return { value: zone, words: zone, faults: [] };
  const written = [...new Set(named.map(({ written }) => `“${written}”`))];
  if (zone === undefined) return fault(`${written.join(' and ')} are not the same time zone, and a schedule has one`);
  return fault(
    `${written.join(' and ')} can be ${shared.slice(0, -1).join(', ')} or ${shared.at(-1)}: name one of them`,
  );
}

function checkZone(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch (cause) {
    throw new Problem('BAD_SCHEDULE', `“${zone}” is no time zone`, { cause });
  }
}

function fault(words: string): Settled<string> {
  return { value: null, words: null, faults: [words] };
}

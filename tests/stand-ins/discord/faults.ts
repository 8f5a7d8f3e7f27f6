import type { DiscordFault } from './stand-in.ts';

const OFTEN: readonly DiscordFault[] = [
  { kind: 'status', status: 500 },
  { kind: 'rate-limited', retryAfter: 0.1 },
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'drop-before', isReset: true },
  { kind: 'drop-after', isReset: true },
];

export type Faults = {
  readonly fail: (request: RegExp, fault: DiscordFault) => void;
  readonly failOften: (request: RegExp, chance: number, seed?: number) => void;
  /** The fault that this request, `METHOD path`, meets. */
  readonly next: (request: string) => DiscordFault | null;
};

export function createFaults(): Faults {
  const queue: { readonly request: RegExp; readonly fault: DiscordFault }[] = [];
  let often: { readonly request: RegExp; readonly chance: number; readonly draw: () => number } | null = null;

  return {
    fail(request, fault) {
      queue.push({ request, fault });
    },
    failOften(request, chance, seed = 1) {
      often = { request, chance, draw: createDraws(seed) };
    },
    next(request) {
      const index = queue.findIndex((entry) => request.search(entry.request) !== -1);
      if (index !== -1) return queue.splice(index, 1)[0]?.fault ?? null;
      if (often === null || request.search(often.request) === -1 || often.draw() >= often.chance) return null;
      return OFTEN[Math.floor(often.draw() * OFTEN.length)] ?? null;
    },
  };
}

/** mulberry32: small, seeded, and good enough to mix faults; the same seed gives the same test. */
function createDraws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

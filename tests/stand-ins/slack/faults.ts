import type { SlackFault } from './stand-in.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const OFTEN: readonly SlackFault[] = [
  { kind: 'status', status: 500 },
  { kind: 'rate-limited', retryAfter: 1 },
  { kind: 'drop-before' },
  { kind: 'drop-after' },
];

export type Faults = ReturnType<typeof createFaults>;

/** What goes wrong next, as a test has ordered it. */
export function createFaults() {
  const queued = new Map<string, SlackFault[]>();
  const often = new Map<string, { readonly chance: number; readonly draw: () => number }>();
  return {
    fail(method: string, fault: SlackFault): void {
      queued.set(method, [...(queued.get(method) ?? []), fault]);
    },
    failOften(methods: readonly string[], chance: number, seed = 1): void {
      const draw = seededNumbers(seed);
      for (const method of methods) {
        if (chance <= 0) often.delete(method);
        else often.set(method, { chance, draw });
      }
    },
    next(method: string): SlackFault | undefined {
      const ordered = queued.get(method)?.shift();
      if (ordered !== undefined) return ordered;
      const chances = often.get(method);
      if (chances === undefined || chances.draw() >= chances.chance) return undefined;
      return OFTEN[Math.floor(chances.draw() * OFTEN.length)];
    },
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { eventually } from '../fakes/eventually.ts';

/**
 * Starts a byline of a test's own (`file`, a script) and waits until it says "up", or was killed: it works before it says so. `meet`
 * is told of it at once. @throws Error where it ends by itself before.
 */
export async function startByline(
  file: string,
  orders: unknown,
  hear: (words: string) => void = () => undefined,
  meet: (child: ChildProcess) => void = () => undefined,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [file, JSON.stringify(orders)]);
  meet(child);
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
    hear(chunk);
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  await eventually('a byline that is up', () => {
    if (child.exitCode !== null) throw new Error(`it ended by itself: ${out}`);
    return out.includes('up\n') || child.signalCode !== null;
  });
  return child;
}

export async function endByline(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await ended;
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Mulberry32: the same seed gives the same moments, as far as a clock allows. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

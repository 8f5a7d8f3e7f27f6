import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onDiscord, onSlack, type Stage, type Which } from './ack-stages.ts';
import { median } from './median.ts';

const ROOT = path.join(import.meta.dirname, '..');
/** Rounds of each app until its code is compiled. */
const WARM_UP = 5;
/** What was taken is worked off when no app has asked its platform anything for so long; where it never is, so long at most. */
const QUIET_MS = 4_000;
const MOST_MS = 15_000;

/** How long acknowledgements take, in ms. */
type Delays = { readonly p50: number; readonly p99: number; readonly worst: number; readonly missed: number };
/** `ratio` is of the two p99; `perRound` the median, over the rounds, of the ratios of the slowest acknowledgement of each. */
type Comparison = { readonly bare: Delays; readonly byline: Delays; readonly ratio: number; readonly perRound: number };
export type AckReport = {
  readonly atOnce: number;
  readonly rounds: number;
  readonly channels: number;
  readonly slack: Comparison;
  readonly discord: Comparison;
};
type Round = readonly (number | null)[];

/**
 * `atOnce` commands at the same moment, `rounds` times, to two apps that are up at the same time, each a process of its own in front
 * of a stand-in of its own: the barest app that acknowledges, and byline, which stores each command first. They take turns, each
 * as often the first, so that whatever else the machine does meets both; the one whose turn it is not is stopped meanwhile. Commands ask for an address that nobody answers,
 * so that what is measured is taking them; they come from so many `channels`. Arguments: [atOnce, rounds, channels].
 */
export async function measureAck([atOnce = 50, rounds = 8, channels = 50]: readonly number[]): Promise<AckReport> {
  const measure = async (open: (which: Which, channels: number) => Promise<Stage>) =>
    compare({ bare: await open('bare', channels), byline: await open('byline', channels) }, atOnce, rounds);
  return { atOnce, rounds, channels, slack: await measure(onSlack), discord: await measure(onDiscord) };
}

async function compare(stages: Readonly<Record<Which, Stage>>, atOnce: number, rounds: number): Promise<Comparison> {
  const both = [stages.bare, stages.byline];
  const apps: Record<Which, App> = { bare: start(stages.bare), byline: start(stages.byline) };
  const took: Record<Which, Round[]> = { bare: [], byline: [] };
  try {
    for (const { isReady } of both) await until(isReady);
    for (let round = -WARM_UP; round < rounds; round++) {
      const order: readonly Which[] = round % 2 === 0 ? ['bare', 'byline'] : ['byline', 'bare'];
      for (const which of order) {
        await calm(both);
        // What the other one works at is its own affair.
        const other = apps[which === 'bare' ? 'byline' : 'bare'].child;
        other.kill('SIGSTOP');
        const asked = Array.from({ length: atOnce }, (_, at) => stages[which].ask(round * atOnce + at));
        const answers = await Promise.all(asked);
        other.kill('SIGCONT');
        if (round >= 0) took[which].push(answers);
      }
    }
  } finally {
    await Promise.all([apps.bare.end(), apps.byline.end()]);
    await Promise.all(both.map(({ close }) => close()));
  }
  const [bare, byline] = [delaysOf(took.bare.flat()), delaysOf(took.byline.flat())];
  const ratios = took.byline.map((round, at) => delaysOf(round).worst / delaysOf(took.bare[at] ?? []).worst);
  return { bare, byline, ratio: rounded(byline.p99 / bare.p99, 2), perRound: rounded(median(ratios), 2) };
}

type App = { readonly child: ChildProcess; readonly end: () => Promise<void> };

function start({ script, environment }: Stage): App {
  const folder = mkdtempSync(path.join(tmpdir(), 'byline-ack-'));
  const child = spawn(process.execPath, [...script], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    child,
    async end() {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function calm(stages: readonly Stage[]): Promise<void> {
  const STEP_MS = 50;
  const count = () => stages.reduce((sum, { requests }) => sum + requests(), 0);
  for (let seen = -1, quietMs = 0, waitedMs = 0; quietMs < QUIET_MS && waitedMs < MOST_MS; waitedMs += STEP_MS) {
    quietMs = count() === seen ? quietMs + STEP_MS : 0;
    seen = count();
    await pause(STEP_MS);
  }
}

function delaysOf(all: Round): Delays {
  const sorted = all.filter((ms) => ms !== null).toSorted((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.ceil(sorted.length * share) - 1] ?? 0, 1);
  return { p50: at(0.5), p99: at(0.99), worst: at(1), missed: all.length - sorted.length };
}

function rounded(number: number, digits: number): number {
  return Number(number.toFixed(digits));
}

async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 600 && !isSo(); i++) await pause(100);
  if (!isSo()) throw new Error('the app never came up');
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), 15_000).unref();
  await ended;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

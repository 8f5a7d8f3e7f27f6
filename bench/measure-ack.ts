import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDiscord } from '../tests/stand-ins/discord/create-discord.ts';
import { createSlack } from '../tests/stand-ins/slack/create-slack.ts';

const ROOT = path.join(import.meta.dirname, '..');
/** Rounds until code is compiled; and between two rounds what was taken is worked off. */
const WARM_UP = 5;
const SETTLE_MS = 4_000;

/** How long acknowledgements take, in ms. */
type Delays = { readonly p50: number; readonly p99: number; readonly worst: number; readonly missed: number };
export type AckReport = {
  readonly atOnce: number;
  readonly rounds: number;
  readonly slack: { readonly bare: Delays; readonly byline: Delays; readonly ratio: number };
  readonly discord: { readonly bare: Delays; readonly byline: Delays; readonly ratio: number };
};

/** One command as somebody gives it: how long until the app acknowledged it, or null. */
type Ask = (turn: number) => Promise<number | null>;
type Stage = { readonly ask: Ask; readonly isReady: () => boolean };

/**
 * `atOnce` commands at the same moment, `rounds` times, each app a process of its own in front of the same stand-in: the barest
 * app that acknowledges, and byline, which stores each command first. Commands ask for an address that nobody answers, so that
 * what is measured is taking them. Arguments: [atOnce, rounds].
 */
export async function measureAck([atOnce = 50, rounds = 8]: readonly number[]): Promise<AckReport> {
  return { atOnce, rounds, slack: await onSlack(atOnce, rounds), discord: await onDiscord(atOnce, rounds) };
}

async function onSlack(atOnce: number, rounds: number): Promise<AckReport['slack']> {
  const slack = await createSlack({ limits: 'off' });
  const stage: Stage = {
    isReady: () => slack.sockets() > 0,
    async ask(turn) {
      const { isAcked, ms } = await slack.slash('/brief', `https://127.0.0.1:1/${turn}`);
      return isAcked ? ms : null;
    },
  };
  const keys = [slack.apiUrl, slack.botToken, slack.appToken];
  const environment = { SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken };
  try {
    const bare = await measure(['bench/bare-slack.ts', ...keys], {}, stage, atOnce, rounds);
    const byline = await measure(['src/main.ts', 'start'], environment, stage, atOnce, rounds);
    return { bare, byline, ratio: byline.p99 / bare.p99 };
  } finally {
    await slack.close();
  }
}

async function onDiscord(atOnce: number, rounds: number): Promise<AckReport['discord']> {
  const discord = await createDiscord({ limits: 'off' });
  const stage: Stage = {
    isReady: () => discord.connections() > 0 && discord.commands().length > 0,
    async ask(turn) {
      const { isAcked, ms } = await discord.command('brief', { article: `https://127.0.0.1:1/${turn}` });
      return isAcked ? ms : null;
    },
  };
  const environment = { DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: discord.token };
  try {
    // byline first: it registers the commands, which the bare bot then answers, too.
    const byline = await measure(['src/main.ts', 'start'], environment, stage, atOnce, rounds);
    const bare = await measure(['bench/bare-discord.ts', discord.apiUrl, discord.token], {}, stage, atOnce, rounds);
    return { bare, byline, ratio: byline.p99 / bare.p99 };
  } finally {
    await discord.close();
  }
}

async function measure(
  script: readonly string[],
  environment: Readonly<Record<string, string>>,
  stage: Stage,
  atOnce: number,
  rounds: number,
): Promise<Delays> {
  const folder = mkdtempSync(path.join(tmpdir(), 'byline-ack-'));
  const child = spawn(process.execPath, [...script], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await until(stage.isReady);
    const delays: (number | null)[] = [];
    for (let round = -WARM_UP; round < rounds; round++) {
      const answers = await Promise.all(Array.from({ length: atOnce }, (_, at) => stage.ask(round * atOnce + at)));
      if (round >= 0) delays.push(...answers);
      await pause(SETTLE_MS);
    }
    return delaysOf(delays);
  } finally {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  }
}

function delaysOf(all: readonly (number | null)[]): Delays {
  const sorted = all.filter((ms) => ms !== null).toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) * 10) / 10;
  return { p50: at(0.5), p99: at(0.99), worst: at(1), missed: all.length - sorted.length };
}

async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 600 && !isSo(); i++) await pause(100);
  if (!isSo()) throw new Error('the app never came up');
  await pause(2_000);
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

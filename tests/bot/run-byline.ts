import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { SETTING_NAMES } from '#settings.ts';

const MAIN = path.join(import.meta.dirname, '../../src/main.ts');
/** Nothing of the machine's own settings, nor of the project's .env. */
const NOTHING_SET = Object.fromEntries(SETTING_NAMES.map((name) => [name, '']));

export type Run = {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  /** The exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
};

/** A real process of byline's, with these settings and no others. */
export function runByline(args: readonly string[], settings: Readonly<Record<string, string>>): Run {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...NOTHING_SET, ...settings } });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (err += chunk));
  child.stdin.end();
  const ended = new Promise<number | null>((done) => child.on('close', done));
  return { child, out: () => out, err: () => err, ended };
}

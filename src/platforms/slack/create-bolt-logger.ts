import { type Logger, LogLevel } from '@slack/bolt';
import type { SlackOptions } from './options.ts';

/** So much of a line is told: longer ones may quote what was said. */
const LONGEST = 200;
const TOKEN = /xox[a-z]-[\w-]+|xapp-[\w-]+/g;

/** Bolt's own words for the log; whatever looks like a token is struck out. */
export function createBoltLogger(onTrouble: SlackOptions['onTrouble']): Logger {
  const tell = (...words: readonly unknown[]) => {
    const line = words.map(String).join(' ').replace(TOKEN, '…');
    onTrouble('Bolt reports', line.slice(0, LONGEST).toWellFormed());
  };
  return {
    ...{ debug: () => undefined, info: () => undefined, warn: tell, error: tell },
    ...{ setLevel: () => undefined, getLevel: () => LogLevel.WARN, setName: () => undefined },
  };
}

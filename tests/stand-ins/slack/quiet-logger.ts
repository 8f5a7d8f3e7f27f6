import { LogLevel } from '@slack/bolt';

const nothing = (): void => undefined;

/** For the real clients, whose warnings about what a test does to them would fill the screen. */
export const quietLogger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: (): LogLevel => LogLevel.ERROR,
  setName: nothing,
};

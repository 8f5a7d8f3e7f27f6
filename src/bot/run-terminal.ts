import { randomUUID } from 'node:crypto';
import type { Command } from '#core/command.ts';
import type { Transcript } from '#core/transcript.ts';
import { CHANNEL, PERSON, PLATFORM, WORKSPACE } from '#platforms/console/limits.ts';
import { chatInTerminal } from '#platforms/terminal/chat-in-terminal.ts';
import type { Bot } from './start-bot.ts';

/** The console's channel in this terminal, until its input ends. */
export function runTerminal(parts: {
  readonly process: NodeJS.Process;
  readonly bot: Bot;
  readonly transcript: Transcript;
  readonly commands: readonly Command[];
}): Promise<void> {
  const { stdin, stdout } = parts.process;
  return chatInTerminal({
    input: stdin,
    output: stdout,
    canvas: () => ({ columns: stdout.columns ?? 80, colour: stdout.isTTY === true && stdout.hasColors() }),
    transcript: parts.transcript,
    receive: parts.bot.receive,
    commands: parts.commands,
    place: { platform: PLATFORM, workspace: WORKSPACE, channel: CHANNEL },
    person: PERSON,
    newId: randomUUID,
  });
}

import type { Post } from '#core/chat.ts';
import { PRIVATE_WORKSPACE } from './limits.ts';

/** How questions are asked in threads: by themselves, or by the bot's name where it may not read what is said. */
export type Asking = { readonly readsContent: boolean; readonly name: string };

const IN_THREAD = 'Ask a question in this thread.';
const BY_COMMAND = 'Ask a question with /ask.';

/** Whether a thread for talk about it is to open under this post. */
export function isTopic({ topic, isFinal, audience, place }: Post): boolean {
  return topic !== null && isFinal && audience === null && place.thread === null;
}

/** Outside guilds there are no threads. */
export function isOutsideGuilds({ workspace }: { readonly workspace: string }): boolean {
  return workspace.startsWith(PRIVATE_WORKSPACE);
}

/** The line under a post that says how to ask about it. `asking`: null where no thread can be opened. */
export function hintOf(asking: Asking | null): string {
  if (asking === null) return BY_COMMAND;
  return asking.readsContent ? IN_THREAD : `Mention @${asking.name} in the thread with your question.`;
}

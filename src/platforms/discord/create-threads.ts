import { RESTJSONErrorCodes as Code, RequestMethod, Routes } from 'discord.js';
import type { Clock } from '#core/clock.ts';
import { plainText } from '#core/plain-text.ts';
import { Problem } from '#core/problem.ts';
import type { Api } from './create-api.ts';
import { createRecent } from './create-recent.ts';
import { ARCHIVE_AFTER_MINUTES, LONGEST_THREAD_NAME } from './limits.ts';
import { isRefusal, Refusal } from './problem-of.ts';
import { shortenPlain } from './shorten.ts';

/** Permissions change, but not from one briefing to the next. */
const IMPOSSIBLE_FOR_MS = 10 * 60_000;
/** A late answer does not open anew what somebody has just removed. */
const DELETED_FOR_MS = 24 * 3_600_000;

/** Threads under messages, whose ids are those of their messages. */
export type Threads = {
  /** `impossible`: not in this channel; `gone`: there is no such message. @throws Problem `UNREACHABLE`. */
  readonly open: (
    at: { readonly channel: string; readonly message: string; readonly name: string },
    signal: AbortSignal,
  ) => Promise<'open' | 'impossible' | 'gone'>;
  /** Whether it turned out lately that no thread can be opened in this channel. */
  readonly areImpossible: (channel: string) => boolean;
  /** Wakes an archived thread. @throws Problem `MAY_NOT_POST` where it is locked. */
  readonly wake: (thread: string, signal: AbortSignal) => Promise<void>;
  readonly noteDeleted: (thread: string) => void;
  readonly wasDeleted: (thread: string) => boolean;
};

export function createThreads(api: Api, clock: Clock): Threads {
  const impossible = createRecent<true>(clock, IMPOSSIBLE_FOR_MS);
  const deleted = createRecent<true>(clock, DELETED_FOR_MS);
  return {
    async open({ channel, message, name }, signal) {
      const body = {
        name: shortenPlain(name, LONGEST_THREAD_NAME) || 'Questions',
        auto_archive_duration: ARCHIVE_AFTER_MINUTES,
      };
      try {
        await api.asBot({ method: RequestMethod.Post, route: Routes.threads(channel, message), body }, signal);
        return 'open';
      } catch (cause) {
        if (isRefusal(cause, Code.ThreadAlreadyCreatedForMessage)) return 'open';
        if (isRefusal(cause, Code.UnknownMessage)) return 'gone';
        if (cause instanceof Refusal && cause.code !== 'BAD_SETTINGS') {
          impossible.set(channel, true);
          return 'impossible';
        }
        // Threads have limits of their own, which are no reason to hold back every other message.
        if (cause instanceof Problem && cause.code === 'RATE_LIMITED')
          throw new Problem('UNREACHABLE', 'Discord opens no thread so soon', { cause });
        throw cause;
      }
    },
    areImpossible: (channel) => impossible.get(channel) === true,
    async wake(thread, signal) {
      const body = { archived: false };
      await api.asBot({ method: RequestMethod.Patch, route: Routes.channel(thread), body }, signal);
    },
    noteDeleted: (thread) => deleted.set(thread, true),
    wasDeleted: (thread) => deleted.get(thread) === true,
  };
}

/** What a thread that opens by itself, for what does not fit into one message, is called. */
export function threadName(topic: string | null, title: string): string {
  return plainText(topic ?? '') === '' ? title : (topic ?? title);
}

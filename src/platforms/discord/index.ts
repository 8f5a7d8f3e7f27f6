import { asServiceProblem } from '#core/as-service-problem.ts';
import type { ChatPlatform, Hears } from '#core/chat.ts';
import { Problem } from '#core/problem.ts';
import { createAcknowledgements } from './create-acknowledgements.ts';
import { createApi } from './create-api.ts';
import { createHearing } from './create-hearing.ts';
import { createOriginals } from './create-originals.ts';
import { createRecent } from './create-recent.ts';
import { createThreads } from './create-threads.ts';
import { findPost } from './find-post.ts';
import { fitCard } from './fit-card.ts';
import { type Application, getApplication } from './get-application.ts';
import type { Asking } from './hint-of.ts';
import { CALL_WITHIN_MS, PACE, PLATFORM, TOKEN_LIVES_MS } from './limits.ts';
import type { DiscordOptions } from './options.ts';
import { registerCommands } from './register.ts';
import type { ReplyHandle } from './reply-handle.ts';
import { editPost, type SendParts, sendPost } from './send-post.ts';

const PRODUCT = 'byline';

/** Discord: listens by its gateway, and shows by its requests, with which it needs no gateway. */
export function createDiscord(options: DiscordOptions): ChatPlatform {
  const { clock, onTrouble, onNews } = options;
  const api = createApi(options);
  const acknowledgements = createAcknowledgements(clock);
  const threads = createThreads(api, clock);
  const hearing = createHearing({ options, api, acknowledgements, threads });
  let application: Application | null = null;

  async function asking(signal: AbortSignal): Promise<Asking> {
    try {
      application ??= await getApplication(api, signal);
    } catch (cause) {
      // A line of small print is no reason to hold a briefing back.
      onTrouble('the bot’s name is not known', cause);
    }
    const readsContent = hearing.readsContent() ?? application?.readsContent ?? true;
    return { readsContent, name: application?.name ?? PRODUCT };
  }

  const parts: SendParts = {
    ...{ api, threads, asking },
    originals: createOriginals({ api, clock, acknowledgements }),
    followUps: createRecent<string>(clock, TOKEN_LIVES_MS),
    answered: createRecent<ReplyHandle>(clock, TOKEN_LIVES_MS),
  };

  /** What is thrown where a call is called off is no mistake of ours. */
  async function within<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    try {
      signal.throwIfAborted();
      return await work();
    } catch (cause) {
      if (cause instanceof Problem || !signal.aborted) throw cause;
      throw new Problem('UNREACHABLE', 'the call was called off');
    }
  }

  return {
    name: PLATFORM,
    pace: PACE,
    editsPrivate: true,
    fit: fitCard,
    start: (hears) => begin(hears).catch(inService),
    stop: hearing.stop,
    isConnected: hearing.isConnected,
    post: (post, signal) => within(signal, () => sendPost(post, parts, signal)),
    edit: (post, message, signal) => within(signal, () => editPost(post, message, parts, signal)),
    find: (post, since, signal) => within(signal, () => findPost(post, since, parts, signal)),
  };

  async function begin(hears: Hears): Promise<void> {
    try {
      application = await getApplication(api, AbortSignal.timeout(CALL_WITHIN_MS));
    } catch (cause) {
      // Whoever tells us the id has told us all that cannot be done without.
      if (options.applicationId === null || (cause instanceof Problem && cause.code === 'BAD_SETTINGS')) throw cause;
      onTrouble('the bot’s name is not known', cause);
    }
    try {
      const applicationId = options.applicationId ?? application?.id ?? '';
      const { toServer } = await registerCommands({ ...options, applicationId }, api);
      onNews(`the link that invites the bot: ${toServer}`);
    } catch (cause) {
      // Those of the last start are there still; but without the right id there are none.
      if (cause instanceof Problem && cause.code === 'BAD_SETTINGS') throw cause;
      onTrouble('the commands could not be registered', cause);
    }
    await hearing.start(hears);
  }
}

/** @throws what it is given, where Discord is away as a service that does not answer. */
function inService(cause: unknown): never {
  throw cause instanceof Problem ? asServiceProblem(cause, 'Discord') : cause;
}

import type { ChatPlatform } from '#core/chat.ts';
import type { Command } from '#core/command.ts';
import type { Memory } from '#core/memory.ts';
import type { Observer } from '#core/observer.ts';
import type { Transcript } from '#core/transcript.ts';
import { addChannel } from '#platforms/console/add-channel.ts';
import { createPages, type PageParts, type Passages } from '#platforms/console/create-pages.ts';
import type { Console } from '#platforms/console/index.ts';
import { type Served, servePages } from '#platforms/console/serve-pages.ts';
import { passagesCard } from '#render/passages-card.ts';
import type { Settings } from '#settings.ts';
import { cannotWrite } from '#store/cannot-write.ts';
import type { Metrics } from './create-metrics.ts';
import type { OpenStore } from './open-store.ts';

/**
 * The pages of a running bot: health, metrics, passages, what Slack sends, or the channel to try it in. The channel has no
 * log-in, so with it the pages are served on this machine only, whatever HOST says.
 */
export function servePagesOf(parts: {
  readonly settings: Settings;
  readonly memory: Memory;
  readonly trial: { readonly console: Console; readonly transcript: Transcript } | null;
  readonly answerRequest: PageParts['answerRequest'];
  readonly metrics: Metrics;
  readonly observe: Observer;
  readonly store: OpenStore;
  readonly commands: readonly Command[];
  /** Those that are to be connected. */
  readonly platforms: readonly ChatPlatform[];
}): Promise<Served> {
  const { settings, memory, trial, metrics, observe, store, answerRequest, commands, platforms } = parts;
  const pages = createPages({
    ...{ metrics, answerRequest },
    passages: (slug) => findPassages(slug, memory),
    notReady: () => whyNotReady(store, platforms),
    onError: (cause) => observe({ kind: 'trouble', what: 'a page could not be made', cause }),
  });
  if (trial !== null) addChannel(pages, { transcript: trial.transcript, receive: trial.console.receive, commands });
  return servePages(pages, { host: trial === null ? settings.host : '127.0.0.1', port: settings.port });
}

async function findPassages(slug: string, memory: Memory): Promise<Passages | null> {
  const kept = await memory.transact(({ briefings }) => briefings.get(slug));
  if (kept === null) return null;
  return { card: passagesCard(kept.briefing), url: kept.briefing.article.url, isWhole: kept.isWhole };
}

/** What keeps a bot from hearing or keeping what is asked, in words; null where nothing does. */
async function whyNotReady({ open, folder }: OpenStore, platforms: readonly ChatPlatform[]): Promise<string | null> {
  try {
    await open.db.selectFrom('pace').select('lane').limit(1).execute();
  } catch {
    return 'the database does not answer';
  }
  // Beside a server's database the folder is of no use, and may be read-only.
  const fault = open.kind === 'folder' ? await cannotWrite(folder) : null;
  if (fault !== null) return `nothing can be written into the data folder (${fault})`;
  const away = platforms.filter(({ isConnected }) => isConnected?.() === false).map(({ name }) => name);
  return away.length === 0 ? null : `not connected to ${away.join(' and ')}; it is tried again`;
}

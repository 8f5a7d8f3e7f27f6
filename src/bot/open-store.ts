import type { Clock } from '#core/clock.ts';
import type { Observer } from '#core/observer.ts';
import { readNews } from '#feeds/read-news.ts';
import type { Settings } from '#settings.ts';
import { createInstallationShelf } from '#store/create-installation-shelf.ts';
import { createMemory, type MemoryParts, openShelves } from '#store/create-memory.ts';
import type { KeyRing } from '#store/key-ring.ts';
import { makeQueues } from '#store/make-queues.ts';
import { openDatabase } from '#store/open-database.ts';
import { ownKeyRing, passingKeyRing } from '#store/own-key-ring.ts';
import { restoreBriefing } from '#verify/restore-briefing.ts';

/** How soon the jobs of a worker that died are noticed, in seconds. */
const LOOK_AFTER_SERVER_S = 5;
/** In a folder there is one process: who starts it again finds its jobs at once. */
const LOOK_AFTER_FOLDER_S = 60;

/** The store, opened: database, queue engine and memory. Close in reverse. */
export type OpenStore = Awaited<ReturnType<typeof openStore>>;

/**
 * The key for what is secret for minutes, where no SECRET_KEYS are set. Beside a server's database the folder may be missing or
 * read-only: then the key lasts as long as the process, and what waits at a restart is answered in other ways.
 */
function findKeyRing(folder: string, kind: 'folder' | 'server'): Promise<KeyRing> {
  return kind === 'folder' ? ownKeyRing(folder) : ownKeyRing(folder).catch(passingKeyRing);
}

/** @throws Problem `FOLDER_IN_USE`, `BAD_FOLDER`, `DATABASE_UNAVAILABLE`. */
export async function openStore(
  settings: Pick<Settings, 'databaseUrl' | 'dataFolder' | 'keys'>,
  parts: { readonly clock: Clock; readonly observe: Observer },
) {
  const { databaseUrl, dataFolder } = settings;
  const open = await openDatabase(
    databaseUrl === null ? { kind: 'folder', folder: dataFolder } : { kind: 'server', url: databaseUrl },
  );
  try {
    const everySeconds = open.kind === 'server' ? LOOK_AFTER_SERVER_S : LOOK_AFTER_FOLDER_S;
    const boss = open.createBoss({
      schedule: false,
      superviseIntervalSeconds: everySeconds,
      monitorIntervalSeconds: everySeconds,
    });
    boss.on('error', (cause) => parts.observe({ kind: 'trouble', what: 'the queue reports an error', cause }));
    boss.on('warning', ({ message }) => parts.observe({ kind: 'trouble', what: 'the queue warns', cause: message }));
    await boss.start();
    await makeQueues(boss);
    const ring = settings.keys ?? (await findKeyRing(dataFolder, open.kind));
    const memoryParts: MemoryParts = { boss, clock: parts.clock, restore: restoreBriefing, news: readNews, ring };
    return {
      open,
      boss,
      ring,
      folder: dataFolder,
      memory: createMemory(open.db, memoryParts),
      installations: createInstallationShelf(open.db, parts.clock, settings.keys),
      shelves: (session: Parameters<typeof openShelves>[0]) => openShelves(session, memoryParts),
      async close() {
        await boss.stop({ graceful: false, close: true });
        await open.close();
      },
    };
  } catch (error) {
    await open.close();
    throw error;
  }
}

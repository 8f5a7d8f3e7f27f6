import type { Logger } from 'pino';
import type { Observer } from '#core/observer.ts';
import { Problem } from '#core/problem.ts';
import { isLoopback } from '#core/read-setting.ts';
import { createConsole } from '#platforms/console/index.ts';
import { exitCodeOf } from '#platforms/terminal/exit-code.ts';
import { problemWords } from '#render/problem-words.ts';
import type { Settings } from '#settings.ts';
import { createTranscript } from '#store/create-transcript.ts';
import { lookAtQueue } from '#store/look-at-queue.ts';
import { collectGarbage } from './collect-garbage.ts';
import { createFeedPool } from './create-feed-pool.ts';
import { createLogger } from './create-logger.ts';
import { createMetrics, type Load, type Metrics } from './create-metrics.ts';
import { createObserver } from './create-observer.ts';
import { doChores } from './do-chores.ts';
import { joinCommands } from './join-commands.ts';
import { type Joined, joinPlatforms } from './join-platforms.ts';
import { openStore } from './open-store.ts';
import { systemClock } from './read-clock.ts';
import { runTerminal } from './run-terminal.ts';
import { servePagesOf } from './serve-pages-of.ts';
import { startBot } from './start-bot.ts';
import { createWalkPool } from './walk-pool.ts';

/** What a running bot shows its operator: the channel as a page or in the terminal, or nothing at all (a worker). */
export type Face = 'page' | 'terminal' | 'none';

/** A second signal, or a stop that takes longer than this, ends the process at once, in ms. */
const STOP_WITHIN_MS = 25_000;

/**
 * Starts everything in order, says where it is, and stops it in reverse order at SIGTERM or SIGINT.
 * @throws Problem where it cannot start; what had started by then is stopped.
 */
export async function runBot(settings: Settings, process: NodeJS.Process, face: Face): Promise<void> {
  if (face === 'none' && settings.databaseUrl === null)
    throw new Problem('BAD_SETTINGS', 'DATABASE_URL: a worker shares a server’s database, and none is set');
  const ends: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    await start(settings, process, face, ends, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  settings: Settings,
  process: NodeJS.Process,
  face: Face,
  ends: (() => Promise<void>)[],
  stop: () => Promise<void>,
): Promise<void> {
  const clock = systemClock;
  // In a terminal chat the log would write between the lines.
  const logger = createLogger(face === 'terminal' ? 'silent' : settings.logLevel, process.stderr);
  // The observer comes first, for opening the store may already tell it something; what it counts is there later.
  const watched = watch(logger);
  const { observe } = watched;
  const store = await openStore(settings, { clock, observe });
  ends.push(store.close);
  // What it knows is on the disk, and nothing answers here any more: whatever keeps it running starts it anew.
  store.open.broken.then((problem) => {
    process.stderr.write(`byline: ${problem.code}: ${problemWords(problem)}\n`, () =>
      process.exit(exitCodeOf(problem.code)),
    );
  });
  const pool = createWalkPool({
    allowed: settings.allowed,
    contact: settings.publicUrl,
    model: settings.model,
    onTrouble: (cause) => observe({ kind: 'trouble', what: 'a worker thread was lost', cause }),
  });
  ends.push(pool.close);
  const feedPool = createFeedPool({ allowed: settings.allowed, contact: settings.publicUrl }, (cause) =>
    observe({ kind: 'trouble', what: 'the feeds’ thread was lost', cause }),
  );
  ends.push(feedPool.close);
  watched.load = async () => ({ ...(await lookAtQueue(store.open.db)), walks: pool.load() });

  const commands = joinCommands(settings.model !== null);
  const transcript = createTranscript(store.open, clock);
  const console = createConsole(transcript);
  const joined =
    face === 'page'
      ? await joinPlatforms(settings, {
          ...{ installations: store.installations, commands, clock },
          onTrouble: (what, cause) => observe({ kind: 'trouble', what, cause }),
          onNews: (what) => logger.info(what),
        })
      : NOBODY;
  // Whoever has Slack or Discord needs no channel to try byline in, and it has no log-in.
  const isTrial = face !== 'none' && joined.platforms.length === 0;
  const pageOf = (slug: string) => (settings.publicUrl === null ? null : `${settings.publicUrl}/b/${slug}`);
  const bot = await startBot({
    ...{ store, pool, commands, clock, observe, pageOf },
    ...{ budgets: settings.budgets, timeZone: settings.timeZone },
    platforms: isTrial ? [console] : joined.platforms,
    polling: { pool: feedPool, everySeconds: settings.pollSeconds },
  });
  ends.push(bot.stop);

  const served =
    face === 'page'
      ? await servePagesOf({
          ...{ settings, memory: bot.memory, ...watched, store, commands, answerRequest: joined.answerRequest },
          platforms: joined.platforms,
          trial: isTrial ? { console, transcript } : null,
        })
      : null;
  if (served !== null) ends.push(served.close);
  ends.push(await doChores({ settings, store, clock, observe, url: served?.url ?? null, pid: process.pid }));

  let isStopping = false;
  const leave = (signal: string) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    stop().then(
      () => process.exit(0),
      (cause: unknown) => {
        observe({ kind: 'trouble', what: 'stopping failed', cause });
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', leave).on('SIGINT', leave);
  process.on('unhandledRejection', (cause) => observe({ kind: 'trouble', what: 'a promise was left alone', cause }));

  collectGarbage();
  logger.info({ database: store.open.kind, url: served?.url }, 'ready');
  if (served !== null) {
    process.stdout.write(
      isTrial
        ? `byline is ready: open ${served.url}\n`
        : `byline is ready: ${joined.names.join(' and ')}; pages at ${served.url}\n`,
    );
    if (isTrial && !isLoopback(settings.host))
      logger.warn({ host: settings.host }, 'the channel has no log-in, so it is shown on 127.0.0.1 only');
  } else if (face === 'none') process.stdout.write('byline’s worker is ready\n');
  else await runTerminal({ process, bot, transcript, commands }).then(() => leave('end of input'));
}

/** No platform: a worker, or the channel in the terminal. */
const NOBODY: Joined = { platforms: [], answerRequest: null, names: [] };

type Watched = { readonly observe: Observer; readonly metrics: Metrics; load: Parameters<typeof createMetrics>[0] };

/** The observer and the metrics, whose load can be read once the store is open. */
function watch(logger: Logger): Watched {
  const nothing: Load = {
    jobs: { ready: 0, active: 0, dead: 0 },
    posts: { planned: 0, unclear: 0, refused: 0 },
    walks: { running: 0, waiting: 0 },
  };
  const metrics: Metrics = createMetrics(() => watched.load());
  const watched: Watched = { load: async () => nothing, metrics, observe: createObserver(logger, metrics) };
  return watched;
}

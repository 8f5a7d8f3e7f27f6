import type { Finding } from '#core/finding.ts';
import { Problem } from '#core/problem.ts';
import { problemParts } from '#render/problem-words.ts';
import type { Settings } from '#settings.ts';
import { cannotWrite } from '#store/cannot-write.ts';
import { lookAtQueue, type QueueLook } from '#store/look-at-queue.ts';
import { CHAT_PLATFORMS } from './chat-platforms.ts';
import { examineModel } from './examine-model.ts';
import { type OpenStore, openStore } from './open-store.ts';
import { systemClock } from './read-clock.ts';
import { readStatusFile, type Status } from './status-file.ts';

/** Looks at everything that is configured. Never throws: what does not work is a finding. */
export async function examine(settings: Settings): Promise<Finding[]> {
  const [store, platforms] = [await examineStore(settings), await examinePlatforms(settings)];
  return [...store, ...platforms, await examineModel(settings), examinePages(settings)];
}

const CONSOLE: Finding = {
  subject: 'Channel',
  state: 'works',
  fact: 'The console: npm start opens it, or byline start --terminal.',
  todo: null,
};

/** What is wrong with the platforms' settings, and whether each platform takes its tokens; with none there is the console. */
async function examinePlatforms(settings: Settings): Promise<readonly Finding[]> {
  const faults = settings.platformFaults.map(
    ({ name, words }): Finding => ({ subject: name, state: 'broken', fact: `${words}.`, todo: UNTIL_MENDED }),
  );
  const found = await Promise.all(CHAT_PLATFORMS.map(({ examine }) => examine(settings)));
  const all = [...faults, ...found.flat()];
  return all.length === 0 ? [CONSOLE] : all;
}

const UNTIL_MENDED =
  'byline start and byline worker do not run until this is mended; README.md tells where it is found.';

/** Whether the tokens of every workspace that installed byline can be opened. */
async function examineSecrets({ keys, databaseUrl }: Settings, { installations }: OpenStore): Promise<Finding> {
  const workspaces = await installations.list();
  if (keys === null && workspaces.length === 0)
    return {
      subject: 'Secrets',
      state: 'works',
      fact: `Sealed with a key of byline’s own${databaseUrl === null ? ' in DATA_DIR' : ''}. Only where workspaces install byline by themselves, SECRET_KEYS are needed.`,
      todo: null,
    };
  try {
    for (const workspace of workspaces) await installations.get(workspace);
    const fact = `${keys?.keys.size ?? 0} keys; the tokens of ${workspaces.length} workspaces open.`;
    return { subject: 'Secrets', state: 'works', fact, todo: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { what, fact, todo } = problemParts(error);
    return { subject: 'Secrets', state: 'broken', fact: `${what} (${fact})`, todo };
  }
}

function examinePages({ publicUrl, port }: Settings): Finding {
  return publicUrl === null
    ? { subject: 'Pages', state: 'works', fact: `On this machine, port ${port}.`, todo: null }
    : { subject: 'Pages', state: 'works', fact: `Linked as ${publicUrl}/b/….`, todo: null };
}

async function examineStore(settings: Settings): Promise<Finding[]> {
  const where = settings.databaseUrl === null ? `embedded, in ${settings.dataFolder}` : 'PostgreSQL at DATABASE_URL';
  try {
    const store = await openStore(settings, { clock: systemClock, observe: () => undefined });
    try {
      const fault = store.open.kind === 'folder' ? await cannotWrite(settings.dataFolder) : null;
      return [
        fault === null
          ? { subject: 'Database', state: 'works', fact: `${where}.`, todo: null }
          : unwritable(where, fault),
        ...queueFindings(await lookAtQueue(store.open.db)),
        await examineSecrets(settings, store),
      ];
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'FOLDER_IN_USE') {
      // Who runs on a full disk cannot leave its status either, and would pass for one that hangs.
      const fault = await cannotWrite(settings.dataFolder);
      if (fault !== null) return [unwritable(`${where}; a byline runs on it`, fault)];
      const running = await readStatusFile(settings.dataFolder);
      if (running !== null && isFresh(running)) {
        const { pid, url, since, at } = running;
        const fact = `${where}; a byline runs on it (process ${pid}, since ${since}${url === null ? '' : `, ${url}`}).`;
        const dead = running.dead.map((one) => ({ ...one, at: new Date(one.at) }));
        const look = { jobs: running.jobs, posts: running.posts, dead };
        return [{ subject: 'Database', state: 'works', fact, todo: null }, ...queueFindings(look, ` As of ${at}.`)];
      }
    }
    const { what, fact, todo } = problemParts(error);
    return [{ subject: 'Database', state: 'broken', fact: `${where}: ${what} (${fact})`, todo }];
  }
}

function unwritable(where: string, fault: string): Finding {
  return {
    subject: 'Database',
    state: 'broken',
    fact: `${where}: nothing can be written there (${fault}).`,
    todo: 'Check the free space and the permissions of DATA_DIR.',
  };
}

/** A running bot writes its status four times a minute: what is older was left by one that died, or that hangs. */
const FRESH_MS = 120_000;

function isFresh({ at }: Status): boolean {
  return systemClock.now().getTime() - Date.parse(at) < FRESH_MS;
}

function queueFindings({ jobs, posts, dead }: QueueLook, asOf = ''): Finding[] {
  const queue = `${jobs.ready} jobs wait, ${jobs.active} run, ${jobs.dead} were given up.${asOf}`;
  const outbox = `${posts.planned} posts wait, ${posts.refused} were refused, ${posts.unclear} may or may not have arrived.`;
  return [
    { subject: 'Queue', state: 'works', fact: queue, todo: null },
    ...dead.map(
      (one): Finding => ({
        subject: 'Given up',
        state: 'works',
        fact: `/${one.command} at ${one.at.toISOString()}: ${one.reason}`,
        todo: 'The log has it under its request; whoever asked was told.',
      }),
    ),
    { subject: 'Outbox', state: 'works', fact: outbox, todo: null },
  ];
}

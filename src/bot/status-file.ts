import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { QueueLook } from '#store/look-at-queue.ts';

/** What a running bot leaves in its data folder, so that `byline doctor` can tell how it is while the folder is locked. */
export type Status = {
  readonly pid: number;
  readonly url: string | null;
  /** ISO 8601. */
  readonly since: string;
  /** When this was written, ISO 8601. */
  readonly at: string;
  readonly dead: readonly (Omit<QueueLook['dead'][number], 'at'> & { readonly at: string })[];
} & Pick<QueueLook, 'jobs' | 'posts'>;

const NAME = 'status.json';

/** Writes the status so that a reader sees the old one or the new one, never half of one. */
export async function writeStatusFile(folder: string, status: Status): Promise<void> {
  const file = path.join(folder, NAME);
  await writeFile(`${file}.new`, `${JSON.stringify(status, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** The status that was written last, or null where there is none that can be read. */
export async function readStatusFile(folder: string): Promise<Status | null> {
  try {
    return parseStatus(JSON.parse(await readFile(path.join(folder, NAME), 'utf8')));
  } catch {
    return null;
  }
}

export function removeStatusFile(folder: string): Promise<void> {
  return rm(path.join(folder, NAME), { force: true });
}

function parseStatus(value: unknown): Status | null {
  const isStatus =
    hasNumbers(value, ['pid']) &&
    hasTexts(value, ['since', 'at']) &&
    (value.url === null || typeof value.url === 'string') &&
    hasNumbers(value.jobs, ['ready', 'active', 'dead']) &&
    hasNumbers(value.posts, ['planned', 'unclear', 'refused']) &&
    Array.isArray(value.dead) &&
    value.dead.every(
      (one) => hasTexts(one, ['id', 'command', 'reason', 'at']) && !Number.isNaN(Date.parse(String(one.at))),
    );
  return isStatus ? (value as unknown as Status) : null;
}

type Fields = Readonly<Record<string, unknown>>;

function hasNumbers(value: unknown, names: readonly string[]): value is Fields {
  return isRecord(value) && names.every((name) => Number.isFinite(value[name]));
}

function hasTexts(value: unknown, names: readonly string[]): value is Fields {
  return isRecord(value) && names.every((name) => typeof value[name] === 'string');
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

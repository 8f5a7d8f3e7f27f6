import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What a running bot leaves in its data folder, so that `byline doctor` can tell how it is while the folder is locked. */
export type Status = {
  readonly pid: number;
  readonly url: string | null;
  /** ISO 8601. */
  readonly since: string;
  /** When this was written, ISO 8601. */
  readonly at: string;
  readonly jobs: { readonly ready: number; readonly active: number };
  readonly posts: { readonly planned: number; readonly unclear: number; readonly refused: number };
  readonly dead: readonly {
    readonly id: string;
    readonly command: string;
    readonly reason: string;
    readonly at: string;
  }[];
};

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
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    'at' in value &&
    'jobs' in value &&
    'dead' in value;
  return isStatus ? (value as Status) : null;
}

import { randomBytes } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '#core/problem.ts';
import { type KeyRing, parseKeyRing } from './key-ring.ts';
import { makeDataFolder } from './make-data-folder.ts';

const FILE = 'reply.key';
const KEY_BYTES = 32;
/** Nobody but the bot's own user reads it. */
const MODE = 0o600;

/**
 * The key that seals what is secret for minutes only (a platform's handles for answering) where no SECRET_KEYS are set: it lies
 * in the data folder and in no backup. Several machines on one database need SECRET_KEYS.
 * @throws Problem `BAD_FOLDER`.
 */
export async function ownKeyRing(folder: string): Promise<KeyRing> {
  const file = path.join(folder, FILE);
  try {
    makeDataFolder(folder);
    // Whoever comes first writes it; whoever finds it there reads it.
    await writeFile(file, newKey(), { flag: 'wx', mode: MODE }).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause;
    });
    await chmod(file, MODE);
    return ringOf(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new Problem('BAD_FOLDER', `${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** A key that is good until the process ends. */
export function passingKeyRing(): KeyRing {
  return ringOf(newKey());
}

function newKey(): string {
  return `own:${randomBytes(KEY_BYTES).toString('base64')}`;
}

function ringOf(text: string): KeyRing {
  const ring = parseKeyRing(text);
  if (ring === null) throw new Error('it is empty');
  return ring;
}

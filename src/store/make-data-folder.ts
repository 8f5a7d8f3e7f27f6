import { lstatSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** For nobody but the bot's own user. */
const MODE = 0o700;

/**
 * Makes a folder, and those above it that are missing, one by one: Node's own `recursive` never ends where the system says of a
 * folder that is there that it is not, as `/proc` does. @throws Error that says in words what stands in the way.
 */
export function makeDataFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !isFolder(at); at = path.dirname(at)) missing.unshift(at);
  for (const one of missing) makeOne(one);
}

function isFolder(at: string): boolean {
  const found = statSync(at, { throwIfNoEntry: false });
  if (found === undefined && isLink(at)) throw new Error(`“${at}” is a link that leads nowhere`);
  if (found?.isDirectory() === false) throw new Error(`“${at}” is a file and no folder`);
  return found !== undefined;
}

function isLink(at: string): boolean {
  try {
    return lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    // What stands above it is a file; that is told when it is looked at.
    return false;
  }
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder, { mode: MODE });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    // Another process was quicker.
    if (code === 'EEXIST' && isFolder(folder)) return;
    throw new Error(`“${folder}” cannot be made (${code})`, { cause });
  }
}

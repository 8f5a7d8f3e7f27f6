import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A file that the pages use, as it lies in the folder beside this one. */
export type Asset = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string; readonly etag: string };

const TYPES: Readonly<Record<string, string>> = {
  'byline.css': 'text/css; charset=utf-8',
  'console.js': 'text/javascript; charset=utf-8',
  'byline.svg': 'image/svg+xml',
};

/** Reads the few files there are, once; nothing that a request says ever becomes a path. */
export function loadAssets(): ReadonlyMap<string, Asset> {
  return new Map(
    Object.entries(TYPES).map(([name, type]) => {
      const bytes = new Uint8Array(readFileSync(path.join(import.meta.dirname, 'assets', name)));
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
      return [name, { bytes, type, etag }];
    }),
  );
}

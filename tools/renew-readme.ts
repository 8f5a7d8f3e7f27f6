/** `npm run readme`: measures speed and quality, and puts the tables into README.md. Takes one to three minutes; close what else is at work. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { putTables } from './put-tables.ts';

const ROOT = path.join(import.meta.dirname, '..');
const FILE = path.join(ROOT, 'README.md');

const { stdout, status } = spawnSync(process.execPath, ['bench/run.ts'], {
  ...{ cwd: ROOT, encoding: 'utf8' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
if (status !== 0) throw new Error('the bench failed; README.md is as it was');
writeFileSync(FILE, putTables(readFileSync(FILE, 'utf8'), stdout));

/** Real processes that a job kills: it is found, and what stood beside it is done. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { eventually } from '../fakes/eventually.ts';
import { aFolder } from './on-both-engines.ts';

const JOBS = ['one', 'killer', 'two', 'three'];
/** Far more deaths than a job has attempts. */
const MOST_STARTS = 12;

test('a job that kills its process each time is given up, and those beside it are done', {
  timeout: 180_000,
}, async () => {
  const { folder, remove } = aFolder();
  let out = '';
  const lines = () => out.split('\n').filter((line) => line !== '');
  const isOver = () => lines().length >= JOBS.length;
  for (let starts = 0; starts < MOST_STARTS && !isOver(); starts++) {
    const names = starts === 0 ? JOBS.join(',') : '';
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'killer-child.ts'), folder, names]);
    const ended = new Promise((done) => child.once('exit', done));
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    await eventually('a death or the end', () => child.signalCode !== null || isOver());
    child.kill('SIGKILL');
    await ended;
  }
  expect(lines().toSorted()).toEqual(['did one', 'did three', 'did two', 'gave up killer']);
  await remove();
});

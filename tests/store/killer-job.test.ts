/** Real processes that a job kills: it is found, and what stood beside it is done. Killed from outside, no job is to blame. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { eventually } from '../fakes/eventually.ts';
import { aFolder } from './on-both-engines.ts';

const JOBS = ['one', 'killer', 'two', 'three'];
/** Far more deaths than a job has attempts. */
const MOST_STARTS = 12;

test('a job that kills its process each time is given up, and those beside it are done', {
  timeout: 300_000,
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

const SLOW = ['slow one', 'slow two', 'slow three', 'slow four'];
const KILLS = 10;

test('jobs that only ran whenever the process was killed from outside are all done', { timeout: 300_000 }, async () => {
  const { folder, remove } = aFolder();
  let out = '';
  for (let starts = 0; starts <= KILLS; starts++) {
    const names = starts === 0 ? SLOW.join(',') : '';
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'killer-child.ts'), folder, names]);
    const ended = new Promise((done) => child.once('exit', done));
    let isBusy = false;
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
      isBusy ||= chunk.includes('began');
    });
    const isOver = () => SLOW.every((name) => out.includes(`did ${name}\n`) || out.includes(`gave up ${name}\n`));
    // The worst that can happen: each time the first job is under way.
    await eventually('work or the end', () => (starts < KILLS && isBusy) || isOver());
    child.kill('SIGKILL');
    await ended;
    if (isOver()) break;
  }
  expect(
    out
      .split('\n')
      .filter((line) => /^(?:did|gave)/.test(line))
      .toSorted(),
  ).toEqual(SLOW.map((name) => `did ${name}`).toSorted());
  await remove();
});

import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { Piscina } from 'piscina';
import type { Step } from '#core/app.ts';
import type { WalkOutcome } from './walk-task.ts';

/** Nobody waits for it any more; whoever called it off knows why. */
export class CalledOff extends Error {}

/**
 * Runs a task in one of a pool's threads. What `within` calls off is asked to end and not waited for; a thread that gives it no
 * turn for `stuckMs` is ended.
 * @throws CalledOff; anything else means that the thread was lost, or that the pool took no more.
 */
export function runInThread<T>(
  pool: Piscina,
  task: object,
  options: { readonly onStep: (step: Step) => void; readonly within: AbortSignal; readonly stuckMs: number },
): Promise<WalkOutcome<T>> {
  const { onStep, within, stuckMs } = options;
  const { port1, port2 } = new MessageChannel();
  let thread: number | null = null;
  let stuck: NodeJS.Timeout | undefined;
  const hear = (told: Step | number) => {
    if (typeof told === 'number') thread = told;
    else if (!within.aborted) onStep(told);
  };
  port1.on('message', hear).unref();
  /** A result comes by a way of its own and may overtake the last steps: no step is told after it. */
  const hearAll = () => {
    for (let next = receiveMessageOnPort(port1); next !== undefined; next = receiveMessageOnPort(port1))
      hear(next.message);
  };
  const run: Promise<WalkOutcome<T>> = pool.run({ ...task, steps: port2 }, { transferList: [port2] });
  return new Promise((resolve, reject) => {
    const callOff = () => {
      port1.postMessage('off');
      stuck = setTimeout(() => endThread(pool, thread), stuckMs).unref();
      reject(new CalledOff());
    };
    if (within.aborted) callOff();
    else within.addEventListener('abort', callOff, { once: true });
    run.then(hearAll, hearAll);
    run.then(resolve, reject).finally(() => {
      within.removeEventListener('abort', callOff);
      clearTimeout(stuck);
      port1.close();
    });
  });
}

function endThread(pool: Piscina, id: number | null): void {
  const thread = pool.threads.find(({ threadId }) => threadId === id);
  void thread?.terminate();
}

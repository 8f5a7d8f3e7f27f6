import { type MessagePort, receiveMessageOnPort, threadId } from 'node:worker_threads';
import { Problem } from '#core/problem.ts';
import { toPlain, type WalkOutcome } from './walk-task.ts';

/**
 * A worker thread's side of `run-in-thread.ts`: does the work, called off by a message to `steps`, and never throws. `calledOff`: what
 * became of it then.
 */
export async function answerTask<T>(
  steps: MessagePort,
  calledOff: Problem,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<WalkOutcome<T>> {
  const isLate = receiveMessageOnPort(steps) !== undefined;
  if (isLate) return { problem: toPlain(calledOff) };
  const controller = new AbortController();
  steps.once('message', () => controller.abort(calledOff));
  // Whoever calls it off knows then which thread has to end.
  steps.postMessage(threadId);
  try {
    return { value: await work(controller.signal) };
  } catch (error) {
    return error instanceof Problem ? { problem: toPlain(error) } : { fault: error };
  } finally {
    steps.close();
  }
}

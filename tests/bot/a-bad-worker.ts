/** A worker that does what the address says, mostly harm. What it gives back is no article: nobody here looks inside. */
import { type MessagePort, receiveMessageOnPort, threadId } from 'node:worker_threads';

type Task = { readonly steps: MessagePort; readonly url?: string };

/** Piscina calls the default export of a worker's file. */
// biome-ignore lint/style/noDefaultExport: see above
export default async function runTask({ steps, url }: Task): Promise<unknown> {
  if (receiveMessageOnPort(steps) !== undefined)
    return { problem: { code: 'CANCELLED', message: '', retryAfterMs: null } };
  steps.postMessage(threadId);
  try {
    return { value: await act(url ?? '', steps) };
  } finally {
    steps.close();
  }
}

async function act(url: string, steps: MessagePort): Promise<unknown> {
  switch (url) {
    // Which thread it is.
    case 'who':
      return threadId;
    // Long enough for whatever else was sent to this thread to be in it too.
    case 'wait a little':
      await new Promise((done) => setTimeout(done, 300));
      return 'waited';
    // Until it is called off.
    case 'wait':
      return new Promise((done) => steps.once('message', () => done('called off')));
    case 'eat memory': {
      await new Promise((done) => setTimeout(done, 100));
      const eaten: number[][] = [];
      for (;;) eaten.push(Array.from({ length: 10_000 }, (_, i) => i + 0.5));
    }
    case 'exit':
      await new Promise((done) => setTimeout(done, 100));
      return process.exit(3);
    case 'throw from nowhere':
      setTimeout(() => {
        throw new TypeError('nobody waits for this');
      }, 100);
      return 'thrown';
    case 'loop':
      steps.postMessage('reading');
      for (;;);
    default:
      return url;
  }
}

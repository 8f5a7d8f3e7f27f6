import type { OpenAIFault } from './stand-in.ts';

export type Faults = ReturnType<typeof createFaults>;

/** What goes wrong next, as a test has ordered it. */
export function createFaults() {
  const queue: { readonly fault: OpenAIFault; times: number }[] = [];
  return {
    fail(fault: OpenAIFault, times = 1): void {
      if (times > 0) queue.push({ fault, times });
    },
    heal(): void {
      queue.length = 0;
    },
    next(): OpenAIFault | null {
      const [first] = queue;
      if (first === undefined) return null;
      first.times -= 1;
      if (first.times <= 0) queue.shift();
      return first.fault;
    },
  };
}

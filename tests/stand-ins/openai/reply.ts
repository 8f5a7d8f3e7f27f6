import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** One answer on its way: knows whether its reader has gone, and ends every wait with it. */
export type Reply = {
  readonly response: ServerResponse;
  /** Aborted as soon as the connection is gone, or the answer is whole. */
  readonly signal: AbortSignal;
};

export function makeReply(response: ServerResponse): Reply {
  const controller = new AbortController();
  response.on('close', () => controller.abort());
  response.on('error', () => controller.abort());
  return { response, signal: controller.signal };
}

/** Waits; false where the reader has gone meanwhile. */
export async function pause({ signal }: Reply, ms: number): Promise<boolean> {
  try {
    await wait(ms, undefined, { signal });
  } catch {
    return false;
  }
  return !signal.aborted;
}

/** Says nothing any more until the reader gives up; comments only, where they are wished for. */
export async function stall(reply: Reply, commentEveryMs: number | undefined): Promise<void> {
  if (commentEveryMs !== undefined) {
    while (await pause(reply, commentEveryMs)) reply.response.write(': still working\n\n');
    return;
  }
  if (reply.signal.aborted) return;
  await new Promise<void>((done) => reply.signal.addEventListener('abort', () => done(), { once: true }));
}

export function sendJson(
  { response }: Reply,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

export function sendHtml({ response }: Reply, status: number): void {
  response
    .writeHead(status, { 'content-type': 'text/html', server: 'nginx' })
    .end(
      `<html>\r\n<head><title>${status} Bad Gateway</title></head>\r\n<body>\r\n<center><h1>${status} Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n`,
    );
}

import { createServer } from 'node:http';
import type { Slack } from '#platforms/slack/index.ts';

/** What is answered where the platform says that a request is none of its. */
export const NOT_OURS = 'somebody else answers this';

/** A plain server in front of the platform, with nothing between that could catch what it throws. */
export async function serveSlack(platform: () => Pick<Slack, 'answerRequest'>) {
  const server = createServer((request, response) => {
    if (!platform().answerRequest(request, response)) response.writeHead(404).end(NOT_OURS);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

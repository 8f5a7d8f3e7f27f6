import { createServer } from 'node:http';
import type { Card } from '#core/card.ts';

/** A message as people see it now. */
export type FarMessage = { readonly post: string; readonly channel: string; card: Card };

/**
 * A platform on loopback whose memory outlives every byline that talks to it (`call-platform.ts`). `look` sees each message when it
 * is there and the byline does not know yet, and when its answer was sent; at the first it may withhold the answer.
 */
export async function openFarPlatform(
  look: (message: FarMessage, when: 'there' | 'answered') => 'withhold' | undefined = () => undefined,
) {
  const messages: FarMessage[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const { id, channel, card, message } = JSON.parse(body);
      const posted = request.url === '/post' ? { post: id, channel, card } : null;
      if (posted !== null) messages.push(posted);
      if (posted !== null && look(posted, 'there') === 'withhold') return;
      const edited = messages[Number(message)];
      if (request.url === '/edit' && edited !== undefined) edited.card = card;
      const found = request.url === '/post' ? messages.length - 1 : messages.findIndex((one) => one.post === id);
      response.end(JSON.stringify({ message: found < 0 ? null : String(found) }), () => {
        if (posted !== null) look(posted, 'answered');
      });
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { messages, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

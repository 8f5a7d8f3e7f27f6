import { WebSocket } from 'ws';
import { type Fields, isFields, readJson, textAt } from './fields.ts';
import type { SlackStandIn } from './stand-in.ts';

/** A Socket Mode client that does no more than it is told: for late and missing acknowledgements. */
export async function openClient(slack: SlackStandIn, answer: (envelope: Fields) => Fields | null | undefined) {
  const opened = await fetch(`${slack.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.appToken}` },
  });
  const said = readJson(await opened.text());
  const socket = new WebSocket(isFields(said) ? (textAt(said, 'url') ?? '') : '');
  const envelopes: Fields[] = [];
  const greetings: Fields[] = [];
  socket.on('error', () => undefined);
  socket.on('message', (data) => {
    const message = readJson(data.toString());
    if (!isFields(message)) return;
    if (message.envelope_id === undefined) {
      greetings.push(message);
      return;
    }
    envelopes.push(message);
    const payload = answer(message);
    if (payload !== undefined)
      socket.send(JSON.stringify({ envelope_id: message.envelope_id, ...(payload === null ? {} : { payload }) }));
  });
  await new Promise((done) => {
    socket.once('message', done);
    socket.once('close', done);
  });
  return { socket, envelopes, greetings, ticketUrl: isFields(said) ? (textAt(said, 'url') ?? '') : '' };
}

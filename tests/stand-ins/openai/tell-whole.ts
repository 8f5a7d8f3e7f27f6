import { type ChatRecord, note } from './chat-record.ts';
import { type Completion, completionBody } from './completion-bodies.ts';
import { refusalBody } from './refusal.ts';
import { pause, type Reply, sendJson, stall } from './reply.ts';
import type { OpenAIFault, ServerKind } from './stand-in.ts';

/** Tells an answer in one piece, with what goes wrong. */
export async function tellWhole(
  reply: Reply,
  record: ChatRecord,
  completion: Completion,
  fault: OpenAIFault | null,
  kind: ServerKind,
): Promise<void> {
  const { response } = reply;
  const tokens = completion.plan.tokens?.length ?? 0;
  const body = JSON.stringify(completionBody(completion));
  const half = body.slice(0, Math.floor(body.length / 2));
  switch (fault?.kind) {
    case 'stall':
      // A head that promises JSON, and nothing behind it.
      note(record, { status: 200 });
      response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders();
      return stall(reply, undefined);
    case 'cut':
      note(record, { status: 200, end: 'cut' });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.write(half, () => response.destroy());
      return;
    case 'unfinished':
    case 'garbled':
      note(record, { status: 200, end: 'cut' });
      response.writeHead(200, { 'content-type': 'application/json' }).end(half);
      return;
    case 'stream-error': {
      const refusal = {
        status: 500,
        message: 'The server had an error while processing your request. Sorry about that!',
      };
      note(record, { status: 500, error: 'server_error', message: refusal.message, end: 'whole' });
      sendJson(reply, 500, refusalBody(kind, refusal));
      return;
    }
    case 'drip':
      if (!(await pause(reply, fault.everyMs * tokens))) return;
      break;
    default:
  }
  note(record, { status: 200, tokens, end: 'whole' });
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
}

import { setImmediate as turn } from 'node:timers/promises';
import { type ChatRecord, note } from './chat-record.ts';
import { type Completion, choiceOf, chunkBody, usageOf } from './completion-bodies.ts';
import { isJson } from './json.ts';
import { refusalBody } from './refusal.ts';
import { pause, type Reply, stall } from './reply.ts';
import type { OpenAIFault, ServerKind } from './stand-in.ts';

/** Tells an answer token by token as server-sent events, with what goes wrong. */
export async function tellStream(
  reply: Reply,
  record: ChatRecord,
  completion: Completion,
  fault: OpenAIFault | null,
  kind: ServerKind,
): Promise<void> {
  const { response } = reply;
  const { plan } = completion;
  const options = record.body.stream_options;
  const wantsUsage = isJson(options) && options.include_usage === true;
  const emit = (data: unknown): void => void response.write(`data: ${JSON.stringify(data)}\n\n`);
  const emitChoice = (delta: Record<string, unknown>, finish: string | null = null): void =>
    emit(chunkBody(completion, [choiceOf(delta, finish)], wantsUsage ? null : undefined));

  note(record, { status: 200 });
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  response.flushHeaders();
  const tokens = plan.tokens ?? [];
  const breaksAt = fault !== null && breaksOff(fault) ? Math.min(fault.after ?? 0, tokens.length) : null;
  if (breaksAt !== 0 || fault?.kind !== 'stall') {
    emitChoice({
      role: 'assistant',
      content: plan.field === 'content' && plan.tokens !== null ? '' : null,
      refusal: null,
    });
  }
  for (const [index, token] of tokens.entries()) {
    if (index === breaksAt) break;
    if (fault?.kind === 'drip' && !(await pause(reply, fault.everyMs))) return;
    // Each token is a piece of its own on the wire, as from a model.
    await turn();
    if (reply.signal.aborted) return;
    emitChoice({ [plan.field]: token });
    note(record, { tokens: index + 1 });
  }
  if (breaksAt !== null && fault !== null) return breakOff(reply, record, fault, kind);
  emitChoice({}, plan.finish);
  if (wantsUsage) emit(chunkBody(completion, [], usageOf(completion)));
  if (fault?.kind !== 'no-done') response.write('data: [DONE]\n\n');
  note(record, { end: 'whole' });
  response.end();
}

type Breaking = Extract<OpenAIFault, { readonly kind: 'stall' | 'cut' | 'unfinished' | 'stream-error' | 'garbled' }>;

function breaksOff(fault: OpenAIFault): fault is Breaking {
  return ['stall', 'cut', 'unfinished', 'stream-error', 'garbled'].includes(fault.kind);
}

async function breakOff(reply: Reply, record: ChatRecord, fault: OpenAIFault, kind: ServerKind): Promise<void> {
  const { response } = reply;
  if (fault.kind === 'stall') return stall(reply, fault.commentEveryMs);
  note(record, { end: 'cut' });
  if (fault.kind === 'cut') {
    // What was said before must be on its way, or the cut would come first.
    response.write(': \n\n', () => setTimeout(() => response.destroy(), CUT_AFTER_MS));
    return;
  }
  if (fault.kind === 'stream-error') {
    const message = 'The server had an error while processing your request. Sorry about that!';
    const body = refusalBody(kind, { status: 500, message });
    response.write(`data: ${JSON.stringify(body)}\n\n`);
  }
  if (fault.kind === 'garbled') response.write('data: {"id":"chatcmpl-1","object":"chat.compl\n\n');
  response.end();
}

/** Long enough for the bytes to leave, too short to be noticed. */
const CUT_AFTER_MS = 20;

import { splitTokens } from './split-tokens.ts';
import { spoilContent } from './spoil-content.ts';
import type { ChatRequest, OpenAIFault } from './stand-in.ts';

/** What will be told of an answer, if nothing cuts it. */
export type Plan = {
  readonly field: 'content' | 'refusal';
  /** Null: a message without content. */
  readonly tokens: readonly string[] | null;
  readonly finish: 'stop' | 'length' | 'content_filter';
};

/** `room`: the tokens that the context leaves for the answer. */
export function planAnswer(
  said: string | object,
  chat: Pick<ChatRequest, 'maxTokens'>,
  fault: OpenAIFault | null,
  room: number,
): Plan {
  if (fault?.kind === 'refusal') {
    const words = fault.words ?? `I'm sorry, I can't assist with that request.`;
    return { field: 'refusal', tokens: splitTokens(words), finish: 'stop' };
  }
  const plain = typeof said === 'string' ? said : JSON.stringify(said);
  const content = fault?.kind === 'content' ? spoilContent(plain, fault.how) : plain;
  if (content === null) return { field: 'content', tokens: null, finish: 'stop' };
  const tokens = splitTokens(content);
  if (fault?.kind === 'length') return { field: 'content', tokens: tokens.slice(0, fault.after), finish: 'length' };
  if (fault?.kind === 'content-filter') {
    return { field: 'content', tokens: tokens.slice(0, fault.after), finish: 'content_filter' };
  }
  const most = Math.min(chat.maxTokens ?? Number.POSITIVE_INFINITY, room);
  if (tokens.length > most) return { field: 'content', tokens: tokens.slice(0, most), finish: 'length' };
  return { field: 'content', tokens, finish: 'stop' };
}

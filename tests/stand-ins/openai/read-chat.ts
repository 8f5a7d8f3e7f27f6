import { isJson, isList, type Json } from './json.ts';
import { countPrompt } from './split-tokens.ts';
import type { ChatMessage, ChatRequest, ResponseFormat } from './stand-in.ts';

/** What a body asks for, as far as it can be understood; `check-chat.ts` says what is wrong with it. */
export function readChat(body: Json, headers: Readonly<Record<string, string>>): Omit<ChatRequest, 'outcome'> {
  const messages = isList(body.messages) ? body.messages.filter(isJson).map(readMessage) : [];
  const most = body.max_completion_tokens ?? body.max_tokens;
  return {
    model: typeof body.model === 'string' ? body.model : '',
    messages,
    responseFormat: readFormat(body.response_format),
    isStreamed: body.stream === true,
    maxTokens: typeof most === 'number' ? most : null,
    temperature: typeof body.temperature === 'number' ? body.temperature : null,
    headers,
    body,
    at: performance.now(),
    promptTokens: countPrompt(messages),
  };
}

function readMessage({ role, content }: Json): ChatMessage {
  return { role: typeof role === 'string' ? role : '', content: readContent(content) };
}

function readContent(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!isList(content)) return '';
  return content
    .filter(isJson)
    .map(({ text }) => (typeof text === 'string' ? text : ''))
    .join('');
}

function readFormat(format: unknown): ResponseFormat | null {
  if (!isJson(format) || typeof format.type !== 'string') return null;
  const told = isJson(format.json_schema) ? format.json_schema : {};
  return {
    type: format.type,
    name: typeof told.name === 'string' ? told.name : null,
    schema: isJson(told.schema) ? told.schema : null,
    isStrict: told.strict === true,
  };
}

import OpenAI from 'openai';
import { onTestFinished } from 'vitest';
import { createOpenAI } from './create-openai.ts';
import type { OpenAIOptions, OpenAIStandIn } from './stand-in.ts';

/** A stand-in that lives until the test is over, and the real client beside it, which tries nothing twice. */
export async function startOpenAI(
  options: OpenAIOptions = {},
  apiKey = 'sk-stand-in-key',
): Promise<{ server: OpenAIStandIn; client: OpenAI }> {
  const server = await createOpenAI(options);
  onTestFinished(() => server.close());
  return { server, client: new OpenAI({ baseURL: server.baseUrl, apiKey, maxRetries: 0 }) };
}

/** What a stream told, until it ended in whatever way. */
export type Heard = {
  readonly text: string;
  readonly refusal: string;
  readonly pieces: number;
  readonly finish: string | null;
  readonly usage: OpenAI.CompletionUsage | null;
};

/** Listens to a streamed answer with the real client. */
export async function listen(
  client: OpenAI,
  body: Omit<OpenAI.ChatCompletionCreateParamsStreaming, 'stream'>,
  signal?: AbortSignal,
): Promise<Heard> {
  let heard: Heard = { text: '', refusal: '', pieces: 0, finish: null, usage: null };
  const stream = await client.chat.completions.create(
    { ...body, stream: true },
    signal === undefined ? {} : { signal },
  );
  for await (const { choices, usage } of stream) {
    const [choice] = choices;
    heard = {
      text: heard.text + (choice?.delta.content ?? ''),
      refusal: heard.refusal + (choice?.delta.refusal ?? ''),
      pieces: heard.pieces + 1,
      finish: choice?.finish_reason ?? heard.finish,
      usage: usage ?? heard.usage,
    };
  }
  return heard;
}

export const MESSAGES: OpenAI.ChatCompletionMessageParam[] = [
  { role: 'system', content: 'Answer in JSON.' },
  { role: 'user', content: 'Name the harbour.' },
];

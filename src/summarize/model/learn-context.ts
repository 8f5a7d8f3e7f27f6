import type { OpenAI } from 'openai';
import { z } from 'zod';

const modelSchema = z.object({
  id: z.string(),
  /** vLLM */
  max_model_len: z.number().nullish(),
  /** OpenRouter and others */
  context_length: z.number().nullish(),
  context_window: z.number().nullish(),
  /** LM Studio */
  max_context_length: z.number().nullish(),
  /** llama.cpp: what it was started with, beside what it was trained for. */
  meta: z.object({ n_ctx: z.number().nullish(), n_ctx_train: z.number().nullish() }).nullish(),
});
const listSchema = z.object({ data: z.array(z.unknown()) });

/** A list of models comes at once or is not worth waiting for, in ms. */
const LIST_WITHIN_MS = 2_000;

/** OpenAI tells no sizes; none of its models that take a JSON schema reads less. */
const OPENAI_CONTEXT = 128_000;

/** How many tokens the model reads and writes in one request, as the server's list of models tells it; null where it does not. */
export async function learnContext(client: OpenAI, model: string, signal?: AbortSignal): Promise<number | null> {
  if (new URL(client.baseURL).hostname.endsWith('.openai.com')) return OPENAI_CONTEXT;
  try {
    const within = AbortSignal.timeout(LIST_WITHIN_MS);
    const list: unknown = await client.get('/models', {
      signal: signal === undefined ? within : AbortSignal.any([within, signal]),
      timeout: LIST_WITHIN_MS,
    });
    const models = listSchema.parse(list).data.flatMap((one) => modelSchema.safeParse(one).data ?? []);
    const found = models.find(({ id }) => id === model || id === `${model}:latest`);
    const told = found?.max_model_len ?? found?.context_length ?? found?.context_window ?? found?.max_context_length;
    return told ?? found?.meta?.n_ctx ?? null;
  } catch {
    // A server without a list is no reason not to ask it.
    return null;
  }
}

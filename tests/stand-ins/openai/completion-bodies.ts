import type { Json } from './json.ts';
import type { Plan } from './plan-answer.ts';

export type Completion = {
  readonly id: string;
  readonly model: string;
  readonly promptTokens: number;
  readonly plan: Plan;
};

export function usageOf({ promptTokens, plan }: Completion): Json {
  const completion = plan.tokens?.length ?? 0;
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completion,
    total_tokens: promptTokens + completion,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0 },
  };
}

/** An answer in one piece. */
export function completionBody(completion: Completion): Json {
  const { id, model, plan } = completion;
  const text = plan.tokens === null ? null : plan.tokens.join('');
  const message = {
    role: 'assistant',
    content: plan.field === 'content' ? text : null,
    refusal: plan.field === 'refusal' ? text : null,
  };
  return {
    id,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model,
    choices: [{ index: 0, message, logprobs: null, finish_reason: plan.finish }],
    usage: usageOf(completion),
    system_fingerprint: 'fp_stand_in',
  };
}

/** One piece of a stream. `usage` is a key of every piece where it was asked for, and null in all but the last. */
export function chunkBody({ id, model }: Completion, choices: readonly Json[], usage: Json | null | undefined): Json {
  return {
    id,
    object: 'chat.completion.chunk',
    created: Math.floor(Date.now() / 1000),
    model,
    system_fingerprint: 'fp_stand_in',
    choices,
    ...(usage === undefined ? {} : { usage }),
  };
}

export function choiceOf(delta: Json, finish: string | null = null): Json {
  return { index: 0, delta, logprobs: null, finish_reason: finish };
}

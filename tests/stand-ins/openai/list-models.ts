import type { Json } from './json.ts';
import type { ServerKind } from './stand-in.ts';

/** Any moment; the day on which the stand-in's model was made. */
const CREATED = 1_767_225_600;

/** GET /v1/models as this server says it; llama.cpp, vLLM tell the context's size in it. */
export function listModels(kind: ServerKind, model: string, context: number): Json {
  return { object: 'list', data: [describeModel(kind, model, context)] };
}

export function describeModel(kind: ServerKind, model: string, context: number): Json {
  const common = { id: model, object: 'model', created: CREATED };
  switch (kind) {
    case 'llama.cpp':
      return {
        ...common,
        owned_by: 'llamacpp',
        meta: { vocab_type: 2, n_vocab: 128_256, n_ctx: context, n_ctx_train: 131_072, n_embd: 4096 },
      };
    case 'vllm':
      return { ...common, owned_by: 'vllm', root: model, parent: null, max_model_len: context, permission: [] };
    case 'ollama':
      return { ...common, owned_by: 'library' };
    case 'lm-studio':
      return { id: model, object: 'model', owned_by: 'organization_owner' };
    case 'no-schema':
      return { id: model, object: 'model', owned_by: 'deepseek' };
    default:
      return { ...common, owned_by: 'system' };
  }
}

/** GET /props of llama.cpp: the size that it was started with, beside the one that it was trained for. */
export function tellProps(context: number): Json {
  return { default_generation_settings: { n_ctx: context }, total_slots: 1, model_path: '/models/stand-in.gguf' };
}

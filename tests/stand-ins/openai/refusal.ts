import type { Json } from './json.ts';
import type { ServerKind } from './stand-in.ts';

/** Why a request is not answered, before it is put into a server's own form. */
export type Refusal = {
  readonly status: number;
  readonly message: string;
  /** OpenAI's words: 'invalid_request_error', 'tokens', 'server_error', … */
  readonly type?: string;
  readonly param?: string | null;
  readonly code?: string | null;
  /** llama.cpp tells the sizes beside the message. */
  readonly sizes?: { readonly prompt: number; readonly context: number };
  readonly retryAfter?: number;
};

const LLAMA_TYPES: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  404: 'not_found_error',
  500: 'server_error',
  501: 'not_supported_error',
  503: 'unavailable_error',
};

const VLLM_TYPES: Readonly<Record<number, string>> = {
  400: 'BadRequestError',
  401: 'AuthenticationError',
  404: 'NotFoundError',
  413: 'BadRequestError',
  429: 'TooManyRequestsError',
  500: 'InternalServerError',
  503: 'ServiceUnavailableError',
};

/** The body of a refusal as this server writes it. */
export function refusalBody(kind: ServerKind, refusal: Refusal): Json {
  const { status, message, type = typeOf(status), param = null, code = null, sizes } = refusal;
  if (kind === 'llama.cpp') {
    const told = sizes === undefined ? {} : { n_prompt_tokens: sizes.prompt, n_ctx: sizes.context };
    const own = sizes === undefined ? (LLAMA_TYPES[status] ?? 'server_error') : 'exceed_context_size_error';
    return { error: { code: status, message, type: own, ...told } };
  }
  if (kind === 'vllm') {
    if (status === 401) return { error: 'Unauthorized' };
    return { error: { message, type: VLLM_TYPES[status] ?? 'InternalServerError', param, code: status } };
  }
  if (kind === 'ollama') {
    const own = status === 404 ? 'not_found_error' : status < 500 ? 'invalid_request_error' : 'api_error';
    return { error: { message, type: own, param: null, code: null } };
  }
  // LM Studio answers a wrong request with a bare sentence.
  if (kind === 'lm-studio') return { error: message };
  if (kind === 'no-schema') return { error: { message, type, param: null, code: code ?? type } };
  return { error: { message, type, param, code } };
}

function typeOf(status: number): string {
  if (status === 429) return 'requests';
  return status < 500 ? 'invalid_request_error' : 'server_error';
}

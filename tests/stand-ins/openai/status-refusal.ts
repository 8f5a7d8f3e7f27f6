import type { Refusal } from './refusal.ts';
import type { OpenAIFault } from './stand-in.ts';

/** The refusal of a queued status, in OpenAI's words for it. */
export function statusRefusal(fault: Extract<OpenAIFault, { readonly kind: 'status' }>, model: string): Refusal {
  const { status, retryAfter } = fault;
  const told = { status, ...(retryAfter === undefined ? {} : { retryAfter }) };
  const code = fault.code ?? (status === 429 ? 'rate_limit_exceeded' : null);
  if (code === 'insufficient_quota') {
    const message = 'You exceeded your current quota, please check your plan and billing details.';
    return { ...told, message, type: code, code };
  }
  if (status === 429) {
    const message = `Rate limit reached for ${model} on requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in ${retryAfter ?? 20}s.`;
    return { ...told, message, type: 'requests', code };
  }
  if (status === 503) {
    return {
      ...told,
      message: 'The engine is currently overloaded, please try again later',
      type: 'server_error',
      code,
    };
  }
  if (status < 500) return { ...told, message: `The request was refused with ${status}.`, code };
  const message = 'The server had an error while processing your request. Sorry about that!';
  return { ...told, message, type: 'server_error', code };
}

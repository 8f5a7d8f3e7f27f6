import { type ClientOptions, OpenAI } from 'openai';
import { Problem } from '#core/problem.ts';
import type { ModelSettings } from './model-settings.ts';

/** The SDK wants a key that is not empty; servers that want none ignore it. */
const NO_KEY = 'none';

/** The SDK's client without the headers of OPENAI_CUSTOM_HEADERS, which it takes from the environment whatever it is told. */
class OwnClient extends OpenAI {
  constructor(options: ClientOptions) {
    super(options);
    this._options = { ...this._options, defaultHeaders: options.defaultHeaders };
  }
}

/**
 * The SDK's client, told everything that it would otherwise look up in the environment. It tries nothing again by itself: what is
 * tried again, and whether time is left for it, is decided in `create-asker.ts`.
 * @throws Problem `SERVICE_UNAVAILABLE` where OPENAI_CUSTOM_HEADERS holds what is no header: the SDK cannot be made then.
 */
export function openClient({ apiKey, baseUrl }: ModelSettings): OpenAI {
  try {
    return new OwnClient({
      apiKey: apiKey ?? NO_KEY,
      baseURL: baseUrl ?? 'https://api.openai.com/v1',
      adminAPIKey: null,
      organization: null,
      project: null,
      webhookSecret: null,
      maxRetries: 0,
      // It prints whole prompts otherwise where OPENAI_LOG is set.
      logLevel: 'off',
    });
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new Problem('SERVICE_UNAVAILABLE', 'OPENAI_CUSTOM_HEADERS in the environment holds what is no header', {
      cause,
    });
  }
}

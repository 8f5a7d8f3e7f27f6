import type { Json } from './json.ts';

/** What a test can do with the model server that stands in for a real one. `create-openai.ts` makes it. */
export type OpenAIStandIn = {
  /** As OPENAI_BASE_URL has it: ends in `/v1`, no slash. */
  readonly baseUrl: string;
  /** The one key that is right, where the server asks for one. */
  readonly apiKey: string;
  /** The one model that is there. */
  readonly model: string;

  /** What the model says from now on. An object is said as JSON. */
  readonly answerWith: (answer: ModelAnswer) => void;
  /** The next completions go wrong in this way, one each, `times` of them (Infinity: for good); several queue up. */
  readonly fail: (fault: OpenAIFault, times?: number) => void;
  /** Forgets all faults that wait. */
  readonly heal: () => void;

  /** Every request for a completion, in order, also those that were refused. */
  readonly requests: readonly ChatRequest[];
  /** How often the list of models was asked for. */
  readonly modelLists: () => number;
  /** Completions that are still being told now. */
  readonly underWay: () => number;
  /** Cuts what is still open. */
  readonly close: () => Promise<void>;
};

/** Which server stands in: they differ in what they take, in their errors, and in what their list of models says. */
export type ServerKind =
  /** Takes all formats, and refuses schemas and fields that it does not know. */
  | 'openai'
  /** Wants no key, ignores what it does not know, and cuts a prompt over its context without a word. */
  | 'ollama'
  | 'llama.cpp'
  | 'vllm'
  /** Takes json_schema, refuses json_object. */
  | 'lm-studio'
  /** Takes json_object, refuses json_schema (DeepSeek's API is like this). */
  | 'no-schema'
  /** Refuses every response_format but text. */
  | 'no-json';

export type OpenAIOptions = {
  readonly kind?: ServerKind;
  readonly model?: string;
  readonly apiKey?: string;
  /** In tokens of `split-tokens.ts`, for the prompt and the answer together; 128,000 unless told. */
  readonly context?: number;
  /** 413 is what some hosts say in the place of 400. */
  readonly overContextStatus?: 400 | 413;
  /** Refuses `max_tokens` and any `temperature` but 1, as OpenAI's reasoning models do. Only for the kind 'openai'. */
  readonly isReasoning?: boolean;
  /** What the model says until `answerWith`. No answer is held to the schema that was asked for, as with Ollama Cloud. */
  readonly answer?: ModelAnswer;
};

/** Says what the model answers. Where it throws, the server answers 500. */
export type ModelAnswer = (request: ChatRequest) => string | object | Promise<string | object>;

export type ChatMessage = { readonly role: string; readonly content: string };

export type ResponseFormat = {
  readonly type: string;
  readonly name: string | null;
  readonly schema: Json | null;
  readonly isStrict: boolean;
};

export type ChatRequest = {
  readonly model: string;
  /** Parts of a message's content are joined. */
  readonly messages: readonly ChatMessage[];
  readonly responseFormat: ResponseFormat | null;
  readonly isStreamed: boolean;
  /** `max_completion_tokens` or `max_tokens`. */
  readonly maxTokens: number | null;
  readonly temperature: number | null;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it came; empty where it was no JSON object. */
  readonly body: Json;
  /** performance.now() when it was read. */
  readonly at: number;
  readonly promptTokens: number;
  /** What came of it so far. */
  readonly outcome: ChatOutcome;
};

export type ChatOutcome = {
  /** 0 as long as nothing was said, or where the connection was cut before. */
  readonly status: number;
  /** The code, or else the type, of a refusal's body. */
  readonly error: string | null;
  /** The message of a refusal's body. */
  readonly message: string | null;
  /** Tokens of the answer that were sent. */
  readonly tokens: number;
  /** `cut`: by the server, as a fault; `abandoned`: by the client, before the end. */
  readonly end: 'open' | 'whole' | 'cut' | 'abandoned';
  /** Whether the beginning of the prompt was left out (Ollama). */
  readonly isTruncated: boolean;
  /** The fault that was played, if any. */
  readonly fault: OpenAIFault['kind'] | null;
};

/** `after`: so many tokens of the answer are told first. */
export type OpenAIFault =
  /** A refusal in the server's own form; for 429, `code` may be 'insufficient_quota'. `retryAfter` in seconds. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number; readonly code?: string }
  /** A page of the proxy in front of the server. */
  | { readonly kind: 'html'; readonly status?: number }
  /** The connection is cut before any answer. */
  | { readonly kind: 'drop' }
  /** Nothing at all without `after`; with 0 the head comes and no token. `commentEveryMs`: SSE comments go on meanwhile. */
  | { readonly kind: 'stall'; readonly after?: number; readonly commentEveryMs?: number }
  /** The connection is cut in the middle. */
  | { readonly kind: 'cut'; readonly after: number }
  /** The stream ends in order, but without finish_reason, usage and [DONE]. */
  | { readonly kind: 'unfinished'; readonly after: number }
  /** All comes but [DONE]. */
  | { readonly kind: 'no-done' }
  /** `data: {"error": …}` in the place of the rest. Not streamed: 500. */
  | { readonly kind: 'stream-error'; readonly after: number }
  /** A line of the stream is no JSON. Not streamed: the whole body is none. */
  | { readonly kind: 'garbled'; readonly after: number }
  /** The answer itself is spoilt. */
  | { readonly kind: 'content'; readonly how: Spoiling }
  | { readonly kind: 'refusal'; readonly words?: string }
  /** Ends with finish_reason length. */
  | { readonly kind: 'length'; readonly after: number }
  /** Ends with finish_reason content_filter. */
  | { readonly kind: 'content-filter'; readonly after: number }
  /** One token every so many ms; not streamed, all of them after the sum. */
  | { readonly kind: 'drip'; readonly everyMs: number };

export type Spoiling =
  /** A bracket is missing at the end. */
  | 'broken-json'
  /** Two sentences of chat around the JSON. */
  | 'prose'
  /** In ```json fences. */
  | 'fence'
  | 'prose-and-fence'
  /** `<think>…</think>` before it, with braces inside. */
  | 'thinking'
  /** JSON, but of no shape that was asked for. */
  | 'wrong-shape'
  /** An array in the place of an object. */
  | 'array'
  | 'empty'
  /** `content: null` without a refusal. */
  | 'null'
  /** White space for as long as the answer may be: what a model does that has to give JSON and was not told so. */
  | 'blanks';

import { checkStrictSchema } from './check-strict-schema.ts';
import { isJson, isList, type Json } from './json.ts';
import type { Refusal } from './refusal.ts';
import type { Server } from './server-kinds.ts';
import type { ChatRequest } from './stand-in.ts';

/** Every field that POST /v1/chat/completions knows, by the reference of the API. */
const FIELDS = new Set([
  'audio',
  'frequency_penalty',
  'function_call',
  'functions',
  'logit_bias',
  'logprobs',
  'max_completion_tokens',
  'max_tokens',
  'messages',
  'metadata',
  'modalities',
  'model',
  'n',
  'parallel_tool_calls',
  'prediction',
  'presence_penalty',
  'prompt_cache_key',
  'prompt_cache_retention',
  'reasoning_effort',
  'response_format',
  'safety_identifier',
  'seed',
  'service_tier',
  'stop',
  'store',
  'stream',
  'stream_options',
  'temperature',
  'tool_choice',
  'tools',
  'top_logprobs',
  'top_p',
  'user',
  'verbosity',
  'web_search_options',
]);

const ROLES = ['system', 'developer', 'user', 'assistant', 'tool', 'function'];

const SCHEMA_NAME = /^[a-zA-Z0-9_-]{1,64}$/;

const HOTTEST = 2;

type Chat = Omit<ChatRequest, 'outcome'>;

const refuse = (message: string, param: string | null = null, code: string | null = null): Refusal => ({
  status: 400,
  message,
  param,
  code,
});

/** The first thing that the server holds against a request that came as JSON; null where it takes it. */
export function checkChat(chat: Chat, server: Server, { isReasoning }: { isReasoning: boolean }): Refusal | null {
  const { body } = chat;
  return (
    checkModelField(body) ??
    checkMessages(body) ??
    (server.isStrict ? checkFields(body) : null) ??
    checkNumbers(body) ??
    (isReasoning ? checkReasoning(body) : null) ??
    checkStreaming(body, server) ??
    checkFormat(chat, server)
  );
}

function checkModelField({ model }: Json): Refusal | null {
  if (model === undefined) return refuse('you must provide a model parameter');
  if (typeof model === 'string' && model !== '') return null;
  return refuse(`Invalid type for 'model': expected a string.`, 'model', 'invalid_type');
}

function checkMessages({ messages }: Json): Refusal | null {
  if (messages === undefined) {
    return refuse(`Missing required parameter: 'messages'.`, 'messages', 'missing_required_parameter');
  }
  if (!isList(messages)) {
    return refuse(`Invalid type for 'messages': expected an array of objects.`, 'messages', 'invalid_type');
  }
  if (messages.length === 0) {
    const reason = `Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.`;
    return refuse(reason, 'messages', 'empty_array');
  }
  for (const [index, message] of messages.entries()) {
    const param = `messages[${index}]`;
    if (!isJson(message)) return refuse(`Invalid type for '${param}': expected an object.`, param, 'invalid_type');
    if (message.role === undefined) {
      return refuse(`Missing required parameter: '${param}.role'.`, `${param}.role`, 'missing_required_parameter');
    }
    if (typeof message.role !== 'string' || !ROLES.includes(message.role)) {
      const known = ROLES.map((role) => `'${role}'`).join(', ');
      const reason = `Invalid value: '${String(message.role)}'. Supported values are: ${known}.`;
      return refuse(reason, `${param}.role`, 'invalid_value');
    }
    if (typeof message.content !== 'string' && !isList(message.content) && message.role !== 'assistant') {
      const reason = `Invalid value for 'content': expected a string, got ${message.content === null || message.content === undefined ? 'null' : typeof message.content}.`;
      return refuse(reason, `${param}.content`);
    }
  }
  return null;
}

function checkFields(body: Json): Refusal | null {
  const foreign = Object.keys(body).find((key) => !FIELDS.has(key));
  return foreign === undefined ? null : refuse(`Unknown parameter: '${foreign}'.`, foreign, 'unknown_parameter');
}

function checkNumbers(body: Json): Refusal | null {
  const { temperature } = body;
  if (temperature !== undefined && temperature !== null) {
    if (typeof temperature !== 'number') {
      return refuse(`Invalid type for 'temperature': expected a decimal.`, 'temperature', 'invalid_type');
    }
    if (temperature < 0 || temperature > HOTTEST) {
      const [word, bound] = temperature < 0 ? ['>=', 0] : ['<=', HOTTEST];
      const reason = `Invalid 'temperature': decimal out of range. Expected a value ${word} ${bound}, but got ${temperature} instead.`;
      return refuse(reason, 'temperature', 'decimal_out_of_range');
    }
  }
  for (const param of ['max_tokens', 'max_completion_tokens']) {
    const value = body[param];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      return refuse(`Invalid type for '${param}': expected an integer.`, param, 'invalid_type');
    }
    if (value < 1) {
      const reason = `Invalid '${param}': integer below minimum value. Expected a value >= 1, but got ${value} instead.`;
      return refuse(reason, param, 'integer_below_min_value');
    }
  }
  return null;
}

function checkReasoning({ max_tokens, temperature }: Json): Refusal | null {
  if (max_tokens !== undefined && max_tokens !== null) {
    const reason = `Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.`;
    return refuse(reason, 'max_tokens', 'unsupported_parameter');
  }
  if (temperature !== undefined && temperature !== null && temperature !== 1) {
    const reason = `Unsupported value: 'temperature' does not support ${String(temperature)} with this model. Only the default (1) value is supported.`;
    return refuse(reason, 'temperature', 'unsupported_value');
  }
  return null;
}

function checkStreaming({ stream, stream_options }: Json, server: Server): Refusal | null {
  if (stream !== undefined && stream !== null && typeof stream !== 'boolean') {
    return refuse(`Invalid type for 'stream': expected a boolean.`, 'stream', 'invalid_type');
  }
  if (!server.isStrict || stream_options === undefined || stream_options === null || stream === true) return null;
  return refuse(`The 'stream_options' parameter is only allowed when 'stream' is enabled.`, 'stream_options');
}

function checkFormat({ body, responseFormat, messages }: Chat, server: Server): Refusal | null {
  if (body.response_format === undefined || body.response_format === null) return null;
  if (responseFormat === null) {
    const param = 'response_format.type';
    return refuse(`Missing required parameter: '${param}'.`, param, 'missing_required_parameter');
  }
  const { type, name, schema, isStrict } = responseFormat;
  if (!server.formats.includes(type)) return { status: 400, ...server.formatRefused(type) };
  if (type === 'json_object' && server.isStrict && !messages.some(({ content }) => /json/i.test(content))) {
    const reason = `'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.`;
    return refuse(reason, 'messages');
  }
  if (type !== 'json_schema') return null;
  if (name === null || schema === null) {
    const param = `response_format.json_schema${name === null ? '.name' : '.schema'}`;
    return refuse(`Missing required parameter: '${param}'.`, param, 'missing_required_parameter');
  }
  if (!server.isStrict) return null;
  if (!SCHEMA_NAME.test(name)) {
    const param = 'response_format.json_schema.name';
    const reason = `Invalid '${param}': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.`;
    return refuse(reason, param, 'invalid_value');
  }
  const found = isStrict ? checkStrictSchema(schema) : null;
  return found === null ? null : refuse(`Invalid schema for response_format '${name}': ${found}`, 'response_format');
}

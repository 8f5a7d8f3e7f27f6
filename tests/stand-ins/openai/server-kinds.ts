import type { Refusal } from './refusal.ts';
import type { ServerKind } from './stand-in.ts';

export type Server = {
  /** Types of `response_format` that it takes. */
  readonly formats: readonly string[];
  readonly wantsKey: boolean;
  /** Whether it refuses fields and schemas that it does not know. */
  readonly isStrict: boolean;
  /** Whether it answers for any name of a model. */
  readonly takesAnyModel: boolean;
  /** Whether it leaves out the beginning of a prompt that is too long, in the place of a refusal. */
  readonly cutsPrompt: boolean;
  readonly modelMissing: (model: string) => string;
  readonly formatRefused: (type: string) => Omit<Refusal, 'status'>;
};

const ALL = ['text', 'json_object', 'json_schema'];

const LENIENT = {
  formats: ALL,
  wantsKey: true,
  isStrict: false,
  takesAnyModel: false,
  cutsPrompt: false,
  modelMissing: (model: string) => `The model \`${model}\` does not exist.`,
  formatRefused: (type: string) => ({ message: `response_format type must be one of ${ALL.join(', ')}, got: ${type}` }),
} as const satisfies Server;

const OPENAI: Server = {
  ...LENIENT,
  isStrict: true,
  modelMissing: (model) => `The model \`${model}\` does not exist or you do not have access to it.`,
  formatRefused: (type) => ({
    message: `Invalid value: '${type}'. Supported values are: 'json_object', 'json_schema', and 'text'.`,
    param: 'response_format.type',
    code: 'invalid_value',
  }),
};

/** How the servers differ, as their sources, documents and error reports show them. */
export const SERVERS: Readonly<Record<ServerKind, Server>> = {
  openai: OPENAI,
  ollama: {
    ...LENIENT,
    wantsKey: false,
    cutsPrompt: true,
    modelMissing: (model) => `model "${model}" not found, try pulling it first`,
  },
  'llama.cpp': { ...LENIENT, takesAnyModel: true },
  vllm: LENIENT,
  'lm-studio': {
    ...LENIENT,
    wantsKey: false,
    formats: ['text', 'json_schema'],
    modelMissing: (model) => `Model "${model}" not found. Please specify a valid model.`,
    formatRefused: () => ({ message: `'response_format.type' must be 'json_schema' or 'text'` }),
  },
  'no-schema': {
    ...LENIENT,
    formats: ['text', 'json_object'],
    modelMissing: () => 'Model Not Exist',
    formatRefused: () => ({ message: 'This response_format type is unavailable now' }),
  },
  'no-json': {
    ...OPENAI,
    isStrict: false,
    formats: ['text'],
    formatRefused: (type) => ({
      message: `Invalid parameter: 'response_format' of type '${type}' is not supported with this model.`,
      param: 'response_format',
    }),
  },
};

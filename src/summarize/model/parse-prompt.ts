/** What a prompt asks for, and so which answer is expected: key points, an answer, points mended; `none`: only rules. */
export type PromptSchema = 'none' | 'brief' | 'answer' | 'repair';

/** One file of `prompts/`. */
export type Prompt = {
  /** Folder and file name without its end: "brief/standard". */
  readonly name: string;
  readonly version: number;
  readonly purpose: string;
  readonly schema: PromptSchema;
  /** How many points the style takes at most; null: by the length of the article. */
  readonly points: number | null;
  /** The words for the model; a variable stands in double braces. */
  readonly body: string;
};

/** The variables that there are, for each schema. All of them must be used: without its data a task cannot be done. */
const VARIABLES: Readonly<Record<PromptSchema, readonly string[]>> = {
  none: ['fence', 'language'],
  brief: ['points', 'testimony'],
  answer: ['question', 'testimony'],
  repair: ['objections', 'testimony'],
};

const FIELDS = ['name', 'version', 'purpose', 'variables', 'schema', 'points'];
const MOST_POINTS = 10;

/**
 * A prompt from its file's text.
 * @param name as the file is called, from the folder of prompts on.
 * @throws Error that says everything that is wrong with it, in words for whoever wrote it.
 */
export function parsePrompt(text: string, name: string): Prompt {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll('\r\n', '\n')) ?? [];
  if (head === undefined || body === undefined)
    throw new Error('does not begin with front matter: lines of “name: value” between two lines of “---”');
  const complaints: string[] = [];
  const fields = readFields(head, complaints);
  const field = (key: string) => {
    const value = fields.get(key) ?? '';
    if (value === '') complaints.push(`lacks “${key}”`);
    return value;
  };
  if (field('name') !== name) complaints.push(`its name is “${fields.get('name') ?? ''}”, and its file’s “${name}”`);
  const version = readWhole(field('version'), 'version', Number.MAX_SAFE_INTEGER, complaints);
  const purpose = field('purpose');
  const schema = readSchema(field('schema'), complaints);
  complainOfVariables(body, field('variables'), schema, complaints);
  const points = fields.has('points') ? readWhole(field('points'), 'points', MOST_POINTS, complaints) : null;
  if (body.trim() === '') complaints.push('has no words for the model');
  if (complaints.length > 0) throw new Error(complaints.join(', '));
  return { name, version, purpose, schema, points, body: body.trim() };
}

function readFields(head: string, complaints: string[]): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of head.split('\n').filter((one) => one.trim() !== '')) {
    const [, key = '', value = ''] = /^(\w+):(.*)$/.exec(line) ?? [];
    if (!FIELDS.includes(key)) complaints.push(`“${line.slice(0, 60)}” is no line of its front matter`);
    else fields.set(key, value.trim());
  }
  return fields;
}

function readWhole(value: string, name: string, most: number, complaints: string[]): number {
  const number = /^[1-9]\d{0,8}$/.test(value) ? Number(value) : Number.NaN;
  if (number <= most) return number;
  if (value !== '') complaints.push(`its ${name} is “${value}”, which is no whole number from 1 on`);
  return 1;
}

function readSchema(value: string, complaints: string[]): PromptSchema {
  const known = SCHEMAS.find((schema) => schema === value);
  if (known === undefined && value !== '') complaints.push(`its schema is “${value}”, not ${SCHEMAS.join(', ')}`);
  return known ?? 'none';
}

const SCHEMAS: readonly PromptSchema[] = ['none', 'brief', 'answer', 'repair'];

function complainOfVariables(body: string, list: string, schema: PromptSchema, complaints: string[]): void {
  const listed = list
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const used = new Set([...body.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = '']) => name));
  const known = VARIABLES[schema];
  for (const name of used) {
    if (!known.includes(name)) complaints.push(`uses {{${name}}}, and there is only ${known.join(', ')}`);
    else if (!listed.includes(name)) complaints.push(`uses {{${name}}} and does not list it under variables`);
  }
  for (const name of listed) if (!used.has(name)) complaints.push(`lists the variable ${name} and does not use it`);
  for (const name of known) if (!used.has(name)) complaints.push(`does not use {{${name}}}, which a ${schema} needs`);
}

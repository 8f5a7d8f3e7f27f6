import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '#core/problem.ts';
import { type Prompt, type PromptSchema, parsePrompt } from './parse-prompt.ts';

export type Prompts = {
  readonly groundRules: Prompt;
  /** By style: `prompts/brief/x.md` is the style x. */
  readonly brief: ReadonlyMap<string, Prompt>;
  readonly answer: Prompt;
  /** Of one story. */
  readonly digest: Prompt;
  readonly repair: Prompt;
};

const FOLDER = path.join(import.meta.dirname, '../../../prompts');

/** The style where nobody names one. */
const STANDARD = 'standard';

/**
 * Reads the folder of prompts. A slip in one of them is found here, at the start, and not by the reader whose briefing fails.
 * @throws Problem `BAD_SETTINGS` that names every file that is wrong, and why.
 */
export function loadPrompts(folder: string = FOLDER): Prompts {
  const complaints: string[] = [];
  const load = (name: string, schema: PromptSchema): Prompt => {
    try {
      const prompt = parsePrompt(readFileSync(path.join(folder, `${name}.md`), 'utf8'), name);
      if (prompt.schema !== schema) throw new Error(`its schema is ${prompt.schema}, and here it must be ${schema}`);
      return prompt;
    } catch (cause) {
      complaints.push(`prompts/${name}.md ${cause instanceof Error ? cause.message : String(cause)}`);
      return { name, schema, version: 1, purpose: '', points: null, body: '' };
    }
  };
  const styles = stylesIn(folder, complaints);
  if (!styles.includes(STANDARD)) complaints.push('prompts/brief/standard.md is missing');
  const prompts: Prompts = {
    groundRules: load('ground-rules', 'none'),
    brief: new Map(styles.map((style) => [style, load(`brief/${style}`, 'brief')])),
    answer: load('answer/standard', 'answer'),
    digest: load('digest/standard', 'brief'),
    repair: load('repair/standard', 'repair'),
  };
  if (complaints.length > 0) throw new Problem('BAD_SETTINGS', complaints.join('; '));
  return prompts;
}

/** The values of `style`, before anybody looks whether the prompts are sound. */
export function listStyles(folder: string = FOLDER): readonly string[] {
  return stylesIn(folder, []);
}

/** The names of the styles, `standard` first. A file whose name no reader could type is none. */
function stylesIn(folder: string, complaints: string[]): string[] {
  return filesIn(path.join(folder, 'brief'), complaints)
    .map((file) => /^([a-z][a-z0-9-]{0,29})\.md$/.exec(file)?.[1])
    .filter((name) => name !== undefined)
    .toSorted((a, b) => Number(b === STANDARD) - Number(a === STANDARD) || (a < b ? -1 : 1));
}

function filesIn(folder: string, complaints: string[]): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    complaints.push(`${folder} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
    return [];
  }
}

/** The words of a prompt with its variables filled in. A value is never looked into for further variables. */
export function fillPrompt({ body }: Prompt, values: Readonly<Record<string, string>>): string {
  return body.replaceAll(/\{\{([^{}]*)\}\}/g, (whole, name: string) => values[name] ?? whole);
}

/** As a briefing names the prompt that wrote it: "brief/standard@2". */
export function labelOf({ name, version }: Prompt): string {
  return `${name}@${version}`;
}

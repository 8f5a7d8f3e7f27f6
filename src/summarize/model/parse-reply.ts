import type { z } from 'zod';
import { ModelFault } from './model-fault.ts';

/** What open models think aloud before they answer; it may hold braces. */
const THOUGHTS = /<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/giu;

/**
 * The value that a model was asked for, out of what it said: servers that hold it to no schema let it chat around the JSON.
 * @throws ModelFault `unreadable` where there is none, or of another shape.
 */
export function parseReply<T>(text: string, schema: z.ZodType<T>): T {
  const json = findJson(text.replace(THOUGHTS, ''));
  if (json === undefined) throw new ModelFault('unreadable', 'the model’s answer could not be read');
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new ModelFault('unreadable', 'the model’s answer had another form than it was asked for');
  return parsed.data;
}

/** The whole text as JSON; else what stands in a fence; else the first object in it that can be read. */
function findJson(text: string): unknown {
  const fenced = /```(?:json)?\s*([\s\S]*?)```/iu.exec(text)?.[1];
  for (const candidate of [text, fenced, ...objectsIn(text)]) {
    if (candidate === undefined || candidate.trim() === '') continue;
    try {
      return JSON.parse(candidate);
    } catch {
      // The next candidate may do.
    }
  }
  return undefined;
}

/** Braces at which an object is looked for; chat around JSON has few. */
const MOST_BRACES = 5;

/** What stands between a brace and the one that closes it; braces inside strings do not count. */
function objectsIn(text: string): string[] {
  const found: string[] = [];
  let start = text.indexOf('{');
  for (let tries = 0; start >= 0 && tries < MOST_BRACES; tries++) {
    const end = closingBrace(text, start);
    if (end > 0) found.push(text.slice(start, end + 1));
    start = text.indexOf('{', (end > 0 ? end : start) + 1);
  }
  return found;
}

function closingBrace(text: string, start: number): number {
  let depth = 0;
  let isString = false;
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at);
    if (isString) {
      if (char === '\\') at++;
      else if (char === '"') isString = false;
    } else if (char === '"') isString = true;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at;
  }
  return -1;
}

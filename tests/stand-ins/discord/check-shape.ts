import type { Issue } from './discord-error.ts';
import { isRecord, type Json, lengthOf } from './json.ts';

type Path = readonly (string | number)[];
type Checked = { readonly success: boolean; readonly error?: { readonly issues: readonly Json[] } };

/** What this file needs to know of a schema of `discord-api-spec/zod` (Zod 4 mini). */
export type SpecSchema = {
  readonly _zod: { readonly def: Readonly<Record<string, unknown> & { type: string }> };
  readonly safeParse: (value: unknown) => Checked;
};

const OF_ANOTHER_KIND = 'BASE_TYPE_CONSTRAINTS';

/** Keys that Discord documents and its specification lacks: `nsfw` of commands. */
const UNSPECIFIED_KEYS: readonly string[] = ['nsfw'];

/**
 * Holds a value against one of Discord's own schemas. The schemas let unknown keys pass, so we walk them ourselves, and
 * choose the branch of a union by its `type`: a typo deep in a component is named where it stands.
 */
export function checkShape(schema: SpecSchema, value: unknown, path: Path = []): readonly Issue[] {
  const { def } = schema._zod;
  switch (def.type) {
    case 'lazy':
      return checkShape(lazyOf(def), value, path);
    case 'optional':
      return value === undefined ? [] : checkShape(innerOf(def.innerType), value, path);
    case 'nullable':
      return value === null ? [] : checkShape(innerOf(def.innerType), value, path);
    case 'object':
      return checkObject(def, value, path);
    case 'array':
      return checkArray(schema, value, path);
    case 'record':
      return isRecord(value)
        ? Object.entries(value).flatMap(([key, item]) => checkShape(innerOf(def.valueType), item, [...path, key]))
        : [wrongKind(path, 'dictionary')];
    case 'union':
      return checkUnion(def, value, path);
    case 'intersection':
      return [...checkShape(innerOf(def.left), value, path), ...checkShape(innerOf(def.right), value, path)];
    default:
      return checkLeaf(schema, value, path);
  }
}

function checkObject(def: Json, value: unknown, path: Path): readonly Issue[] {
  if (!isRecord(value)) return [wrongKind(path, 'dictionary')];
  const shape = isRecord(def.shape) ? def.shape : {};
  const unknown = Object.keys(value)
    .filter((key) => value[key] !== undefined && !(key in shape) && !UNSPECIFIED_KEYS.includes(key))
    .map((key) => ({
      path: [...path, key],
      code: 'UNKNOWN_FIELD',
      message: 'Discord does not know this field and would drop it without a word',
    }));
  const known = Object.entries(shape).flatMap(([key, field]) =>
    value[key] === undefined && !isOptional(field)
      ? [{ path: [...path, key], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]
      : checkShape(innerOf(field), value[key], [...path, key]),
  );
  return [...unknown, ...known];
}

function checkArray(schema: SpecSchema, value: unknown, path: Path): readonly Issue[] {
  if (!Array.isArray(value)) return [wrongKind(path, 'list')];
  const { def } = schema._zod;
  const element = innerOf(def.element);
  const lengths = listOfChecks(def).flatMap((check) => {
    const { minimum, maximum } = check;
    const isBad =
      (typeof minimum === 'number' && value.length < minimum) ||
      (typeof maximum === 'number' && value.length > maximum);
    const message =
      typeof maximum === 'number' ? `Must be ${maximum} or fewer in length.` : `Must be ${minimum} or more in length.`;
    return isBad ? [{ path, code: 'BASE_TYPE_BAD_LENGTH', message }] : [];
  });
  return [...lengths, ...value.flatMap((item, index) => checkShape(element, item, [...path, index]))];
}

function checkUnion(def: Json, value: unknown, path: Path): readonly Issue[] {
  const branches = (Array.isArray(def.options) ? def.options : []).map((option) => unwrap(innerOf(option)));
  const tags = branches.map((branch) => tagsOf(branch));
  if (isRecord(value) && tags.some((tag) => tag !== null)) {
    const branch = branches.find((_, index) => tags[index]?.includes(value.type));
    if (branch !== undefined) return checkShape(branch, value, path);
    const known = tags.flatMap((tag) => tag ?? []).join(', ');
    return [
      {
        path: [...path, 'type'],
        code: 'UNION_TYPE_CHOICES',
        message: `Value of field "type" must be one of (${known}).`,
      },
    ];
  }
  const found = branches.map((branch) => checkShape(branch, value, path));
  // The branch of the right kind says what is wrong; the others say only that it is not theirs.
  return found.toSorted((one, other) => strangeness(one) - strangeness(other))[0] ?? [];
}

function strangeness(issues: readonly Issue[]): number {
  return issues.reduce((sum, { code }) => sum + (code === OF_ANOTHER_KIND ? 2 : 1), 0);
}

function checkLeaf(schema: SpecSchema, value: unknown, path: Path): readonly Issue[] {
  const checked = schema.safeParse(value);
  if (checked.success) return [];
  return (checked.error?.issues ?? [])
    .filter((issue) => !isShortEnough(issue, value))
    .map((issue) => ({ path, ...inWords(issue, value) }));
}

/** Zod counts UTF-16 units. */
function isShortEnough({ code, maximum }: Json, value: unknown): boolean {
  return code === 'too_big' && typeof value === 'string' && lengthOf(value) <= Number(maximum);
}

/** Discord's code and words for a complaint of Zod. */
function inWords(issue: Json, value: unknown): { readonly code: string; readonly message: string } {
  if (value === undefined || value === null) return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  if (issue.code === 'too_big' && typeof value === 'string')
    return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
  if (issue.code === 'too_small' && typeof value === 'string')
    return { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
  if (issue.code === 'too_big')
    return { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${issue.maximum}.` };
  if (issue.code === 'too_small')
    return { code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${issue.minimum}.` };
  if (issue.format === 'url') return { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' };
  if (issue.code === 'invalid_value')
    return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${String(issue.values)}}.` };
  return { code: OF_ANOTHER_KIND, message: typeof issue.message === 'string' ? issue.message : 'Not valid' };
}

function wrongKind(path: Path, kind: 'dictionary' | 'list'): Issue {
  return kind === 'list'
    ? { path, code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' }
    : { path, code: 'MODEL_TYPE_CONVERT', message: 'Only dictionaries may be used in a ModelType' };
}

/** The literals that the schema's `type` may be, or null when it has none. */
function tagsOf(schema: SpecSchema): readonly unknown[] | null {
  const { shape } = schema._zod.def;
  const type = isRecord(shape) ? shape.type : undefined;
  if (type === undefined) return null;
  const { values } = unwrap(innerOf(type))._zod.def;
  return Array.isArray(values) ? values : null;
}

function isOptional(schema: unknown): boolean {
  const { type, innerType, options } = innerOf(schema)._zod.def;
  if (type === 'nullable') return isOptional(innerType);
  if (type === 'union') return Array.isArray(options) && options.some(isOptional);
  return type === 'optional' || type === 'undefined' || type === 'unknown';
}

function unwrap(schema: SpecSchema): SpecSchema {
  return schema._zod.def.type === 'lazy' ? unwrap(lazyOf(schema._zod.def)) : schema;
}

function lazyOf(def: Json): SpecSchema {
  return innerOf(typeof def.getter === 'function' ? def.getter() : null);
}

function listOfChecks(def: Json): readonly Json[] {
  return (Array.isArray(def.checks) ? def.checks : []).map((check: SpecSchema) => check._zod.def);
}

function isSchema(value: unknown): value is SpecSchema {
  return isRecord(value) && '_zod' in value;
}

function innerOf(value: unknown): SpecSchema {
  if (!isSchema(value)) throw new Error('discord-api-spec holds something that is not a schema');
  return value;
}

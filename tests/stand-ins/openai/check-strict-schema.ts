import { isJson, isList, type Json } from './json.ts';

/** What a schema may hold where it is strict, by the guide to structured outputs. */
const ALLOWED = new Set([
  '$schema',
  '$id',
  '$ref',
  '$defs',
  'definitions',
  'title',
  'description',
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'enum',
  'const',
  'anyOf',
  'pattern',
  'format',
  'multipleOf',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minItems',
  'maxItems',
]);

const FORMATS = new Set(['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uuid']);

const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);

const MOST_PROPERTIES = 5_000;
const DEEPEST = 10;
const MOST_ENUM_VALUES = 1_000;

type Walk = { properties: number; enumValues: number; readonly root: Json };

/** The first thing that OpenAI holds against a strict schema, in its words; null where it is sound. */
export function checkStrictSchema(schema: Json): string | null {
  if (schema.type !== 'object') {
    const type = schema.anyOf === undefined ? String(schema.type ?? 'None') : 'None';
    return `schema must be a JSON Schema of 'type: "object"', got 'type: "${type}"'.`;
  }
  const walk: Walk = { properties: 0, enumValues: 0, root: schema };
  const found = checkNode(schema, [], 0, walk);
  if (found !== null) return found;
  if (walk.properties > MOST_PROPERTIES) {
    return `schema has ${walk.properties} total object properties, exceeding the limit of ${MOST_PROPERTIES}.`;
  }
  if (walk.enumValues > MOST_ENUM_VALUES) {
    return `schema has ${walk.enumValues} enum values in total, exceeding the limit of ${MOST_ENUM_VALUES}.`;
  }
  return null;
}

type Path = readonly string[];

function checkNode(node: unknown, path: Path, depth: number, walk: Walk): string | null {
  const where = contextOf(path);
  if (!isJson(node)) return `${where} schema must be an object.`;
  if (depth > DEEPEST) return `schema exceeds the maximum nesting of ${DEEPEST} levels.`;
  const foreign = Object.keys(node).find((key) => !ALLOWED.has(key));
  if (foreign !== undefined) return `${where} '${foreign}' is not permitted.`;
  return (
    checkReference(node, where, walk) ??
    checkType(node, where) ??
    checkFormat(node, where) ??
    checkEnum(node, where, walk) ??
    checkObject(node, path, depth, walk) ??
    checkArray(node, path, depth, walk) ??
    checkAnyOf(node, path, depth, walk) ??
    checkDefinitions(node, path, walk)
  );
}

function checkReference({ $ref }: Json, where: string, { root }: Walk): string | null {
  if ($ref === undefined) return null;
  if (typeof $ref !== 'string' || !$ref.startsWith('#')) return `${where} '$ref' must start with '#'.`;
  let target: unknown = root;
  for (const key of $ref.split('/').slice(1)) target = isJson(target) ? target[key] : undefined;
  return isJson(target) ? null : `${where} reference to component '${$ref}' which was not found in the schema.`;
}

function checkType({ type, $ref, anyOf, enum: values, const: one }: Json, where: string): string | null {
  if (type === undefined) {
    const isTold = [$ref, anyOf, values, one].some((key) => key !== undefined);
    return isTold ? null : `${where} schema must have a 'type' key.`;
  }
  const types = isList(type) ? type : [type];
  const wrong = types.find((name) => typeof name !== 'string' || !TYPES.has(name));
  return wrong === undefined ? null : `${where} '${String(wrong)}' is not valid under any of the given schemas.`;
}

function checkFormat({ format }: Json, where: string): string | null {
  if (format === undefined || (typeof format === 'string' && FORMATS.has(format))) return null;
  return `${where} '${String(format)}' is not a valid format.`;
}

function checkEnum({ enum: values }: Json, where: string, walk: Walk): string | null {
  if (values === undefined) return null;
  if (!isList(values) || values.length === 0) return `${where} 'enum' must be a non-empty array.`;
  walk.enumValues += values.length;
  return null;
}

function checkObject(node: Json, path: Path, depth: number, walk: Walk): string | null {
  const where = contextOf(path);
  const isObject = node.type === 'object' || (isList(node.type) && node.type.includes('object'));
  if (!isObject) return null;
  if (node.additionalProperties !== false) {
    return `${where} 'additionalProperties' is required to be supplied and to be false.`;
  }
  const properties = isJson(node.properties) ? node.properties : {};
  const keys = Object.keys(properties);
  walk.properties += keys.length;
  const required = isList(node.required) ? node.required : [];
  const missing = keys.find((key) => !required.includes(key));
  const every = `${where} 'required' is required to be supplied and to be an array including every key in properties.`;
  if (missing !== undefined) return `${every} Missing '${missing}'.`;
  const extra = required.find((key) => typeof key !== 'string' || !Object.hasOwn(properties, key));
  if (extra !== undefined) return `${every} Extra required key '${String(extra)}' supplied.`;
  for (const key of keys) {
    const found = checkNode(properties[key], [...path, 'properties', key], depth + 1, walk);
    if (found !== null) return found;
  }
  return null;
}

function checkArray(node: Json, path: Path, depth: number, walk: Walk): string | null {
  const isArray = node.type === 'array' || (isList(node.type) && node.type.includes('array'));
  if (!isArray) return null;
  if (node.items === undefined) return `${contextOf(path)} array schema missing items.`;
  return checkNode(node.items, [...path, 'items'], depth + 1, walk);
}

function checkAnyOf(node: Json, path: Path, depth: number, walk: Walk): string | null {
  if (node.anyOf === undefined) return null;
  if (!isList(node.anyOf) || node.anyOf.length === 0) {
    return `${contextOf(path)} 'anyOf' must be a non-empty array.`;
  }
  for (const [index, option] of node.anyOf.entries()) {
    const found = checkNode(option, [...path, 'anyOf', String(index)], depth + 1, walk);
    if (found !== null) return found;
  }
  return null;
}

function checkDefinitions(node: Json, path: Path, walk: Walk): string | null {
  for (const key of ['$defs', 'definitions']) {
    const definitions = node[key];
    if (!isJson(definitions)) continue;
    for (const [name, definition] of Object.entries(definitions)) {
      const found = checkNode(definition, [...path, key, name], 0, walk);
      if (found !== null) return found;
    }
  }
  return null;
}

/** In context=('properties', 'points', 'items'), … with OpenAI's brackets: those of a Python tuple. */
function contextOf(path: Path): string {
  const [first] = path;
  if (first === undefined) return 'In context=(),';
  return `In context=(${path.map((key) => (/^\d+$/.test(key) ? key : `'${key}'`)).join(', ')}${path.length === 1 ? ',' : ''}),`;
}

import { zodResponseFormat } from 'openai/helpers/zod';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkStrictSchema } from './check-strict-schema.ts';

const text = { type: 'string' };
const object = (properties: Record<string, unknown>, more: object = {}) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...more,
});

function nested(levels: number): Record<string, unknown> {
  return levels === 0 ? text : object({ in: nested(levels - 1) });
}

test.each<[string, Record<string, unknown>]>([
  ['an object', object({ a: text })],
  ['no properties', object({})],
  ['null as a type', object({ a: { type: ['string', 'null'] } })],
  ['anyOf', object({ a: { anyOf: [text, { type: 'null' }] } })],
  ['a list of objects', object({ a: { type: 'array', items: object({ b: text }), minItems: 1, maxItems: 9 } })],
  ['numbers within bounds', object({ a: { type: 'integer', minimum: 1, maximum: 9 } })],
  ['enum and const', object({ a: { type: 'string', enum: ['x', 'y'] }, b: { const: 'z' } })],
  ['definitions', object({ a: { $ref: '#/$defs/A' } }, { $defs: { A: object({ b: text }) } })],
  ['itself again', object({ a: { anyOf: [{ $ref: '#' }, { type: 'null' }] } })],
  ['a known format', object({ a: { type: 'string', format: 'date' } })],
  ['ten levels', nested(10)],
])('takes %s', (_, schema) => {
  expect(checkStrictSchema(schema)).toBeNull();
});

test.each<[string, Record<string, unknown>, string]>([
  ['a list at the top', { type: 'array', items: text }, `got 'type: "array"'`],
  ['anyOf at the top', { anyOf: [object({})] }, `got 'type: "None"'`],
  ['further properties', object({}, { additionalProperties: true }), `In context=(), 'additionalProperties'`],
  [
    'further properties inside',
    object({ a: { ...object({}), additionalProperties: undefined } }),
    `('properties', 'a'), 'additionalProperties'`,
  ],
  ['what is optional', object({ a: text, b: text }, { required: ['a'] }), `Missing 'b'.`],
  ['nothing required', object({ a: text }, { required: undefined }), `Missing 'a'.`],
  ['what is required and unknown', object({ a: text }, { required: ['a', 'c'] }), `Extra required key 'c'`],
  [
    'what is optional in a list',
    object({ a: { type: 'array', items: object({ b: text }, { required: [] }) } }),
    `('properties', 'a', 'items'), 'required'`,
  ],
  ['no type', object({ a: {} }), `must have a 'type' key`],
  ['a foreign type', object({ a: { type: 'date' } }), `'date' is not valid`],
  ['a foreign format', object({ a: { type: 'string', format: 'uri' } }), `'uri' is not a valid format`],
  ['a list of nothing', object({ a: { type: 'array' } }), 'array schema missing items'],
  ['a reference to nothing', object({ a: { $ref: '#/$defs/A' } }), `'#/$defs/A' which was not found`],
  ['an empty enum', object({ a: { type: 'string', enum: [] } }), 'non-empty'],
  ['eleven levels', nested(11), 'nesting of 10 levels'],
  [
    'too many values',
    object({ a: { type: 'string', enum: Array.from({ length: 1001 }, (_, i) => `${i}`) } }),
    '1001 enum values',
  ],
  [
    'a fault in a definition',
    object({ a: { $ref: '#/$defs/A' } }, { $defs: { A: { type: 'object' } } }),
    `('$defs', 'A'), 'additionalProperties'`,
  ],
])('refuses %s', (_, schema, says) => {
  expect(checkStrictSchema(schema)).toContain(says);
});

test.each([
  'default',
  'minLength',
  'maxLength',
  'uniqueItems',
  'oneOf',
  'allOf',
  'not',
  'if',
  'patternProperties',
  'propertyNames',
  'minProperties',
  'prefixItems',
  'contains',
  'examples',
])('refuses the keyword %s', (keyword) => {
  const schema = object({ a: { type: 'string', [keyword]: 1 } });
  expect(checkStrictSchema(schema)).toBe(`In context=('properties', 'a'), '${keyword}' is not permitted.`);
});

test('takes what the client makes of zod, as long as zod asks for nothing that is not there', () => {
  const schemaOf = (shape: z.ZodType) => zodResponseFormat(shape, 'a').json_schema.schema ?? {};
  const point = z.object({ text: z.string(), sentences: z.array(z.int()), speaker: z.string().nullable() });
  expect(checkStrictSchema(schemaOf(z.object({ headline: z.string(), points: z.array(point) })))).toBeNull();
  expect(checkStrictSchema(schemaOf(z.object({ text: z.string().max(9) })))).toContain(`'maxLength' is not permitted`);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawJson } from '#platforms/terminal/draw-json.ts';

test('whatever stands in the data comes back the same, and nothing in it moves a terminal', () => {
  const hostile = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\u009b31m', '\u202e', '\u007f')));
  fc.assert(
    fc.property(hostile, (texts) => {
      const drawn = drawJson({ texts });
      expect(JSON.parse(drawn)).toEqual({ texts: texts.map((text) => JSON.parse(JSON.stringify(text))) });
      expect(drawn.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

import { describe, expect, test } from 'vitest';
import { SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';
import { statementsOf } from './statements-of.ts';
import tables from './told-sentences.json' with { type: 'json' };

/**
 * Each text with all that a reader is shown of who says what in it: "Ana Ruiz via Keim Herald denies: the gate was shut". Half of each table
 * are texts that look like the others and must not be read as they are.
 */
const told = (text: string) =>
  statementsOf(text)
    .filter(({ confidence }) => confidence >= SHOWN_FROM_CONFIDENCE)
    .map(({ name, via, stance, said }) => {
      const by = via.length > 0 ? ` via ${via.join(', ')}` : '';
      return `${name}${by}${stance === 'asserts' ? '' : ` ${stance}`}: ${said.join(' … ')}`;
    });

describe.each(Object.entries(tables))('%s', (_, rows) => {
  test.each(rows.map(([text = '', ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => {
    expect(told(text)).toEqual(expected);
  });
});

import { expect, test } from 'vitest';
import type { Finding } from '#core/finding.ts';
import { doctorCard } from '#render/doctor-card.ts';

const finding = (subject: string, state: Finding['state'], todo: string | null = null): Finding => ({
  subject,
  state,
  fact: 'the fact.',
  todo,
});

test('what is broken stands first, what is off last, with what to do about it', () => {
  const { title, blocks } = doctorCard([
    finding('Model', 'off'),
    finding('Database', 'works'),
    finding('Secrets', 'broken', 'Set SECRET_KEYS.'),
  ]);
  expect(title).toBe('1 of 3 does not work.');
  expect(blocks).toEqual([
    { kind: 'point', text: 'Secrets (broken): the fact.', credit: 'Set SECRET_KEYS.', passage: null },
    { kind: 'point', text: 'Database: the fact.', credit: null, passage: null },
    { kind: 'point', text: 'Model (off): the fact.', credit: null, passage: null },
  ]);
});

test('what is off is no fault', () => {
  expect(doctorCard([finding('Model', 'off')]).title).toBe('Everything that is configured works.');
  expect(doctorCard([finding('A', 'broken'), finding('B', 'broken')]).title).toBe('2 of 2 do not work.');
});

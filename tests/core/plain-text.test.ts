import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '#core/plain-text.ts';

const BIDI = [0x202e, 0x2066, 0x200f].map((code) => String.fromCodePoint(code)).join('');
const ESCAPE = String.fromCodePoint(0x1b);

test('an escape sequence loses its escape and cannot colour or clear the screen', () => {
  expect(plainText(`safe ${ESCAPE}[2J${ESCAPE}]0;owned${String.fromCodePoint(7)} text`)).toBe('safe [2J]0;owned text');
});

test('marks that turn the writing direction are taken out', () => {
  expect(plainText(`abc${BIDI}def`)).toBe('abcdef');
});

test('right-to-left words and emoji stay', () => {
  expect(plainText('قال الوزير 🙂')).toBe('قال الوزير 🙂');
});

test('lines and what is hidden between spaces come down to one space', () => {
  expect(plainText('a \u200b b\n\t c\u0085d\u2028e\u0000f')).toBe('a b c d ef');
});

test('hundreds of marks on a letter are cut to a few; what languages write stays whole', () => {
  const marks = String.fromCodePoint(0x301, 0x320, 0x489, 0x334);
  expect(plainText(`a${marks.repeat(200)}b`)).toBe(`a${marks.repeat(2)}b`);
  for (const written of ['Việt Nam'.normalize('NFD'), 'בְּרֵאשִׁ֖ית', 'མཁྱེན་བརྩེ་', 'หน้าที่', 'क्ष्म्य', '👩‍💻🏳️‍🌈'])
    expect(plainText(written)).toBe(written);
});

test('what is plain stays as it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => plainText(plainText(text)) === plainText(text)));
});

test('nothing that a terminal obeys comes through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(plainText(text)).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
    }),
  );
});

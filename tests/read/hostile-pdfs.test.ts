/** PDFs that unpack to gigabytes, lead in circles or never end: none takes memory or time that its reader has not. */
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readPdf } from '#read/read-pdf.ts';
import { aPdf } from './a-pdf.ts';
import { aRawPage, aRawPdf, aStream, packed, shows } from './a-raw-pdf.ts';
import { expectProblem } from './expect-problem.ts';

const LINE = 'The harbour board closes the old swing bridge for eleven weeks, it said.';
const page = Buffer.from(shows(LINE));
/** More than any part of an article unpacks to; packed it has some 80 kB. */
const VAST = Buffer.alloc(80_000_000, ' ');
const TRUE_TYPE =
  '<< /Type /Font /Subtype /TrueType /BaseFont /X /FirstChar 0 /LastChar 255 /Widths [] /FontDescriptor 6 0 R >>';

test.each<[string, Buffer]>([
  ['a page that unpacks to more than it may', aRawPage(packed(VAST))],
  [
    'a page that was packed twice',
    aRawPage(aStream(deflateSync(deflateSync(VAST)), '/Filter [/FlateDecode /FlateDecode]')),
  ],
  [
    'a font that unpacks to more than it may',
    aRawPage(aStream(page), {
      font: TRUE_TYPE,
      objects: [
        Buffer.from('<< /Type /FontDescriptor /FontName /X /Flags 4 /FontFile2 7 0 R >>'),
        packed(VAST, `/Length1 ${VAST.length}`),
      ],
    }),
  ],
  [
    'a line of pixels that nobody has room for',
    aRawPage(packed(page, '/DecodeParms << /Predictor 15 /Columns 2000000000 /Colors 32 /BitsPerComponent 16 >>')),
  ],
  [
    'many pages that are large together',
    aRawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${'4 0 R '.repeat(30)}] /Count 30 >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents [${'5 0 R '.repeat(12)}] >>`,
      packed(VAST.subarray(0, 8_000_000)),
    ]),
  ],
])('%s is too large to be an article', async (_, bytes) => {
  await expectProblem(readPdf(bytes, null), 'TOO_LARGE');
});

test('a table of contents that leads back to itself is read once', async () => {
  const whole = aRawPage(aStream(page)).toString('latin1');
  const looping = whole.replace('/Root 1 0 R', `/Root 1 0 R /Prev ${whole.lastIndexOf('xref\n0')}`);
  expect((await readPdf(Buffer.from(looping, 'latin1'), null)).text).toBe(LINE);
});

test('pages that hold themselves are a damaged document', async () => {
  const circle = aRawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 999999999 >>',
  ]);
  await expectProblem(readPdf(circle, null), 'UNDECODABLE');
});

test('of a book the first pages are read, and it says that they are a part', async () => {
  const pages = Array.from({ length: 90 }, (_, at) => [`On day ${'x'.repeat(at + 1)} the divers found nothing new.`]);
  const { text, completeness } = await readPdf(aPdf(pages), null);
  expect(text).toContain(` ${'x'.repeat(60)} `);
  expect(text).not.toContain('x'.repeat(61));
  expect(completeness).toBe('partial');
});

test('a title without an end is cut at a word', async () => {
  const { title } = await readPdf(aPdf([[LINE]], 'The harbour bridge\n'.repeat(9_000)), null);
  expect(title).toMatch(/^The harbour bridge The .{200,290}(?:The|harbour|bridge)…$/);
});

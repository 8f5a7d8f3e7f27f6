import { deflateSync } from 'node:zlib';

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
/** What a page draws that shows this line. */
export const shows = (line: string) => `BT /F1 12 Tf 72 720 Td (${line}) Tj ET`;

/** A PDF of these objects, numbered from 1, the first of which is its catalogue. `trailer`: what the trailer says besides. */
export function aRawPdf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts = [Buffer.from('%PDF-1.5\n')];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [at, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    places.push(length);
    length += part.length;
    parts.push(part);
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}${end}`)]);
}

/** One page with this content. Its font, /F1, is object 3; what follows the page begins with object 6. */
export function aRawPage(content: Buffer, more: { readonly font?: string; readonly objects?: Buffer[] } = {}): Buffer {
  return aRawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    more.font ?? FONT,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>',
    content,
    ...(more.objects ?? []),
  ]);
}

export function aStream(data: Buffer, words = ''): Buffer {
  const head = Buffer.from(`<< ${words} /Length ${data.length} >>\nstream\n`);
  return Buffer.concat([head, data, Buffer.from('\nendstream')]);
}

export function packed(data: Buffer, words = ''): Buffer {
  return aStream(deflateSync(data), `/Filter /FlateDecode ${words}`);
}

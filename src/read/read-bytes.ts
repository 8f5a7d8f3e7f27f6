import type { Article } from '#core/article.ts';
import { Problem } from '#core/problem.ts';
import { decode } from './decode.ts';
import { readPage } from './read-html.ts';
import { readText } from './read-text.ts';

/** What a document is. */
type Kind = 'html' | 'text' | 'pdf';

const BINARY_SIGNS = [
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  'PK\x03\x04',
  '\x1f\x8b',
  '\x7fELF',
  'RIFF',
  'ID3',
  '\0\0\0',
  '%!PS',
  'OggS',
  '\xd0\xcf\x11\xe0',
  'Rar!',
  '7z\xbc\xaf',
  'MZ',
];

/**
 * A document's bytes to its Article. What it is tell its first bytes, then the declared type, then its content.
 * @throws Problem as `readHtml`, `readText` and `readPdf` do; `NOT_AN_ARTICLE` (empty), `UNSUPPORTED_TYPE` (binary).
 */
export async function readBytes(
  bytes: Uint8Array,
  page: { url: string | null; contentType: string | null },
  options: { signal?: AbortSignal } = {},
): Promise<Article> {
  if (bytes.length === 0) throw new Problem('NOT_AN_ARTICLE', 'the document is empty');
  const kind = kindOf(bytes, page.contentType);
  switch (kind) {
    case 'pdf': {
      const { readPdf } = await import('./read-pdf.ts');
      return readPdf(bytes, page.url, options.signal);
    }
    case 'html':
      return readPage(bytes, page);
    case 'text': {
      const text = decode(bytes, page.contentType, false);
      return readText(text, page.url === null ? {} : { url: page.url });
    }
    default:
      return kind satisfies never;
  }
}

function kindOf(bytes: Uint8Array, contentType: string | null): Kind {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024)).toString('latin1');
  if (/^\s{0,20}%PDF-/.test(start)) return 'pdf';
  if (BINARY_SIGNS.some((sign) => start.startsWith(sign)))
    throw new Problem('UNSUPPORTED_TYPE', 'the document is a picture, a recording, an archive or a program');
  const declared = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (/html/.test(declared)) return 'html';
  const text = start.replaceAll('\0', '');
  const isMarkup = /<(?:!doctype html|html|head|body|article|meta|title|script|div|p)\b/i.test(text);
  if (declared === 'text/plain' || declared === 'text/markdown') return 'text';
  return isMarkup && /^[^<]{0,100}</.test(text) ? 'html' : 'text';
}

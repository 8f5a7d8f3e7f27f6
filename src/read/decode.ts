import { TextDecoder } from '@exodus/bytes/encoding.js';
import sniffEncoding from 'html-encoding-sniffer';
import { Problem } from '#core/problem.ts';

/** Text has hardly any of these; a hundredth of the characters is a file of another kind. */
const MOST_STRAY_SHARE = 0.01;
/** So much of a file tells what kind it is. */
const SAMPLE_BYTES = 65_536;

/**
 * The bytes of a page to text: byte order mark, then the charset of the header, then the page's own meta, then what the
 * bytes look like. `isHtml`: whether to look for a meta element.
 * @throws Problem `UNDECODABLE` where the bytes are no text.
 */
export function decode(bytes: Uint8Array, contentType: string | null, isHtml: boolean): string {
  const declared = /charset\s?=\s?["']?([^\s"';]{1,40})/i.exec(contentType ?? '')?.[1];
  const named = sniffEncoding(bytes.subarray(0, SAMPLE_BYTES), {
    ...(declared === undefined ? {} : { transportLayerEncodingLabel: declared }),
    defaultEncoding: 'windows-1252',
    xml: !isHtml,
  });
  const isSure = named !== null && named !== 'windows-1252' && (declared !== undefined || isHtml);
  const encoding = isSure && !claimsUtf8Wrongly(named, bytes) ? named : looksLike(bytes, named);
  const text = new TextDecoder(encoding).decode(bytes);
  if (!isText(text)) throw new Problem('UNDECODABLE', `the bytes are no text in ${encoding} or any other encoding`);
  return text.toWellFormed();
}

function claimsUtf8Wrongly(encoding: string, bytes: Uint8Array): boolean {
  return (
    encoding.toLowerCase() === 'utf-8' &&
    !isUtf8(bytes) &&
    strayShare(new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE_BYTES))) > MOST_STRAY_SHARE
  );
}

/** UTF-8 says so by its form; without that, what the page claims, or the web's old default. */
function looksLike(bytes: Uint8Array, claimed: string | null): string {
  if (isUtf8(bytes)) return 'utf-8';
  return claimed !== null && claimed.toLowerCase() !== 'utf-8' ? claimed : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isText(text: string): boolean {
  return !text.slice(0, SAMPLE_BYTES).includes('\0') && strayShare(text.slice(0, SAMPLE_BYTES)) <= MOST_STRAY_SHARE;
}

/** The share of characters that no text holds: controls and the mark for what could not be decoded. */
function strayShare(text: string): number {
  const strays = text.match(/(?![\s\u0085])\p{Cc}|\ufffd/gu)?.length ?? 0;
  return text.length === 0 ? 0 : strays / text.length;
}

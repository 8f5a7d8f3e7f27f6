/** An XML declaration stands in the first bytes. */
const HEAD_BYTES = 1_024;

/** Where text that claims to be UTF-8 has fewer broken than sound characters beyond ASCII, it is UTF-8 with damage. */
const LEAST_SOUND_SHARE = 2 / 3;

const UTF_32 = /^utf-32/;

/** Names that feeds use and the Encoding Standard does not know. */
const ALIASES: Readonly<Record<string, string>> = { utf_8: 'utf-8', u8: 'utf-8', gb_2312: 'gb18030' };

/**
 * The bytes of a feed to text: byte order mark, the pattern of the first bytes, the charset of the header, the XML
 * declaration, UTF-8 (RFC 7303, section 3). What claims to be UTF-8 and is not is windows-1252, the web's old default.
 * Never fails: what cannot be decoded becomes U+FFFD.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string | null): string {
  const mark = markOf(bytes);
  if (mark !== null) return decodeAs(mark.encoding, bytes.subarray(mark.length));
  const pattern = patternOf(bytes);
  if (pattern !== null) return decodeAs(pattern, bytes);
  const declared = /charset\s?=\s?["']?([^\s"';]{1,40})/i.exec(contentType ?? '')?.[1];
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const own = /^\s*<\?xml[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([^"']{1,40})["']/i.exec(head)?.[1];
  const encodings = [declared, own].map(knownEncoding).filter((name) => name !== null);
  const utf8 = soundUtf8(bytes);
  const [named, next] = encodings;
  // A header often claims US-ASCII or Latin-1 for what is UTF-8 by its form; other claims are meant.
  if (utf8 !== null && (named === undefined || named === 'utf-8' || named === 'windows-1252')) return utf8;
  if (named !== undefined && named !== 'utf-8') return decodeAs(named, bytes);
  return decodeAs(next !== undefined && next !== 'utf-8' ? next : 'windows-1252', bytes, true);
}

function markOf(bytes: Uint8Array): { readonly encoding: string; readonly length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', length: 4 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', length: 4 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  return null;
}

/** How "<" begins tells the wide encodings. */
function patternOf(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return 'utf-32be';
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0x3c) return 'utf-16be';
  if (a === 0x3c && b === 0) return 'utf-16le';
  return null;
}

/** The name that a decoder knows, or null. Wide encodings would have shown in the first bytes: there the name is wrong. */
function knownEncoding(label: string | undefined): string | null {
  if (label === undefined) return null;
  const name = label.toLowerCase();
  try {
    const known = new TextDecoder(ALIASES[name] ?? name).encoding;
    return known.startsWith('utf-16') ? null : known;
  } catch {
    return null;
  }
}

function soundUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeAs(encoding: string, bytes: Uint8Array, isGuess = false): string {
  if (UTF_32.test(encoding)) return decodeUtf32(bytes, encoding === 'utf-32le');
  if (!isGuess) return new TextDecoder(encoding).decode(bytes);
  const damaged = new TextDecoder('utf-8').decode(bytes);
  return brokenShare(damaged) < 1 - LEAST_SOUND_SHARE ? damaged : new TextDecoder(encoding).decode(bytes);
}

/** Of the characters beyond ASCII; 1 where there are none. A list of them would take more memory than a hostile feed may have. */
function brokenShare(text: string): number {
  let broken = 0;
  let beyondAscii = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) beyondAscii++;
    if (code === 0xfffd) broken++;
  }
  return beyondAscii === 0 ? 1 : broken / beyondAscii;
}

/** No decoder of the web knows UTF-32, and some feeds are in it. */
function decodeUtf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 3 < bytes.length; at += 4) {
    const code = view.getUint32(at, isLittleEndian);
    parts.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
  }
  return parts.join('');
}

import { c1Sign } from './c1-sign.ts';
import { inPieces } from './in-pieces.ts';

const NUMBERED = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML's own entities and numbered characters decoded; HTML's names stay, and mean the same where the text is HTML. */
export function decodeXml(text: string): string {
  return text.includes('&') ? inPieces(text, decodePiece) : text;
}

function decodePiece(text: string): string {
  // Numbers are rare in long texts, and without them whole-text replacements are five times as fast. "&amp;" must be last.
  if (!text.includes('&#'))
    return text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
  return text.replace(NUMBERED, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    return character(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) ?? whole;
  });
}

/** Numbers from 128 to 159 mean windows-1252, as in HTML. What is no character stays as it was written. */
function character(code: number): string | null {
  if (code >= 0x80 && code <= 0x9f) return c1Sign(code);
  const isAllowed = code === 9 || code === 10 || code === 13 || (code >= 32 && code < 0xd800);
  return isAllowed || (code > 0xdfff && code <= 0x10ffff) ? String.fromCodePoint(code) : null;
}

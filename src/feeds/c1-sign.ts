const SIGNS = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at));

/** What a control character from 128 to 159 is meant to be: windows-1252, that somebody took for Latin-1. */
export function c1Sign(code: number): string {
  return SIGNS[code - 0x80] ?? String.fromCharCode(code);
}

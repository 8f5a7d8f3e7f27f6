const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Runs of letters and digits, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

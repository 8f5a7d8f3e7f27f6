const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Runs of letters and digits, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** The same, with "not" for "n’t" and "nobody" for "no one". */
export function plainWords(text: string): string[] {
  return wordsOf(text.replace(/n[’']t(?![\p{L}\p{N}])/gu, ' not').replace(/\bno[ -]one\b/giu, 'nobody'));
}

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether a text holds letters of a script that puts no space between words, so that a word has no ends to see. */
export function isSpaceless(text: string): boolean {
  return SPACELESS.test(text);
}

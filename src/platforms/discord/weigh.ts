/** A sign of three bytes in UTF-8. Of four bytes it is two UTF-16 units, and so counted already. */
const THREE_BYTES = /[\u0800-\ud7ff\ue000-\uffff]/g;
/** So that 4,000 never are more than 9,500 bytes: 3 bytes / 2.375. */
const MORE_FOR_THREE_BYTES = 0.27;

/** How much of a message's room a text takes: never less than its characters, nor than its bytes in proportion. */
export function weigh(text: string): number {
  return text.length + MORE_FOR_THREE_BYTES * (text.match(THREE_BYTES)?.length ?? 0);
}

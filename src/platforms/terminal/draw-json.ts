/** Controls beyond ASCII and marks of direction, which JSON leaves as they are and a terminal obeys. */
const OBEYED = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Data as one JSON document, the same value for every parser, with nothing in it that a terminal obeys. */
export function drawJson(data: unknown): string {
  const text = JSON.stringify(data, null, 2);
  return `${text.replace(OBEYED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

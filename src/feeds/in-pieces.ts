/** Replacing in a text of millions of matches at once takes memory in one block, and where a thread has none left for it the engine ends the process. */
const PIECE = 65_536;
/** The longest of XML's references, "&#x10ffff;", is shorter: none is cut in two. */
const LONGEST_REFERENCE = 12;

/** A text changed piece by piece; what is changed is a single character or a reference of XML's. */
export function inPieces(text: string, change: (piece: string) => string): string {
  if (text.length <= PIECE) return change(text);
  let done = '';
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + PIECE, text.length);
    const mark = text.lastIndexOf('&', end - 1);
    if (end < text.length && mark > end - LONGEST_REFERENCE) end = mark;
    done += change(text.slice(start, end));
    start = end;
  }
  return done;
}

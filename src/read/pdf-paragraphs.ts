import { isFurniture } from './is-furniture.ts';

/** Lines that stand on most pages are running heads. */
const RUNNING_SHARE = 0.6;

/** The lines of a PDF's pages to paragraphs: running heads and page numbers dropped, hyphenation mended, lines joined. */
export function pdfParagraphs(pages: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const line of new Set(page.map(shapeOf))) counts.set(line, (counts.get(line) ?? 0) + 1);
  const isRunning = (line: string): boolean =>
    pages.length > 2 && (counts.get(shapeOf(line)) ?? 0) >= RUNNING_SHARE * pages.length;
  const paragraphs: string[] = [];
  let current = '';
  const flush = (): void => {
    const text = current.replace(/\s+/g, ' ').trim();
    if (text !== '' && !isFurniture(text)) paragraphs.push(text);
    current = '';
  };
  for (const page of pages) {
    for (const line of page) {
      if (line === '') flush();
      else if (!/^(?:page )?\d{1,4}(?: (?:of|\/) \d{1,4})?$/i.test(line) && !(isRunning(line) && line !== ''))
        current = join(current, line);
    }
    // A sentence may run on over the page; a full stop at its end closes the paragraph.
    if (/[.!?]["”’)]?$/.test(current)) flush();
  }
  flush();
  return paragraphs;
}

function join(before: string, line: string): string {
  if (before === '') return line;
  return /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line) ? before.slice(0, -1) + line : `${before} ${line}`;
}

/** A line without its numbers, so that "Page 3 of 9" and "Page 4 of 9" are the same running head. */
function shapeOf(line: string): string {
  return line === '' ? '' : line.replace(/\d+/g, '#').trim();
}

/** Runs in a worker: a PDF's bytes in, its lines of text out. Anything that goes wrong is sent as words. */
import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import { limitBuffers } from './limit-buffers.ts';

/** The lines of each page, the title that the document names, and whether that is all of it. */
export type PdfText = {
  readonly title: string | null;
  readonly pages: readonly (readonly string[])[];
  readonly isWhole: boolean;
};

/** What is sent where a PDF cannot be read. */
export type PdfFailure = { readonly failure: string; readonly isTooLarge: boolean };
const TOO_LARGE: PdfFailure = { failure: 'it unpacks to more than an article may take', isTooLarge: true };

/** An article has a few pages; what follows these is a book. */
const MOST_PAGES = 60;

/** Most distances on a page are those of lines; on a page of short paragraphs, still the smaller half of them. */
const LINE_QUANTILE = 0.3;
/** Paragraphs stand at least this many line distances apart. */
const GAP = 1.4;

/** What unpacks to more than this is no page of text: the fonts of a whole script have some 20 MB. */
const MOST_BYTES = 32 * 1024 * 1024;
/** All buffers of a document together; those of sixty pages stay far below. */
const ALL_BYTES = 512 * 1024 * 1024;

const wasRefused = limitBuffers({ most: MOST_BYTES, total: ALL_BYTES });
try {
  const read = await readPages(workerData);
  parentPort?.postMessage(wasRefused() ? TOO_LARGE : read);
} catch (error) {
  const failure = error instanceof Error ? error.message : String(error);
  parentPort?.postMessage(wasRefused() ? TOO_LARGE : { failure, isTooLarge: false });
}

async function readPages(bytes: Uint8Array): Promise<PdfText> {
  const document = await getDocumentProxy(bytes);
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const title =
    'Title' in info && typeof info.Title === 'string' && info.Title.trim() !== '' ? info.Title.trim() : null;
  const pages: string[][] = [];
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(linesOf(items));
  }
  return { title, pages, isWhole: document.numPages <= MOST_PAGES };
}

/** Pieces of text to lines; an empty line marks a gap larger than the lines' own distance. */
function linesOf(items: readonly unknown[]): string[] {
  const lines: { text: string; y: number }[] = [];
  let text = '';
  let lastY: number | null = null;
  const flush = (): void => {
    if (text.trim() !== '') lines.push({ text: text.trim(), y: lastY ?? 0 });
    text = '';
  };
  for (const item of items) {
    if (typeof item !== 'object' || item === null || !('str' in item) || typeof item.str !== 'string') continue;
    const y: number | null = 'transform' in item && Array.isArray(item.transform) ? Number(item.transform[5]) : lastY;
    if (y !== null && lastY !== null && Math.abs(y - lastY) > 2 && item.str.trim() !== '') flush();
    text += item.str;
    if (item.str.trim() !== '') lastY = y;
    if ('hasEOL' in item && item.hasEOL === true) flush();
  }
  flush();
  return withGaps(lines);
}

function withGaps(lines: readonly { text: string; y: number }[]): string[] {
  const distances = lines.slice(1).map(({ y }, i) => Math.abs((lines[i]?.y ?? y) - y));
  const usual = distances.toSorted((a, b) => a - b)[Math.floor(LINE_QUANTILE * distances.length)] ?? 0;
  return lines.flatMap(({ text }, i) =>
    i > 0 && usual > 0 && (distances[i - 1] ?? 0) > GAP * usual ? ['', text] : [text],
  );
}

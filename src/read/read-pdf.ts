import { Worker } from 'node:worker_threads';
import type { Article } from '#core/article.ts';
import { Problem } from '#core/problem.ts';
import { bylineIn } from './byline-in.ts';
import { cutTitle } from './cut-title.ts';
import { makeArticle } from './make-article.ts';
import { oneLine, plainLine } from './one-line.ts';
import { pdfParagraphs } from './pdf-paragraphs.ts';
import type { PdfFailure, PdfText } from './pdf-worker.ts';
import { shorten } from './shorten.ts';

/** A PDF article opens in well under a second; pdf.js has no limits of its own. */
const TIME_LIMIT_MS = 10_000;
const MEMORY_LIMIT_MB = 256;
/** The paper's name, a date, a title and a byline: so many paragraphs may stand before the article. */
const HEAD = 4;

/**
 * A PDF's text to an Article. The parser works in a thread of its own, with limits of time and of memory, buffers included.
 * @throws Problem `UNDECODABLE` (broken, locked), `NOT_AN_ARTICLE` (pictures of pages), `TOO_LARGE`, `TOO_SLOW`, `CANCELLED`.
 */
export async function readPdf(bytes: Uint8Array, url: string | null, signal?: AbortSignal): Promise<Article> {
  const { title, pages, isWhole } = await parseInWorker(bytes, signal);
  const paragraphs = pdfParagraphs(pages);
  if (paragraphs.join('').length < 40)
    throw new Problem('NOT_AN_ARTICLE', 'the PDF holds no text, perhaps pictures of pages');
  const [first = '', ...others] = paragraphs;
  const isHeadline = first.length <= 160 && !/[.!?]$/.test(first) && others.length > 0;
  const body = behindTitle(title, paragraphs) ?? (isHeadline ? others : paragraphs);
  const isByline = (paragraph: string, at: number) => at < HEAD && bylineIn(paragraph).length > 0;
  return makeArticle({
    url,
    title: cutTitle(oneLine(title ?? (isHeadline ? first : ''))),
    outlet: url === null || !URL.canParse(url) ? null : new URL(url).hostname.replace(/^www\./, ''),
    authors: [...new Set(body.slice(0, HEAD).flatMap(bylineIn))],
    publishedAt: null,
    declaredLanguage: null,
    completeness: isWhole ? 'full' : 'partial',
    paragraphs: body.filter((paragraph, at) => !isByline(paragraph, at)),
  });
}

/** What stands behind the title of the PDF's own description, where its first page begins with that; null where it does not. */
function behindTitle(title: string | null, paragraphs: readonly string[]): readonly string[] | null {
  const wanted = plainLine(title ?? '');
  const at = paragraphs.slice(0, HEAD).findIndex((paragraph) => plainLine(paragraph) === wanted);
  return wanted === '' || at < 0 || at === paragraphs.length - 1 ? null : paragraphs.slice(at + 1);
}

function parseInWorker(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<PdfText> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new Problem('CANCELLED', 'called off before the PDF was read'));
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
      workerData: Uint8Array.from(bytes),
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
      stdout: true,
      stderr: true,
    });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      void worker.terminate();
      settle();
    };
    const onAbort = (): void => end(() => reject(new Problem('CANCELLED', 'called off while the PDF was read')));
    const timer = setTimeout(
      () => end(() => reject(new Problem('TOO_SLOW', `the PDF took more than ${TIME_LIMIT_MS} ms`))),
      TIME_LIMIT_MS,
    );
    signal?.addEventListener('abort', onAbort);
    worker.once('message', (message: PdfText | PdfFailure) =>
      end(() =>
        'failure' in message
          ? reject(
              new Problem(
                message.isTooLarge ? 'TOO_LARGE' : 'UNDECODABLE',
                `the PDF cannot be read: ${shorten(message.failure)}`,
              ),
            )
          : resolve(message),
      ),
    );
    worker.once('error', (cause) =>
      end(() => reject(new Problem('TOO_LARGE', 'reading the PDF needs too much memory', { cause }))),
    );
    worker.once('exit', () => end(() => reject(new Problem('UNDECODABLE', 'the PDF reader ended without a word'))));
  });
}

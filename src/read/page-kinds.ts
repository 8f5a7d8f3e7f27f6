/** Which documents a fetch is for: what it asks for, and what it reads when it comes. */
export type PageKinds = {
  /** The `accept` header. */
  readonly header: string;
  /** Asked with the media type in lower case, without parameters; null where the server names none. */
  readonly isWelcome: (mediaType: string | null) => boolean;
};

/** `application/octet-stream` and `binary/octet-stream` say nothing, so the bytes decide later, as with no type at all. */
const ARTICLE_TYPES: ReadonlySet<string> = new Set([
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'application/pdf',
  'application/x-pdf',
  'application/octet-stream',
  'binary/octet-stream',
]);

/** Article pages: HTML, XHTML, plain text and PDF. Pictures, films, archives and data are turned away unread. */
export const ARTICLE_KINDS: PageKinds = {
  header: 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1',
  isWelcome: (mediaType) => mediaType === null || ARTICLE_TYPES.has(mediaType),
};

/** `Text/HTML; charset=utf-8` to `text/html`; null where the header is absent or names no type. */
export function mediaTypeOf(contentType: string | null): string | null {
  const [essence = ''] = (contentType ?? '').split(/[;,]/, 1);
  const mediaType = essence.trim().toLowerCase();
  return mediaType.includes('/') ? mediaType : null;
}

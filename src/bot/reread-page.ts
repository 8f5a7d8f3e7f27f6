import type { Reread, RereadOrder } from '#core/corrections.ts';
import { rereadUrl } from '#read/reread-url.ts';
import { findCorrections } from '#verify/find-corrections.ts';

/** A page read again, and what each of its briefings told that it no longer says. @throws Problem as `readUrl` does. */
export async function rereadPage(
  { url, etag, lastModified, briefings }: RereadOrder,
  options: NonNullable<Parameters<typeof rereadUrl>[2]>,
): Promise<Extract<Reread, { kind: 'read' | 'unchanged' }>> {
  const page = await rereadUrl(url, { etag, lastModified }, options);
  if (page === null) return { kind: 'unchanged' };
  const corrections = briefings.map(({ briefing, told }) => findCorrections(briefing, page.article, told));
  return { kind: 'read', etag: page.etag, lastModified: page.lastModified, corrections };
}

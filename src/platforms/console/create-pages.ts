import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import type { Card } from '#core/card.ts';
import { drawNotice, drawPassagesPage } from './draw-page.ts';
import { loadAssets } from './load-assets.ts';

/** What the pages that every byline serves need to know. */
export type PageParts = {
  /**
   * Takes a request that a platform sends (Slack over HTTP) and answers it by itself; false where it is none of its. It reads
   * the body as it came, for its signature covers every byte.
   */
  readonly answerRequest: ((request: HttpBindings['incoming'], response: HttpBindings['outgoing']) => boolean) | null;
  /** A briefing's passages by its slug, or null. */
  readonly passages: (slug: string) => Promise<Passages | null>;
  /** Words for whatever stands against taking work; null where nothing does. */
  readonly notReady: () => Promise<string | null>;
  readonly metrics: { readonly contentType: string; readonly text: () => Promise<string> };
  /** Something went wrong while a page was made. */
  readonly onError: (cause: unknown) => void;
};

export type Pages = Hono<{ Bindings: HttpBindings }>;
export type Passages = { readonly card: Card; readonly url: string | null; readonly isWhole: boolean };

/** A message typed by hand has 4,000 characters at most; a form around it needs little more. */
const LARGEST_BODY = 64 * 1024;
const SLUG = /^[\w-]{22}$/;

/**
 * Health, metrics, assets and the passages pages, with headers that let no page of ours run a script from elsewhere, be framed,
 * or tell where it was linked from.
 */
export function createPages(parts: PageParts): Pages {
  const pages: Pages = new Hono();
  const { answerRequest } = parts;
  if (answerRequest !== null)
    pages.use(async (context, next) =>
      answerRequest(context.env.incoming, context.env.outgoing) ? RESPONSE_ALREADY_SENT : next(),
    );
  const assets = loadAssets();
  pages.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      xFrameOptions: 'DENY',
      referrerPolicy: 'same-origin',
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      // Set by whoever ends TLS in front of us; over plain http it says nothing.
      strictTransportSecurity: false,
    }),
  );
  pages.use(bodyLimit({ maxSize: LARGEST_BODY, onError: (context) => context.text('too much at once', 413) }));
  pages.use(async (context, next) => {
    await next();
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'private, no-store');
  });

  pages.get('/healthz', (context) => context.text('alive\n'));
  pages.get('/readyz', async (context) => {
    const words = await parts.notReady();
    return words === null ? context.text('ready\n') : context.text(`not ready: ${words}\n`, 503);
  });
  pages.get('/metrics', async (context) =>
    context.body(await parts.metrics.text(), 200, { 'content-type': parts.metrics.contentType }),
  );
  pages.get('/assets/:name', (context) => {
    const asset = assets.get(context.req.param('name'));
    if (asset === undefined) return context.notFound();
    const headers = { 'content-type': asset.type, etag: asset.etag, 'cache-control': 'no-cache' };
    if (context.req.header('if-none-match') === asset.etag) return context.body(null, 304, headers);
    return context.body(asset.bytes, 200, headers);
  });
  pages.get('/b/:slug', async (context) => {
    const slug = context.req.param('slug');
    const found = SLUG.test(slug) ? await parts.passages(slug) : null;
    if (found === null) return context.notFound();
    return context.html(drawPassagesPage(found.card, found));
  });

  pages.notFound((context) =>
    context.html(
      drawNotice('There is nothing here', 'The address is mistyped, or what was here is no longer kept.'),
      404,
    ),
  );
  pages.onError((cause, context) => {
    parts.onError(cause);
    return context.html(drawNotice('Something went wrong', 'Try again; the log says what it was.'), 500);
  });
  return pages;
}

import type { MiddlewareHandler } from 'hono';

/** Names under which this machine reaches itself. */
const OURSELVES = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/** What changes nothing, and so may be asked from anywhere. */
const READING = ['GET', 'HEAD'];

/**
 * The channel belongs to whoever sits at this machine. A page from elsewhere could reach it through a name that it made to
 * lead here (DNS rebinding), or send it forms: so the host must be this machine's own, and what changes anything must come from
 * a page of ours.
 */
export const guardOrigin: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? '';
  if (!OURSELVES.test(host)) return context.text('This channel answers on this machine only.\n', 403);
  if (
    !READING.includes(context.req.method) &&
    !isOwn(context.req.header('origin'), context.req.header('sec-fetch-site'), host)
  )
    return context.text('This did not come from the channel’s own page.\n', 403);
  return next();
};

/** Browsers send at least one of the two with every form; what sends neither is no browser, and holds nobody's trust. */
function isOwn(origin: string | undefined, site: string | undefined, host: string): boolean {
  if (origin !== undefined && origin !== 'null') return origin === `http://${host}`;
  return site === 'same-origin';
}

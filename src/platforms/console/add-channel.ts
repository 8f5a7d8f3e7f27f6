import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { arrivalOf } from '#core/arrival-of.ts';
import type { Card } from '#core/card.ts';
import type { Arrival, Receipt, Receive } from '#core/chat.ts';
import type { Command } from '#core/command.ts';
import { readPress } from '#core/press.ts';
import type { Transcript, TranscriptEntry } from '#core/transcript.ts';
import { createEntryStream } from './create-entry-stream.ts';
import type { Pages } from './create-pages.ts';
import { drawEntry, drawPrivately } from './draw-entry.ts';
import { drawChannel } from './draw-page.ts';
import { guardOrigin } from './guard-origin.ts';
import { CHANNEL, LONGEST_LINE, PERSON, PLATFORM, WORKSPACE } from './limits.ts';

export type ChannelParts = {
  readonly transcript: Transcript;
  readonly receive: Receive;
  readonly commands: readonly Command[];
};

/** A channel's page holds as much as somebody scrolls through. */
const MOST_ENTRIES = 200;

/** The channel in a browser: its page, what is said and pressed in it, and what happens in it as it happens. */
export function addChannel(pages: Pages, parts: ChannelParts): void {
  const { transcript, receive, commands } = parts;
  for (const path of ['/', '/say', '/press', '/events']) pages.use(path, guardOrigin);

  async function drawPage(context: Context, wanted: string | null, shown: Card | null) {
    const entries = await transcript.list({ channel: CHANNEL, thread: null, limit: MOST_ENTRIES });
    const thread = wanted === null ? null : await openThread(wanted);
    return context.html(drawChannel({ commands, entries, thread, shown }));
  }

  async function openThread(id: string) {
    const root = await transcript.entry(id);
    if (root === null || root.thread !== null) return null;
    return { root, entries: await transcript.list({ channel: CHANNEL, thread: id, limit: MOST_ENTRIES }) };
  }

  /** A script gets what was written and what is shown, drawn, in this order; a plain form gets the page. */
  async function answer(context: Context, receipt: Receipt, thread: string | null, written: TranscriptEntry | null) {
    const card = receipt.kind === 'shown' ? receipt.card : null;
    if (context.req.header('accept') === 'text/fragment')
      return context.html(
        html`${written === null ? '' : drawEntry(written)}${card === null ? '' : drawPrivately(card)}`,
      );
    if (card !== null) return drawPage(context, thread, card);
    return context.redirect(
      `/${thread === null ? '' : `?thread=${thread}`}${written === null ? '' : `#entry-${written.id}`}`,
      303,
    );
  }

  pages.get('/', (context) => drawPage(context, context.req.query('thread') ?? null, null));

  pages.post('/say', async (context) => {
    const form = await context.req.parseBody();
    const text = textOf(form.text).trim().slice(0, LONGEST_LINE).toWellFormed();
    const thread = /^\d{1,18}$/.test(textOf(form.thread)) ? textOf(form.thread) : null;
    if (text === '') return answer(context, { kind: 'ignored' }, thread, null);
    const root = thread === null ? null : await transcript.entry(thread);
    if (thread !== null && (root === null || root.thread !== null)) return context.notFound();
    const from = sender(thread, textOf(form.id));
    const written = await transcript.write({ key: from.id, channel: CHANNEL, thread, text });
    return answer(context, await receive(arrivalOf(text, from)), thread, written);
  });

  pages.post('/press', async (context) => {
    const form = await context.req.parseBody();
    const press = readPress(textOf(form.press));
    if (press === null) return context.notFound();
    return answer(context, await receive({ kind: 'press', press, ...sender(null, '') }), null, null);
  });

  pages.get('/events', createEntryStream(transcript));
}

/** Where and from whom everything comes here. `id`: the browser's own for this line, so that sending it twice is once. */
function sender(thread: string | null, id: string): Pick<Arrival, 'id' | 'place' | 'person'> {
  return {
    id: /^[\w-]{16,64}$/.test(id) ? id : randomUUID(),
    place: { platform: PLATFORM, workspace: WORKSPACE, channel: CHANNEL, thread },
    person: PERSON,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Transcript, TranscriptEntry } from '#core/transcript.ts';
import { drawEntry } from './draw-entry.ts';

/** A proxy or a browser that hears nothing for long takes the line for dead. */
const BEAT_MS = 15_000;
/** How soon a browser comes back when the line breaks, as it does when byline is started anew. */
const TRY_AGAIN_MS = 1_000;
/** Each open page costs a line; a person has a few. */
const MOST_LINES = 50;

/** Every new or changed message as server-sent events, drawn: `{ id, thread, html }`. */
export function createEntryStream(transcript: Transcript): (context: Context) => Response {
  let lines = 0;
  return (context) => {
    if (lines >= MOST_LINES) return context.text('too many pages are open\n', 503);
    return streamSSE(context, async (stream) => {
      lines++;
      let last: Promise<unknown> = stream.writeSSE({ event: 'beat', data: '', retry: TRY_AGAIN_MS });
      const send = (entry: TranscriptEntry) => {
        last = last.then(async () => {
          const data = { id: entry.id, thread: entry.thread, html: String(await drawEntry(entry)) };
          await stream.writeSSE({ event: 'entry', data: JSON.stringify(data) });
        });
      };
      const unwatch = transcript.watch(send);
      const ended = new Promise<void>((done) => stream.onAbort(done));
      const beat = setInterval(() => {
        last = last.then(() => stream.writeSSE({ event: 'beat', data: '' }));
      }, BEAT_MS);
      await ended;
      clearInterval(beat);
      unwatch();
      lines--;
    });
  };
}

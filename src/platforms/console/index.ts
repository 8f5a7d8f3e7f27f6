import type { ChatPlatform, Place, Post, Receive } from '#core/chat.ts';
import { Problem } from '#core/problem.ts';
import type { Transcript } from '#core/transcript.ts';
import { CHANNEL, PACE, PLATFORM, WORKSPACE } from './limits.ts';

/** A console hands in what its faces (the page, the terminal) receive. */
export type Console = ChatPlatform & { readonly receive: Receive };

/** The chat that byline brings along: its messages are a transcript, its faces a page and a terminal. */
export function createConsole(transcript: Transcript): Console {
  const underWay = new Set<Promise<unknown>>();
  let receive: Receive | null = null;
  return {
    name: PLATFORM,
    pace: PACE,
    editsPrivate: true,
    fit: (card) => [card],
    async start(hears) {
      receive = hears.receive;
    },
    async stop() {
      receive = null;
      // What was received is stored before anything behind it closes.
      await Promise.allSettled(underWay);
    },
    async receive(arrival) {
      if (receive === null) throw new Problem('SERVICE_UNAVAILABLE', 'the console is stopped');
      const received = receive(arrival);
      underWay.add(received);
      try {
        return await received;
      } finally {
        underWay.delete(received);
      }
    },
    async post(post, signal) {
      signal.throwIfAborted();
      refusePlace(post.place);
      return transcript.show(shownOf(post));
    },
    async edit(post, message, signal) {
      signal.throwIfAborted();
      await transcript.revise(message, post.card);
    },
    async find(post) {
      const message = await transcript.find(post.id);
      return message === null ? { kind: 'absent' } : { kind: 'there', message };
    },
  };
}

function shownOf({ id, place, audience, card }: Post) {
  return { post: id, channel: place.channel, thread: place.thread, isPrivate: audience !== null, card };
}

function refusePlace({ platform, workspace, channel }: Place): void {
  if (platform !== PLATFORM || workspace !== WORKSPACE || channel !== CHANNEL)
    throw new Problem('CHANNEL_GONE', `the console has no channel ${channel}`);
}

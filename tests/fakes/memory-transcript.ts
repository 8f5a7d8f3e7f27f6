import type { Card } from '#core/card.ts';
import type { Clock } from '#core/clock.ts';
import { Problem } from '#core/problem.ts';
import type { Transcript, TranscriptEntry } from '#core/transcript.ts';

type Kept = Omit<TranscriptEntry, 'replies'> & { readonly post: string | null };

/** A transcript that lives as long as its test. It tells of a thread's root when the thread grows, as the kept one does. */
export function createMemoryTranscript(clock: Clock): Transcript {
  const kept = new Map<string, Kept>();
  const listeners = new Set<(entry: TranscriptEntry) => void>();

  const shown = (id: string | null): TranscriptEntry | null => {
    const found = id === null ? undefined : kept.get(id);
    if (found === undefined) return null;
    const { post: _, ...entry } = found;
    return { ...entry, replies: [...kept.values()].filter(({ thread }) => thread === id).length };
  };
  const tell = (entry: TranscriptEntry | null) => {
    if (entry !== null) for (const listener of listeners) listener(entry);
  };
  const keep = (entry: Omit<Kept, 'id' | 'at'>): TranscriptEntry => {
    if (entry.thread !== null && !kept.has(entry.thread))
      throw new Problem('CHANNEL_GONE', `there is no thread ${entry.thread}`);
    const id = String(kept.size + 1);
    const made = { ...entry, id, at: clock.now() };
    kept.set(id, made);
    tell(shown(id));
    tell(shown(entry.thread));
    return { ...made, replies: 0 };
  };
  const idOf = (post: string) => [...kept.values()].find((entry) => entry.post === post)?.id ?? null;

  return {
    async write({ key, channel, thread, text }) {
      const post = `line ${key}`;
      const known = shown(idOf(post));
      return known ?? keep({ channel, thread, text, author: 'person', card: null, isPrivate: false, post });
    },
    async show({ post, channel, thread, isPrivate, card }) {
      return idOf(post) ?? keep({ channel, thread, isPrivate, card, post, author: 'byline', text: null }).id;
    },
    async revise(id: string, card: Card) {
      const known = kept.get(id);
      if (known === undefined) throw new Problem('CHANNEL_GONE', `there is no entry ${id}`);
      kept.set(id, { ...known, card });
      tell(shown(id));
    },
    async find(post) {
      return idOf(post);
    },
    async list({ channel, thread, limit }) {
      const ids = [...kept.values()].filter((one) => one.channel === channel && one.thread === thread);
      return ids.slice(-limit).flatMap(({ id }) => shown(id) ?? []);
    },
    async entry(id) {
      return shown(id);
    },
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

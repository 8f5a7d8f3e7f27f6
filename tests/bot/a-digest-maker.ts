import { onTestFinished } from 'vitest';
import { createDigests } from '#bot/create-digests.ts';
import { joinEngines, joinWalk } from '#bot/join-walk.ts';
import type { Clock } from '#core/clock.ts';
import type { Digest, NewsEntry } from '#core/digest.ts';
import type { DigestLimits } from '#flow/make-digest.ts';
import { readText } from '#read/read-text.ts';
import { digestCard } from '#render/digest-card.ts';
import { countTokens } from '#summarize/model/count-tokens.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { anEntry, EVENING, MORNING, SUBJECTS, storyText } from '../flow/a-newsstand.ts';
import { createOpenAI } from '../stand-ins/openai/create-openai.ts';
import type { ChatRequest, OpenAIOptions } from '../stand-ins/openai/stand-in.ts';
import { userOf, written } from '../summarize/model/a-model.ts';

export const STORIES = 6;
const ENTRIES: readonly NewsEntry[] = SUBJECTS.slice(0, STORIES).map((subject) => anEntry('Quay Gazette', subject));
const PAGES = new Map(
  ENTRIES.map(({ url, title }) => [url, storyText(`${title}, and the reason is not known yet.`)] as const),
);

/** A model that copies the second sentence: nobody can object to it, and byline by itself would take the first. */
export function copying(request: ChatRequest): object {
  const [, text = ''] = /\[2\] ([^\n]*?)(?= \[\d+\]|\n|$)/.exec(userOf(request)) ?? [];
  return { headline: '', headlineTranslation: null, points: [written(text, [2], { number: 1 })] };
}

type Options = OpenAIOptions & { readonly limits?: Partial<DigestLimits>; readonly clock?: Clock };

/** Digests of six stories, with the real engine, SDK and checks in front of a model's server that stands in. */
export async function aDigestMaker(options: Options = {}) {
  const { limits = {}, clock = createFakeClock('2026-05-20T06:00:00Z'), ...more } = options;
  // Loading the tokenizer holds up the thread for longer than a hasty wait lasts.
  await countTokens(['']);
  const server = await createOpenAI({ answer: copying, ...more });
  onTestFinished(() => server.close());
  const chooseEngine = joinEngines({ apiKey: server.apiKey, baseUrl: server.baseUrl, model: server.model });
  const makeDigest = createDigests({
    ...{ clock, chooseEngine, limits },
    read: async (url) => ({ ...readText(PAGES.get(url) ?? '', { url }), outlet: 'Quay Gazette' }),
    walk: (signal, walkOptions = { chooseEngine }) =>
      joinWalk(() => Promise.reject(new Error('never')), signal, undefined, walkOptions),
  });
  const wish = { since: EVENING, until: MORNING, feeds: 1 };
  const make = (withoutModel: string | null = null, signal = new AbortController().signal): Promise<Digest> =>
    makeDigest(ENTRIES, wish, withoutModel, signal);
  return { server, make };
}

/** What a reader sees below the stories. */
export function notesOf(digest: Digest): readonly string[] {
  return digestCard(digest).blocks.flatMap((block) => (block.kind === 'note' ? block.text : []));
}

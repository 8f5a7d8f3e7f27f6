import { onTestFinished } from 'vitest';
import { systemClock } from '#bot/read-clock.ts';
import type { App, MayUseModel } from '#core/app.ts';
import type { Article } from '#core/article.ts';
import { createApp } from '#flow/create-app.ts';
import { attribute } from '#index.ts';
import { chooseEngine } from '#summarize/choose-engine.ts';
import { outlineArticle } from '#summarize/extractive/outline-article.ts';
import { countTokens } from '#summarize/model/count-tokens.ts';
import type { AskLimits } from '#summarize/model/create-asker.ts';
import { loadPrompts } from '#summarize/model/load-prompts.ts';
import { createModelEngine } from '#summarize/model/model-engine.ts';
import { findFaults, makeBriefing } from '#verify/make-briefing.ts';
import { TEXT } from '../../a-briefing.ts';
import { anArticle } from '../../an-article.ts';
import { createOpenAI } from '../../stand-ins/openai/create-openai.ts';
import type { ChatRequest, OpenAIOptions, OpenAIStandIn } from '../../stand-ins/openai/stand-in.ts';

/** What a model is asked to write of a point; what is left out is empty. */
export function written(text: string, sentences: readonly number[], more: object = {}) {
  return { text, sentences, statements: [], quotes: [], translation: null, ...more };
}

export const ARTICLE: Article = anArticle(TEXT);

/** A briefing of `TEXT` to which nobody can object. */
export const GOOD = {
  headline: 'Bridge over the Sund closed',
  headlineTranslation: null,
  points: [
    written('The bridge over the Sund has been closed since Monday.', [1], { statements: ['a1'] }),
    written('Holm and others looked twice and {1}.', [2], {
      statements: ['a2'],
      quotes: [{ sentence: 2, words: 'found cracks', translation: null }],
    }),
    written('The bridge is to open on Friday, officials said.', [3], { statements: ['a3'] }),
  ],
};

/** What the user message of a request holds. */
export function userOf({ messages }: ChatRequest): string {
  return messages
    .filter(({ role }) => role === 'user')
    .map(({ content }) => content)
    .join('\n');
}

export function systemOf({ messages }: ChatRequest): string {
  return messages
    .filter(({ role }) => role === 'system')
    .map(({ content }) => content)
    .join('\n');
}

export type AModel = { readonly server: OpenAIStandIn; readonly app: App };

/** Short waits, so that a test of a model that says nothing takes no half minute. */
export const HASTY: AskLimits = { firstMs: 400, idleMs: 400 };

/** A busy machine takes a while to load and to answer. */
const PATIENT: AskLimits = { firstMs: 20_000, idleMs: 20_000 };

type Options = OpenAIOptions & {
  readonly says?: unknown;
  readonly limits?: AskLimits;
  readonly mayUseModel?: MayUseModel;
  readonly writeWithinMs?: number;
  readonly settings?: { readonly apiKey?: string | null; readonly baseUrl?: string; readonly model?: string };
  readonly signal?: AbortSignal;
};

/** The whole walk with the real engine, the real SDK and the real verifier, in front of a server that stands in. */
export async function aModel(options: Options = {}): Promise<AModel> {
  // Loading the tokenizer holds up the thread for longer than a hasty wait lasts.
  await countTokens(['']);
  const { says = GOOD, settings = {}, limits = PATIENT, signal, ...more } = options;
  const server = await createOpenAI({ ...more, answer: () => (typeof says === 'string' ? says : { ...Object(says) }) });
  onTestFinished(() => server.close());
  const engine = createModelEngine(
    { apiKey: server.apiKey, baseUrl: server.baseUrl, model: server.model, ...settings },
    { prompts: loadPrompts(), chance: counter(), clock: systemClock, outline: outlineArticle, limits },
  );
  const app = createApp(
    {
      read: async () => ARTICLE,
      attribute,
      chooseEngine: (name) => (name === 'extractive' ? chooseEngine(name) : engine),
      verify: makeBriefing,
      findFaults,
      ...(more.mayUseModel === undefined ? {} : { mayUseModel: more.mayUseModel }),
      writeWithinMs: more.writeWithinMs ?? 20_000,
    },
    signal,
  );
  return { server, app };
}

export const WISH = { engine: null, points: null, style: null } as const;

/** Another word at each call, the same at each run. */
export function counter(): () => string {
  let calls = 0;
  return () => `fence-${++calls}`;
}

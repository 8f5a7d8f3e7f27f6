import { joinEngines, joinWalk } from '#bot/join-walk.ts';
import type { App } from '#core/app.ts';
import type { Article } from '#core/article.ts';
import { readText } from '#index.ts';
import { createOpenAI } from '../tests/stand-ins/openai/create-openai.ts';
import type { ChatRequest, OpenAIStandIn } from '../tests/stand-ins/openai/stand-in.ts';
import { type BadDraft, type GoodDraft, loadDrafts } from '../tests/summarize/model/drafts/load-drafts.ts';

type ModelFigures = {
  /** Drafts that are wrong, and how many of them reached the reader. */
  readonly bad: { readonly drafts: number; readonly reached: readonly string[] };
  /** Drafts that are right, and how many went back to the model or were withheld. */
  readonly good: { readonly drafts: number; readonly repaired: readonly string[] };
  /**
   * All that byline does around the call of a model, for an article of so many words, in ms: a whole briefing, less the same request
   * sent again by itself. `cold`: the first of a process, which loads the SDK, the checks and the tokenizer.
   */
  readonly overhead: {
    readonly words: number;
    readonly median: number;
    readonly worst: number;
    readonly cold: number;
    /** The request by itself. */
    readonly call: number;
  };
};

const ROUNDS = 25;
const WORDS = 1_000;

/**
 * The model engine in front of a model that says what the drafts of `tests/summarize/model` say, over the real SDK and the real
 * checks; then the time that it takes around the call.
 */
export async function measureModel(): Promise<ModelFigures> {
  const server = await createOpenAI({ kind: 'openai' });
  try {
    const { apiKey, baseUrl, model } = server;
    const chooseEngine = joinEngines({ apiKey, baseUrl, model });
    const app = joinWalk(() => Promise.reject(new Error('nothing is read')), undefined, undefined, { chooseEngine });
    // First, for nothing is loaded yet.
    const overhead = await measureOverhead(app, server);
    const { articles, bad, good } = loadDrafts();
    const articleOf = (id: string) => articles.find((one) => one.id === id)?.article;
    const reached: string[] = [];
    for (const draft of bad)
      if ((await tell(draft, articleOf(draft.article), app, server)).isShown) reached.push(draft.id);
    const repaired: string[] = [];
    for (const draft of good) {
      const { isShown, calls } = await tell(draft, articleOf(draft.article), app, server);
      if (!isShown || calls > 1) repaired.push(draft.id);
    }
    return { bad: { drafts: bad.length, reached }, good: { drafts: good.length, repaired }, overhead };
  } finally {
    await server.close();
  }
}

/** A briefing whose one point is the draft; asked to mend it, the model insists. */
async function tell(draft: BadDraft | GoodDraft, article: Article | undefined, app: App, server: OpenAIStandIn) {
  if (article === undefined) throw new Error(`${draft.id} has no article`);
  const { text, sentences, id } = draft;
  const point = { number: 1, text, sentences, statements: [], quotes: [], translation: null };
  server.answerWith(() => ({ headline: '', headlineTranslation: null, points: [point] }));
  const before = server.requests.length;
  const briefing = await app.brief(
    { ...article, title: `${article.title} (${id})` },
    { engine: null, points: 1, style: null },
  );
  // Quotations are cut anew, with the article's own marks.
  const plain = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const isShown =
    briefing.points.some((one) => one.by === undefined && plain(one.text) === plain(text)) &&
    briefing.engine.name === 'model';
  return { isShown, calls: server.requests.length - before };
}

async function measureOverhead(app: App, server: OpenAIStandIn): Promise<ModelFigures['overhead']> {
  server.answerWith(firstSentences);
  const times: number[] = [];
  const calls: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const article = longArticle(round);
    const began = performance.now();
    await app.brief(article, { engine: null, points: null, style: null });
    const whole = performance.now() - began;
    const call = await timeOfCall(server);
    times.push(whole - call);
    calls.push(call);
  }
  const [cold = 0, ...warm] = times;
  const sorted = warm.toSorted((a, b) => a - b);
  const round = (ms: number | undefined) => Math.round((ms ?? 0) * 10) / 10;
  return {
    ...{ words: WORDS, median: round(sorted[ROUNDS >> 1]), worst: round(sorted.at(-1)), cold: round(cold) },
    call: round(calls.toSorted((a, b) => a - b)[ROUNDS >> 1]),
  };
}

/** The last request once more, with nothing around it. */
async function timeOfCall({ baseUrl, apiKey, requests }: OpenAIStandIn): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body: JSON.stringify(requests.at(-1)?.body),
  });
  await response.text();
  return performance.now() - began;
}

/** Eight points in the article's own words. */
function firstSentences({ messages }: ChatRequest): object {
  const user = messages.at(-1)?.content ?? '';
  const points = [...user.matchAll(/\[(\d+)\] ([^[\n]+)/g)].slice(0, 8).map(([, number, text = '']) => ({
    ...{ text: text.trim(), sentences: [Number(number)], statements: [], quotes: [], translation: null },
  }));
  return { headline: points[0]?.text ?? '', headlineTranslation: null, points };
}

/** The bench's articles one after the other, up to a thousand words; each round begins with another, so that nothing is remembered. */
function longArticle(round: number): Article {
  const { articles } = loadDrafts();
  const turned = articles.filter(({ article }) => article.language === 'en').map(({ article }) => article.text);
  const from = round % turned.length;
  const paragraphs = [...turned.slice(from), ...turned.slice(0, from)].flatMap((text) => text.split('\n\n'));
  let words = 0;
  const taken = paragraphs.filter((paragraph) => {
    if (words >= WORDS) return false;
    words += paragraph.split(/\s+/).length;
    return true;
  });
  return readText(taken.join('\n\n'), { title: `Round ${round}` });
}

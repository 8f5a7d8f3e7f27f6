/**
 * The library door: the functions that other programs may rely on. Types and behaviour follow the public interface
 * written down in ARCHITECTURE.md; everything else in `src` may move.
 */
import { attribute } from '#attribute/attribute.ts';
import { joinEngines } from '#bot/join-walk.ts';
import type { Answer } from '#core/answer.ts';
import type { Article } from '#core/article.ts';
import type { Briefing } from '#core/briefing.ts';
import type { Claim, Verdict } from '#core/claim.ts';
import { answerQuestion } from '#flow/answer-question.ts';
import { briefArticle } from '#flow/brief-article.ts';
import type { ChooseEngine } from '#summarize/choose-engine.ts';
import { createCheckClaims } from '#verify/check-claims.ts';
import { findFaults, makeBriefing } from '#verify/make-briefing.ts';
import { readModelSettings } from './settings.ts';

export type { Answer } from '#core/answer.ts';
export type { Article, Span } from '#core/article.ts';
export type { Briefing, Disagreement, EngineLabel, KeyPoint, Sourcing, Withheld } from '#core/briefing.ts';
export type { Claim, Objection, Verdict } from '#core/claim.ts';
export type { Feed, FeedItem } from '#core/feed.ts';
export { Problem, type ProblemCode } from '#core/problem.ts';
export type { Schedule } from '#core/schedule.ts';
export type { Attribution, Source, SourceKind, Stance, Testimony } from '#core/testimony.ts';
export { canonicalUrl } from '#feeds/canonical-url.ts';
export { findFeeds } from '#feeds/find-feeds.ts';
export { groupStories } from '#feeds/group-stories.ts';
export { readFeed } from '#feeds/read-feed.ts';
export { type OpmlFeed, readOpml } from '#feeds/read-opml.ts';
export { writeOpml } from '#feeds/write-opml.ts';
export { readHtml } from '#read/read-html.ts';
export { readText } from '#read/read-text.ts';
export { readUrl } from '#read/read-url.ts';
export { nextRun } from '#schedule/next-run.ts';
export { parseSchedule } from '#schedule/parse-schedule.ts';
export { attribute };

/** Made when the first briefing or answer wants it; what a model has written is then there for the next who asks for the same. */
let engines: ChooseEngine | null = null;

/** The model's engine where OPENAI_MODEL names one, else the extractive one. The environment is read once. */
const chooseEngine: ChooseEngine = (name) => {
  engines ??= joinEngines(readModelSettings(process.env));
  return engines(name);
};

const steps = { attribute, chooseEngine, verify: makeBriefing, findFaults };
const checkAgainst = createCheckClaims(attribute);

/**
 * An article to its key points, each with its evidence and its source, every one checked. Without `engine` a model writes it where
 * OPENAI_MODEL names one, and the article's own words stand in where that fails (`engine.fallback` says why).
 * `points`: at most so many, 1 to 10; by the article's length where it is absent. `style`: a file in `prompts/brief`. `language`: a
 * BCP 47 tag or a language's name; the points then carry translations beside what was checked.
 * @throws Problem `NOTHING_VERIFIED`, `SERVICE_UNAVAILABLE` (the engine that was asked for is not configured or does not answer),
 * `BAD_USAGE`, `BAD_SETTINGS` (the model's are not as they must be), `CANCELLED`.
 */
export function brief(
  article: Article,
  options: {
    engine?: 'extractive' | 'model';
    points?: number;
    style?: string;
    language?: string;
    signal?: AbortSignal;
  } = {},
): Promise<Briefing> {
  const { engine = null, points = null, style = null, language = null, signal } = options;
  return briefArticle(article, { engine, points, style, language }, steps, signal);
}

/** Says of each claim whether the article supports all of it, and what stands against it. In the order of the claims. */
export function checkClaims(claims: readonly Claim[], article: Article): Verdict[] {
  return checkAgainst(claims, article);
}

/**
 * An answer in the article's own passages, best first, or in a model's checked words with the passages that bear them; or
 * `answered: false` where the article does not say. Which engine, and what is thrown: see `brief`.
 * @throws Problem `SERVICE_UNAVAILABLE`, `BAD_SETTINGS`, `CANCELLED`.
 */
export function answer(
  question: string,
  article: Article,
  options: { engine?: 'extractive' | 'model'; signal?: AbortSignal } = {},
): Promise<Answer> {
  return answerQuestion(question, article, { engine: options.engine ?? null }, steps, options.signal);
}

import type { Answer } from './answer.ts';
import type { Article } from './article.ts';
import type { Briefing, Draft, Usage } from './briefing.ts';
import type { Objection } from './claim.ts';
import type { Testimony } from './testimony.ts';

/** The rooms as the walk sees them. */
export type Attribute = (article: Article) => Testimony;

/** Writes drafts and proposes answers. The last engine of the list needs no key and no network. */
export type Engine = {
  readonly name: 'extractive' | 'model';
  readonly styles: readonly string[];
  /**
   * @throws Problem of a model: `SERVICE_UNAVAILABLE` where it did not answer, `NOTHING_VERIFIED` where its answer is of no use.
   */
  readonly draft: (article: Article, testimony: Testimony, wish: DraftWish, signal?: AbortSignal) => Promise<Draft>;
  readonly answer: (
    question: string,
    article: Article,
    testimony: Testimony,
    signal?: AbortSignal,
    wish?: AnswerWish,
  ) => Promise<Answer>;
  /**
   * Only where drafts are written, not cut: the same draft, with what was objected to written anew. Its `usage` is of this call
   * alone.
   */
  readonly repair?: (request: Repair, signal?: AbortSignal) => Promise<Draft>;
};

/** A draft with what stands against it. */
export type Repair = {
  readonly draft: Draft;
  readonly faults: readonly Faulty[];
  readonly article: Article;
  readonly testimony: Testimony;
  readonly wish: AnswerWish;
};

/**
 * `points`: how many at most; null leaves it to the engine (3 to 10 by the length of the article). `language`: a BCP 47 tag to be
 * translated into; absent or null: the article's own.
 */
export type DraftWish = AnswerWish & {
  readonly points: number | null;
  readonly style: string;
  /** Set where a story of a digest is told: it has a prompt of its own, whatever the style. */
  readonly purpose?: 'digest';
};

/** `onUsage` is told what each call of a model took, also where nothing came of it. */
export type AnswerWish = { readonly language?: string | null; readonly onUsage?: (usage: Usage) => void };

/** Checks every point and withholds what the article does not bear. */
export type Verify = (draft: Draft, article: Article) => Briefing;

/** The place of a draft's point, and all that a check holds against it. */
export type Faulty = { readonly at: number; readonly objections: readonly Objection[] };

/** The points of a draft that `Verify` would withhold, so that whoever wrote them can mend them first. */
export type FindFaults = (draft: Draft, article: Article) => readonly Faulty[];

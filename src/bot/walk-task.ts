import type { MessagePort } from 'node:worker_threads';
import type { Answer } from '#core/answer.ts';
import type { BriefWish } from '#core/app.ts';
import type { Article } from '#core/article.ts';
import type { Briefing } from '#core/briefing.ts';
import type { Reread, RereadOrder } from '#core/corrections.ts';
import type { FoundFeed, ListedFeed } from '#core/desk.ts';
import type { Digest, DigestWish, NewsEntry } from '#core/digest.ts';
import { Problem, type ProblemCode } from '#core/problem.ts';
import type { Testimony } from '#core/testimony.ts';

/** One call of a walk, as it goes to a worker thread. `steps` carries the steps back; a message to it calls the walk off. */
export type WalkTask = { readonly steps: MessagePort } & (
  | { readonly kind: 'read'; readonly url: string }
  | {
      readonly kind: 'brief';
      readonly article: Article;
      readonly wish: BriefWish;
      /** Why no model may be asked; null where one may. */
      readonly withoutModel: string | null;
    }
  | { readonly kind: 'testimony'; readonly article: Article }
  | { readonly kind: 'find-feed'; readonly address: string }
  | { readonly kind: 'read-opml'; readonly address: string }
  | { readonly kind: 'reread'; readonly order: RereadOrder }
  | {
      readonly kind: 'digest';
      readonly items: readonly NewsEntry[];
      readonly wish: DigestWish;
      readonly withoutModel: string | null;
    }
  | {
      readonly kind: 'answer';
      readonly question: string;
      readonly article: Article;
      readonly wish: Pick<BriefWish, 'engine'>;
      readonly withoutModel: string | null;
    }
);

export type WalkResults = {
  'find-feed': FoundFeed;
  'read-opml': readonly ListedFeed[];
  read: Article;
  brief: Briefing;
  testimony: Testimony;
  digest: Digest;
  reread: Extract<Reread, { kind: 'read' | 'unchanged' }>;
  answer: Answer;
};

/**
 * What comes back: a value, a foreseen failure, which as an error would lose its code on the way between threads, or what nobody
 * foresaw. A task never throws, so that an error in its place always means that its thread was lost.
 */
export type WalkOutcome<T> = { readonly value: T } | { readonly problem: PlainProblem } | { readonly fault: unknown };

type PlainProblem = { readonly code: ProblemCode; readonly message: string; readonly retryAfterMs: number | null };

export function toPlain({ code, message, retryAfterMs }: Problem): PlainProblem {
  return { code, message, retryAfterMs };
}

/** @throws Problem, or whatever else came back in the place of a value. */
export function readOutcome<T>(outcome: WalkOutcome<T>): T {
  if ('value' in outcome) return outcome.value;
  if ('fault' in outcome) throw outcome.fault;
  const { code, message, retryAfterMs } = outcome.problem;
  throw new Problem(code, message, { retryAfterMs });
}

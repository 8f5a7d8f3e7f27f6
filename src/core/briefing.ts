import type { Article, Span } from './article.ts';
import type { Attribution, Source } from './testimony.ts';

/** A statement for the reader, with the passages that bear it. There is no point without evidence. */
export type KeyPoint = {
  readonly text: string;
  readonly evidence: readonly Span[];
  /** Ids of the attributions that the point reports; none where the article says it in its own voice. */
  readonly attributions: readonly Attribution['id'][];
  /** Set where the article's own words stand in for a point that the model failed to write. */
  readonly by?: 'extractive';
  /** Set where it speaks of what only the point before it names, so that it is read behind that one and never alone. */
  readonly follows?: true;
  /** Without the words that say whose it is, for where its credit stands beside it; `text` is for where it stands alone. */
  readonly beside?: string;
  /** The same in the language that the reader asked for, in our words. What is checked against the article is `text`. */
  readonly translation?: string;
};

/** A point as an engine proposes it. `whole`: the same with nothing taken off, for where something stands against `text`. */
export type DraftPoint = KeyPoint & { readonly whole?: Pick<KeyPoint, 'text' | 'attributions'> };

/** Two accounts of one matter that cannot both be right. */
export type Disagreement = {
  readonly about: string;
  readonly sides: readonly { readonly source: Source['id']; readonly attributions: readonly Attribution['id'][] }[];
};

/** How the article's statements are sourced: counts of attributions. */
export type Sourcing = {
  readonly named: number;
  readonly unnamed: number;
  readonly documents: number;
  readonly unstated: number;
  /** Outlet to the number of statements that come through it. */
  readonly via: Readonly<Record<string, number>>;
};

export type EngineLabel = {
  readonly name: 'extractive' | 'model';
  readonly model: string | null;
  /** Name and version of the prompt. */
  readonly prompt: string | null;
  /** Where a model, a style or a language was wanted and could not be had, wholly or in part: why, in a few words. */
  readonly fallback?: string | null;
};

/** Tokens of a model that were paid for. */
export type Usage = { readonly in: number; readonly out: number };

/** What an engine proposes. Nobody but `verify` may turn it into something a reader sees. */
export type Draft = {
  readonly engine: EngineLabel;
  readonly headline: string;
  readonly points: readonly DraftPoint[];
  readonly sources: readonly Source[];
  readonly attributions: readonly Attribution[];
  readonly disagreements: readonly Disagreement[];
  /** The language that a reader asked for, where it is not the article's: points carry translations into it. */
  readonly language?: string;
  /** The headline in that language. */
  readonly headlineTranslation?: string;
  /** What a model took for it; absent where none was asked. */
  readonly usage?: Usage;
};

export type Withheld = { readonly text: string; readonly check: string; readonly reason: string };

/** Exists for the compiler only: marks what has passed the verifier. */
declare const verified: unique symbol;

/** A draft that passed the verifier; `verify/make-briefing.ts` is the only place that makes one. */
export type Briefing = Omit<Draft, 'points'> & {
  readonly points: readonly KeyPoint[];
  readonly id: string;
  readonly article: Article;
  readonly sourcing: Sourcing;
  readonly withheld: readonly Withheld[];
  readonly [verified]: true;
};

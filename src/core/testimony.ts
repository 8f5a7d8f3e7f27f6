import type { Span } from './article.ts';

export type SourceKind = 'person' | 'organization' | 'group' | 'document' | 'unstated';

/** Someone or something that the article credits. Not the outlet that published it, nor a feed. */
export type Source = {
  readonly id: string;
  /** Resolved: "he" is "Dmitry Peskov"; "one source" stays as written; "unstated" where the article names nobody. */
  readonly name: string;
  /** The article's own words: "Kremlin spokesman". */
  readonly role: string | null;
  readonly kind: SourceKind;
  /** False for "officials", "two people familiar with the matter", "a spokesman". */
  readonly named: boolean;
  /** Every mention in the text, pronouns too, in order. */
  readonly mentions: readonly Span[];
};

export type Stance = 'asserts' | 'denies' | 'declines';

/** One statement that the article credits to a source. */
export type Attribution = {
  readonly id: string;
  readonly source: Source['id'];
  /** Outlets that stand between the source and this article, nearest to the source first. */
  readonly via: readonly string[];
  /** The article's own verb as a lemma or phrase ("say", "according to"), never upgraded. */
  readonly verb: string | null;
  readonly cue: Span | null;
  /** All in quotation marks, partly, or not at all. */
  readonly form: 'direct' | 'mixed' | 'indirect';
  /** What was said; more than one piece when the cue interrupts it. */
  readonly content: readonly Span[];
  /** The source's own words inside quotation marks, without the marks; no titles, nicknames, terms, scare quotes. */
  readonly quotes: readonly Span[];
  /** The words that weaken it: "reportedly", "allegedly", "may". */
  readonly hedge: string | null;
  readonly stance: Stance;
  /** 0..1: how sure we are that this source said this. */
  readonly confidence: number;
};

/** Longer records end here: the densest article of 50,000 words has some 1,000 statements, and a page with more is a book or an attack. */
export const MOST_STATEMENTS = 5_000;

/** `attributions` in the order of the text; `MOST_STATEMENTS` of them where there are more. */
export type Testimony = { readonly sources: readonly Source[]; readonly attributions: readonly Attribution[] };

/**
 * Below this confidence a reader sees no credit. A briefing that puts words into the wrong mouth is worse than a shorter one.
 */
export const SHOWN_FROM_CONFIDENCE = 0.5;

/** One or more sentences about an article, and who is said to have said them in which words. */
export type Claim = { readonly text: string; readonly speaker?: string | null; readonly quote?: string | null };

/** What a check holds against a claim: the words in question, and why, so that a person and a model can mend it. */
export type Objection = { readonly check: string; readonly text: string; readonly reason: string };

/** `supported` means all of the claim; `score` is 0..1, the probability that the article supports it. */
export type Verdict = {
  readonly supported: boolean;
  readonly score: number;
  readonly objections: readonly Objection[];
};

import type { Bearer } from './bearer.ts';

/** Somebody whom a pronoun may mean, with all that is seen of them by name: what `learned/choose-person.ts` weighs. */
export type PersonCandidate = { readonly bearer: Bearer; readonly traits: readonly string[] };

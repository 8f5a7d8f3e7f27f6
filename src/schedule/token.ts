/** A word of what somebody typed. `folded`: without case, accents, apostrophes and dots, to be looked up ("Été" is "ete"). */
export type Token = { readonly written: string; readonly folded: string; readonly start: number; readonly end: number };

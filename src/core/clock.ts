/** Where time comes from. Tests hand in their own. */
export type Clock = { readonly now: () => Date };

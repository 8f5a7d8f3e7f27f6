/** Universal Dependencies' word classes. */
export const TAGS = [
  ...(['ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT'] as const),
  ...(['SCONJ', 'SYM', 'VERB', 'X'] as const),
];

/** The class of a word. */
export type Tag = (typeof TAGS)[number];

/** A coarse tag of Universal Dependencies ("VERB") and the Penn tag below it ("VBD"). */
export type TagName = { readonly coarse: Tag; readonly fine: string };

/** Universal Dependencies' word classes. */
export const TAGS = [
  ...(['ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT'] as const),
  ...(['SCONJ', 'SYM', 'VERB', 'X'] as const),
];

/** The class of a word. */
export type Tag = (typeof TAGS)[number];

import { patterns, phrases, words } from './field-kinds.ts';

/** What the file of Japanese holds, and in what order its words stand: "Xは「…」と述べた". */
export const JAPANESE_FIELDS = {
  says: phrases(),
  denies: phrases(),
  /** "によると", behind whoever is credited. */
  accordingTo: phrases(),
  /** Endings that make a person of a name: "氏", "市長". */
  persons: phrases(),
  documents: phrases(),
  /** What stands behind whoever a sentence is about: "は". */
  topics: phrases(),
  /** What stands behind what was said: "と". */
  that: phrases(),
  /** What joins whoever somebody belongs to with the name: "の". */
  of: phrases(),
  /** What may begin a sentence before its topic: "一方". */
  connectors: phrases(),
  /** A day between topic and content: "12日午前、". */
  times: patterns(),
};

/** What the file of Arabic holds: the verb stands first, then who, then "that". */
export const ARABIC_FIELDS = {
  says: words(),
  denies: words(),
  that: words(),
  /** Where the name behind a verb has ended: "after", "in". */
  stops: words(),
  /** Before whoever is credited; patterns. */
  accordingTo: phrases(),
  persons: words(),
  bodies: words(),
  /** "ال", which no name of one word but a surname has. */
  article: phrases(),
  /** "و", "and", as a verb's first letter. */
  ands: phrases(),
  /** "فإن", between a credit and what is credited. */
  connectors: phrases(),
};

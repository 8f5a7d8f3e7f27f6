import endings from './data/endings.json' with { type: 'json' };

/** Shorter than this, what is left of a word says too little. */
const SHORTEST_STEM = 3;

const ENDINGS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(endings));

/** Endings that make one English word of another, longest first. What is left must still name the thing. */
const ENGLISH_DERIVATIONS = [
  'fulness',
  'iveness',
  'ations',
  'ation',
  'ments',
  'ment',
  'ness',
  'ions',
  'ion',
  'able',
  'ible',
  'ly',
];

/**
 * What the forms of a word share, for comparing words and never for showing them. English goes by Porter's first step
 * (plural, -ed, -ing) and a few derivations, other languages lose their commonest endings. `word` is lower-case.
 */
export function stemWord(word: string, language: string): string {
  if (/\p{N}/u.test(word)) return word;
  if (language === 'en') return stemEnglish(word);
  return without(word, ENDINGS.get(language) ?? []);
}

function stemEnglish(word: string): string {
  const derived = without(uninflected(word), ENGLISH_DERIVATIONS);
  const bare = derived.length > SHORTEST_STEM && derived.endsWith('e') ? derived.slice(0, -1) : derived;
  // "country" and "countries" meet in "countri"; "police" and "policy" stay apart.
  return bare.length > SHORTEST_STEM && bare.endsWith('y') ? `${bare.slice(0, -1)}i` : bare;
}

function uninflected(word: string): string {
  if (word.length <= SHORTEST_STEM) return word;
  if (/(?:ies|ied)$/.test(word)) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  if (/[^su]s$/.test(word)) return word.slice(0, -1);
  if (word.endsWith('eed')) return word.slice(0, -1);
  const bare = without(word, ['ing', 'ed']);
  // "planned" is "plan"; "falling" and "missed" keep theirs.
  return bare !== word && /([bdgmnprt])\1$/.test(bare) ? bare.slice(0, -1) : bare;
}

function without(word: string, candidates: readonly string[]): string {
  const ending = candidates.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

import stopWords from './data/stop-words.json' with { type: 'json' };

/** Words as most scripts write them; an apostrophe's ending is not part of the word. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*/gu;
/** Scripts that write no spaces between words: only a segmenter finds them. */
const SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

const STOP = new Map(Object.entries(stopWords).map(([language, words]) => [language, new Set(words)]));
const NONE: ReadonlySet<string> = new Set();

/**
 * What a passage is about, for comparing passages: its words in order, lower-case, without stop words and endings.
 * Scripts without spaces are cut by Intl.Segmenter. Linear in the text's length.
 */
export function contentWords(text: string, language: string): string[] {
  const key = language.slice(0, 2).toLowerCase();
  const stop = STOP.get(key) ?? NONE;
  const words = SPACELESS.test(text) ? segment(text, language) : (text.toLowerCase().match(WORD) ?? []);
  return words
    .filter((word) => !stop.has(word) && (word.length > 1 || /\p{N}/u.test(word) || SPACELESS.test(word)))
    .map((word) => stem(word, key));
}

function segment(text: string, language: string): string[] {
  const segments = new Intl.Segmenter(language === 'und' ? undefined : language, { granularity: 'word' }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike === true).map(({ segment: word }) => word.toLowerCase());
}

/** Shorter than this, what is left of a word says too little. */
const SHORTEST_STEM = 3;

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'ational',
    'ization',
    'fulness',
    'iveness',
    'ations',
    'ation',
    'ingly',
    'edly',
    'ments',
    'ment',
    'ness',
    'ions',
    'ings',
    'able',
    'ible',
    'ing',
    'ion',
    'ies',
    'ied',
    'ers',
    'er',
    'ed',
    'es',
    'ly',
    's',
    'e',
    'y',
  ],
  de: [
    'ungen',
    'ung',
    'heiten',
    'heit',
    'keiten',
    'keit',
    'lichen',
    'liche',
    'lich',
    'ern',
    'em',
    'en',
    'er',
    'es',
    'e',
    'n',
    's',
    't',
  ],
  fr: [
    'ements',
    'ement',
    'ations',
    'ation',
    'euses',
    'eux',
    'ées',
    'ée',
    'és',
    'er',
    'ait',
    'ent',
    'es',
    'é',
    'e',
    's',
  ],
  es: [
    'aciones',
    'ación',
    'mente',
    'ados',
    'adas',
    'ado',
    'ada',
    'ando',
    'iendo',
    'aron',
    'ar',
    'er',
    'ir',
    'os',
    'as',
    'es',
    'o',
    'a',
    'e',
    's',
  ],
  pt: [
    'ações',
    'ação',
    'mente',
    'ados',
    'adas',
    'ado',
    'ada',
    'ando',
    'endo',
    'aram',
    'ar',
    'er',
    'ir',
    'os',
    'as',
    'es',
    'o',
    'a',
    'e',
    's',
  ],
  it: [
    'azioni',
    'azione',
    'mente',
    'ati',
    'ate',
    'ato',
    'ata',
    'ando',
    'endo',
    'are',
    'ere',
    'ire',
    'i',
    'e',
    'o',
    'a',
  ],
  nl: ['ingen', 'ing', 'heden', 'heid', 'lijke', 'lijk', 'en', 'er', 'es', 'e', 's', 't'],
};

function stem(word: string, language: string): string {
  if (/\p{N}/u.test(word)) return word;
  const ending = ENDINGS[language]?.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM);
  const bare = ending === undefined ? word : word.slice(0, -ending.length);
  // "planned" and "plan": a doubled consonant before an ending that went.
  return ending !== undefined && /([bdfgmnprt])\1$/.test(bare) && bare.length > SHORTEST_STEM
    ? bare.slice(0, -1)
    : bare;
}

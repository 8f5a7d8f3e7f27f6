import { francAll } from 'franc';
import { guessLanguage } from '#language/guess-language.ts';
import nearLanguages from './data/near-languages.json' with { type: 'json' };
import newsLanguages from './data/news-languages.json' with { type: 'json' };

/** A language told from fewer letters than this is a guess. */
const LEAST_LETTERS = 40;
/** More text makes the answer no better, only slower. */
const SAMPLE_CHARACTERS = 1_500;

/** Languages with a daily press. Without this list a short English text is often taken for Scots, a German one for Afrikaans. */
const NEWS_LANGUAGES: string[] = newsLanguages;

const NEAR: readonly (readonly string[])[] = nearLanguages.groups;
/** A rarer language to the commoner one that it is taken for. */
const COMMONER: ReadonlyMap<string, string> = new Map(Object.entries(nearLanguages.commoner));

/** Scripts that one language alone writes; kana before Han, for Japanese writes both. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, 'ja'],
  [/\p{sc=Hangul}/gu, 'ko'],
  [/\p{sc=Thai}/gu, 'th'],
  [/\p{sc=Greek}/gu, 'el'],
  [/\p{sc=Hebrew}/gu, 'he'],
  [/\p{sc=Armenian}/gu, 'hy'],
  [/\p{sc=Georgian}/gu, 'ka'],
  [/\p{sc=Han}/gu, 'zh'],
];
/** A tenth of the letters in such a script is more than a name or a quotation. */
const SCRIPT_SHARE = 0.1;

/**
 * The language of a text as BCP 47, from its script and its letter triples. `declared` (the page's own word) decides
 * where the text is short, and between languages that look alike; `und` where nothing is known.
 */
export function detectLanguage(text: string, declared: string | null): string {
  const sample = sampleOf(text);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, language] of SCRIPTS) {
    if (letters > 0 && (sample.match(script)?.length ?? 0) > SCRIPT_SHARE * letters) return language;
  }
  const claimed = normalise(declared);
  const plain = guessLanguage(sample);
  // A page in Afrikaans says so; its small words alone look Dutch.
  if (plain !== null && (claimed === null || claimed === plain || !areNear(plain, claimed))) return plain;
  if (letters < LEAST_LETTERS) return claimed ?? guess(sample, 1, null) ?? 'und';
  return guess(sample, LEAST_LETTERS, claimed) ?? claimed ?? 'und';
}

function areNear(one: string, other: string): boolean {
  return NEAR.some((group) => group.includes(one) && group.includes(other));
}

/** No language has such a word: a key, an image in letters, a cry that fills the page. Scripts without spaces are left alone. */
const NO_WORD = /[\p{sc=Latin}\d+/=_-]{80,}/gu;

/** The middle of a text rather than its edges, where menus and credits collect. */
function sampleOf(whole: string): string {
  const text = whole.replace(NO_WORD, ' ');
  if (text.length <= SAMPLE_CHARACTERS) return text;
  const start = Math.floor((text.length - SAMPLE_CHARACTERS) / 2);
  return text.slice(start, start + SAMPLE_CHARACTERS);
}

/** Close scores: the two languages cannot be told apart by letter triples alone. */
const NEARLY_AS_LIKELY = 0.9;
const JUST_AS_LIKELY = 0.99;
/** Up to here the page's own word weighs as much as the triples; all languages' scores draw together in longer texts. */
const FEW_LETTERS = 200;

/**
 * The likeliest language. Where another is as good as likely, the page's own word decides between languages that look
 * alike (Danish and Norwegian), and without it the commoner of the two (Portuguese before Galician).
 */
function guess(sample: string, minLength: number, claimed: string | null): string | null {
  const ranked = francAll(sample, { minLength, only: NEWS_LANGUAGES }).map(([code, score]) => ({
    language: normalise(code),
    score,
  }));
  const best = ranked[0]?.language ?? null;
  if (best === null) return null;
  const isLikely = (language: string | null | undefined, least: number): boolean =>
    ranked.some((one) => language !== null && one.language === language && one.score >= least);
  const mayBeClaimed = areNear(best, claimed ?? '');
  if (claimed === 'no' && mayBeClaimed && isLikely('nb', NEARLY_AS_LIKELY)) return claimed;
  if ((mayBeClaimed || sample.length < FEW_LETTERS) && isLikely(claimed, NEARLY_AS_LIKELY)) return claimed;
  const commoner = COMMONER.get(best);
  return commoner !== undefined && isLikely(commoner, JUST_AS_LIKELY) ? commoner : best;
}

/** "deu" and "de-DE" are "de"; null for what is no language. */
function normalise(code: string | null): string | null {
  try {
    const [canonical] = Intl.getCanonicalLocales((code ?? '').replace('_', '-'));
    const language = canonical === undefined ? 'und' : new Intl.Locale(canonical).language;
    return language === 'und' ? null : language;
  } catch {
    return null;
  }
}

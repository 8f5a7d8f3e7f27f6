import cuts from './data/clause-cuts.json' with { type: 'json' };

const CUTS = new Map(
  Object.entries(cuts).map(
    ([language, words]) => [language, new RegExp(`[,;:–—](?=\\s)|\\s(?=(?:${words.join('|')})\\s)`, 'iu')] as const,
  ),
);
const MARKS = /[,;:–—](?=\s)/u;

/** A sentence cut at its marks and where a clause may begin; the word that begins it goes with it. */
export function cutClauses(sentence: string, language: string): string[] {
  return sentence
    .split(CUTS.get(language.slice(0, 2).toLowerCase()) ?? MARKS)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

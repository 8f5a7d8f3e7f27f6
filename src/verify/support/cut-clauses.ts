import cuts from '../data/clause-cuts.json' with { type: 'json' };

const CUTS = new Map(
  Object.entries(cuts).map(
    ([language, words]) => [language, new RegExp(`[,;:–—](?=\\s)|\\s(?=(?:${words.join('|')})\\s)`, 'iu')] as const,
  ),
);
const MARKS = /[,;:–—](?=\s)/u;

/** A caption without a stop that runs on into the next sentence: "… to the harbour The family have …". */
const RUN_ON = /(?<=\p{Ll})\s(?=(?:The|An?|H[ei]s?|She|Her|They|Their|It|This|But|And|In)\s\p{Ll})/u;

/** A sentence cut at its marks and where a clause may begin; the word that begins it goes with it. */
export function cutClauses(sentence: string, language: string): string[] {
  const sentences = language.startsWith('en') ? sentence.split(RUN_ON) : [sentence];
  return sentences
    .flatMap((part) => part.split(CUTS.get(language.slice(0, 2).toLowerCase()) ?? MARKS))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

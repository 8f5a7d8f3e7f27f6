import type { Article } from '#core/article.ts';
import type { Attribution, Source, Testimony } from '#core/testimony.ts';
import { isSoundSpan } from './support/is-sound-span.ts';
import { type ArticleWords, articleWords } from './words/article-words.ts';
import { unknownWords } from './words/unknown-words.ts';

/**
 * What of a testimony the article can bear: a source whose name is not made of the article's words goes, a role and a
 * mention that the article does not have go; a statement with a place outside the text, without its source, or through
 * an outlet that the article does not name goes. Of two things with one id the first stays.
 */
export function soundTestimony(testimony: Testimony, article: Article): Testimony {
  const words = articleWords(article);
  const sources = new Map<Source['id'], Source>();
  for (const source of testimony.sources) {
    if (!sources.has(source.id) && isNamedBy(source, words))
      sources.set(source.id, soundSource(source, article, words));
  }
  const attributions = new Map<Attribution['id'], Attribution>();
  for (const attribution of testimony.attributions) {
    if (attributions.has(attribution.id) || !sources.has(attribution.source)) continue;
    if (isSoundAttribution(attribution, article, words)) attributions.set(attribution.id, attribution);
  }
  const credited = new Set([...attributions.values()].map((attribution) => attribution.source));
  return {
    sources: [...sources.values()].filter((source) => credited.has(source.id) || source.mentions.length > 0),
    attributions: [...attributions.values()],
  };
}

function isNamedBy({ name, kind }: Source, words: ArticleWords): boolean {
  return kind === 'unstated' || unknownWords(name, words).length === 0;
}

function soundSource(source: Source, { text }: Article, words: ArticleWords): Source {
  const isRoleKnown = source.role === null || unknownWords(source.role, words).length === 0;
  return {
    ...source,
    role: isRoleKnown ? source.role : null,
    mentions: source.mentions.filter((mention) => isSoundSpan(mention, text)),
  };
}

/** "She declined" has a cue and no content; a statement with neither stands nowhere in the text. */
function isSoundAttribution(
  { content, quotes, cue, via }: Attribution,
  { text }: Article,
  words: ArticleWords,
): boolean {
  const places = [...content, ...quotes, ...(cue === null ? [] : [cue])];
  if (places.length === 0 || !places.every((place) => isSoundSpan(place, text))) return false;
  return via.every((outlet) => unknownWords(outlet, words).length === 0);
}

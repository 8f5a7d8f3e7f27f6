import type { Article } from '#core/article.ts';
import type { Attribution, Source, Testimony } from '#core/testimony.ts';
import { isSoundSpan } from './sound-span.ts';

/**
 * What of a testimony the text can bear: a mention outside the text goes, a statement with a place outside the text or
 * without its source goes, a source that nothing is left of goes. Of two things with one id the first stays.
 */
export function soundTestimony(testimony: Testimony, article: Article): Testimony {
  const sources = new Map<Source['id'], Source>();
  for (const source of testimony.sources) {
    if (!sources.has(source.id)) sources.set(source.id, withSoundMentions(source, article.text));
  }
  const attributions = new Map<Attribution['id'], Attribution>();
  for (const attribution of testimony.attributions) {
    if (attributions.has(attribution.id) || !sources.has(attribution.source)) continue;
    if (isSoundAttribution(attribution, article.text)) attributions.set(attribution.id, attribution);
  }
  const credited = new Set([...attributions.values()].map((attribution) => attribution.source));
  return {
    sources: [...sources.values()].filter((source) => credited.has(source.id) || source.mentions.length > 0),
    attributions: [...attributions.values()],
  };
}

function withSoundMentions(source: Source, text: string): Source {
  return { ...source, mentions: source.mentions.filter((mention) => isSoundSpan(mention, text)) };
}

/** "She declined" has a cue and no content; a statement with neither stands nowhere in the text. */
function isSoundAttribution({ content, quotes, cue }: Attribution, text: string): boolean {
  const places = [...content, ...quotes, ...(cue === null ? [] : [cue])];
  return places.length > 0 && places.every((place) => isSoundSpan(place, text));
}

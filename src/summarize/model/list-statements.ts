import { type Article, overlaps, textAt } from '#core/article.ts';
import { keepsSilent } from '#core/keeps-silent.ts';
import { type Attribution, SHOWN_FROM_CONFIDENCE, type Source, type Testimony } from '#core/testimony.ts';
import type { Section } from './number-sentences.ts';

const NONE = 'The article credits no one.';

/**
 * Who says what, one statement a line: its id, its source, the outlets between, how it is said, and the numbers of its sentences.
 * Only what is sure enough to be shown, and only what stands in the section.
 */
export function listStatements(article: Article, { sources, attributions }: Testimony, section: Section): string {
  const known = new Map(sources.map((source) => [source.id, source]));
  const lines = attributions
    .filter(({ confidence }) => confidence >= SHOWN_FROM_CONFIDENCE)
    .flatMap((attribution) => {
      const places = sentencesOf(attribution, article).filter((at) => at >= section.from && at < section.to);
      const source = known.get(attribution.source);
      if (places.length === 0 || source === undefined) return [];
      return [`${attribution.id}: ${describe(attribution, source, article)}; ${numbersOf(places)}`];
    });
  return lines.length === 0 ? NONE : lines.join('\n');
}

function describe(attribution: Attribution, source: Source, { text }: Article): string {
  const { via, cue, hedge, form } = attribution;
  const role = source.role === null ? '' : `, ${source.role}`;
  const who =
    source.kind === 'unstated' ? 'no source stated' : `${source.name}${role}${source.named ? '' : ' (unnamed)'}`;
  const parts = [
    who,
    ...via.map((outlet) => `via ${outlet}`),
    ...(cue === null ? [] : [`“${textAt(text, cue)}”`]),
    ...(form === 'direct' ? ['in quotation marks'] : []),
    ...stanceOf(attribution, text),
    ...(hedge === null ? [] : [`hedged “${hedge}”`]),
  ];
  return parts.join(', ').replace(/\s+/gu, ' ');
}

function stanceOf(attribution: Attribution, text: string): string[] {
  if (attribution.stance === 'denies') return ['a denial'];
  if (attribution.stance === 'asserts') return [];
  return [keepsSilent(attribution, text) ? 'declined to comment' : 'a refusal'];
}

function sentencesOf({ content, quotes, cue }: Attribution, { sentences }: Article): number[] {
  const places = content.length + quotes.length > 0 ? [...content, ...quotes] : cue === null ? [] : [cue];
  return sentences.flatMap((sentence, at) => (places.some((place) => overlaps(place, sentence)) ? [at] : []));
}

function numbersOf(places: readonly number[]): string {
  const [first = 0] = places;
  const last = places.at(-1) ?? first;
  return first === last ? `sentence ${first + 1}` : `sentences ${places.map((at) => at + 1).join(', ')}`;
}

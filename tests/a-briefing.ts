import type { Article, Span } from '#core/article.ts';
import type { Briefing, Draft } from '#core/briefing.ts';
import type { Attribution, Source } from '#core/testimony.ts';
import { makeBriefing } from '#verify/make-briefing.ts';
import { anArticle } from './an-article.ts';

export const TEXT = [
  'The bridge over the Sund was closed on Monday, harbour master Ida Holm said.',
  '“We looked twice and found cracks,” Holm told the Quay Gazette.',
  'Officials said the bridge would open on Friday. The ferry firm Lund Lines claimed it would stay shut until June.',
].join('\n\n');

/** Where these words stand in the text. */
export function spanOf(words: string, text = TEXT): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

export function aSource(more: Partial<Source>): Source {
  return { id: 's1', name: 'Ida Holm', role: 'harbour master', kind: 'person', named: true, mentions: [], ...more };
}

export function anAttribution(words: string, more: Partial<Attribution> = {}): Attribution {
  return {
    id: 'a1',
    source: 's1',
    via: [],
    verb: 'say',
    cue: null,
    form: 'indirect',
    content: [spanOf(words)],
    quotes: [],
    hedge: null,
    stance: 'asserts',
    confidence: 0.9,
    ...more,
  };
}

export const QUOTE = 'We looked twice and found cracks';
export const OPEN = 'the bridge would open on Friday';
const SHUT = 'it would stay shut until June';

export const SOURCES: readonly Source[] = [
  aSource({}),
  aSource({ id: 's2', name: 'officials', role: null, kind: 'group', named: false }),
  aSource({ id: 's3', name: 'Lund Lines', role: 'ferry firm', kind: 'organization' }),
];

export const ATTRIBUTIONS: readonly Attribution[] = [
  anAttribution('The bridge over the Sund was closed on Monday', { id: 'a1' }),
  anAttribution(QUOTE, { id: 'a2', form: 'direct', quotes: [spanOf(QUOTE)], via: ['Quay Gazette'], verb: 'tell' }),
  anAttribution(OPEN, { id: 'a3', source: 's2' }),
  anAttribution(SHUT, { id: 'a4', source: 's3', verb: 'claim', cue: spanOf('claimed') }),
];

/** A briefing of that text, checked by the real verifier. */
export function aBriefing(more: Partial<Draft> = {}, article: Article = anArticle(TEXT)): Briefing {
  return makeBriefing(
    {
      engine: { name: 'extractive', model: null, prompt: null },
      headline: 'The bridge over the Sund was closed on Monday',
      points: [
        {
          text: 'The bridge over the Sund was closed on Monday.',
          evidence: [spanOf(TEXT.slice(0, 76))],
          attributions: ['a1'],
        },
        { text: `“${QUOTE}.”`, evidence: [spanOf(`“${QUOTE},” Holm told the Quay Gazette.`)], attributions: ['a2'] },
      ],
      sources: SOURCES,
      attributions: ATTRIBUTIONS,
      disagreements: [
        {
          about: 'when the bridge opens',
          sides: [
            { source: 's2', attributions: ['a3'] },
            { source: 's3', attributions: ['a4'] },
          ],
        },
      ],
      ...more,
    },
    article,
  );
}

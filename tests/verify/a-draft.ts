import type { Draft, KeyPoint } from '#core/briefing.ts';
import type { Attribution, Source } from '#core/testimony.ts';
import { placeOf, plainArticle } from './plain-article.ts';

/** A short article, its testimony and a draft about it, for tests of the briefing. */
export const TEXT = [
  'The harbour wall of Sundby has cracked in 14 places, engineer Ida Holm told the Quay Gazette.',
  '“We had no intention of closing it,” Holm said. Two people who have seen the report said the repairs would cost £31m.',
  'A survey of 2019 found no cracks. The wall is said to have sunk since, which Sund Radio was first to ask about.',
].join('\n\n');
export const ARTICLE = plainArticle(TEXT);

export const SOURCES: readonly Source[] = [
  { id: 's1', name: 'Ida Holm', role: 'engineer', kind: 'person', named: true, mentions: [placeOf('Ida Holm', TEXT)] },
  { id: 's2', name: 'two people who have seen the report', role: null, kind: 'group', named: false, mentions: [] },
  { id: 's3', name: 'a survey of 2019', role: null, kind: 'document', named: true, mentions: [] },
  { id: 's4', name: 'unstated', role: null, kind: 'unstated', named: false, mentions: [] },
];

/** A statement of the fixture. */
export function says(id: string, source: string, words: string, more: Partial<Attribution> = {}): Attribution {
  const content = [placeOf(words, TEXT)];
  const plain = { verb: 'say', cue: null, form: 'indirect', quotes: [], hedge: null, stance: 'asserts' } as const;
  return { id, source, via: [], content, confidence: 0.9, ...plain, ...more };
}

export const CRACKED = 'The harbour wall of Sundby has cracked in 14 places';
export const ATTRIBUTIONS: readonly Attribution[] = [
  says('a1', 's1', CRACKED, { via: ['Quay Gazette', 'Quay Gazette'] }),
  says('a2', 's1', 'We had no intention of closing it', { form: 'direct' }),
  says('a3', 's2', 'the repairs would cost £31m', { via: ['Quay Gazette', 'Sund Radio'] }),
  says('a4', 's3', 'no cracks'),
  says('a5', 's4', 'have sunk since', { hedge: 'is said to' }),
];

/** A point on these words of the fixture. */
export function point(text: string, words: string, attributions: readonly string[] = []): KeyPoint {
  return { text, evidence: [placeOf(words, TEXT)], attributions };
}

export const GOOD = point(`${CRACKED}.`, CRACKED, ['a1']);

/** A sound draft, but for what is given. */
export function aDraft(more: Partial<Draft> = {}): Draft {
  return {
    engine: { name: 'extractive', model: null, prompt: null },
    headline: CRACKED,
    points: [GOOD],
    sources: SOURCES,
    attributions: ATTRIBUTIONS,
    disagreements: [],
    ...more,
  };
}

import type { Attribution, Source, Testimony } from '#index.ts';
import type { GoldArticle } from '../../bench/parse-gold.ts';
import { placeGold } from '../../bench/score-testimony.ts';

const KINDS: readonly Source['kind'][] = ['person', 'organization', 'group', 'document', 'unstated'];
const FORMS: readonly Attribution['form'][] = ['direct', 'mixed', 'indirect'];
const STANCES: readonly Attribution['stance'][] = ['asserts', 'denies', 'declines'];

/** What a perfect reader would report of a marked article. */
export function reportGold(gold: GoldArticle): Testimony {
  const placed = placeGold(gold, gold.text);
  return {
    sources: placed.map(({ gold: { speaker, role, kind, named } }, index) => ({
      id: `s${index}`,
      name: speaker,
      role,
      kind: KINDS.find((known) => known === kind) ?? 'unstated',
      named,
      mentions: [],
    })),
    attributions: placed.map(({ gold: { via, verb, form, hedge, stance }, content }, index) => ({
      id: `a${index}`,
      source: `s${index}`,
      via,
      verb,
      cue: null,
      form: FORMS.find((known) => known === form) ?? 'indirect',
      content,
      quotes: [],
      hedge,
      stance: STANCES.find((known) => known === stance) ?? 'asserts',
      confidence: 1,
    })),
  };
}

import type { Sourcing } from '#core/briefing.ts';
import type { Attribution, Source } from '#core/testimony.ts';

/**
 * How many statements come from whom. Every statement counts once among the first four; an outlet counts once for each
 * statement that comes through it. Outlets stand in the order in which the statements name them.
 */
export function countSourcing(sources: readonly Source[], attributions: readonly Attribution[]): Sourcing {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const counts = { named: 0, unnamed: 0, documents: 0, unstated: 0 };
  const via = new Map<string, number>();
  for (const attribution of attributions) {
    counts[columnOf(byId.get(attribution.source))] += 1;
    for (const outlet of new Set(attribution.via)) via.set(outlet, (via.get(outlet) ?? 0) + 1);
  }
  return { ...counts, via: Object.fromEntries(via) };
}

function columnOf(source: Source | undefined): 'named' | 'unnamed' | 'documents' | 'unstated' {
  if (source === undefined) return 'unstated';
  switch (source.kind) {
    case 'document':
      return 'documents';
    case 'unstated':
      return 'unstated';
    case 'person':
    case 'organization':
    case 'group':
      return source.named ? 'named' : 'unnamed';
    default:
      return source.kind satisfies never;
  }
}

import type { EngineLabel } from '#core/briefing.ts';
import type { Block } from '#core/card.ts';

/** Why the engine that was wanted did not write it, or not all of it; nothing where it did. */
export function fallbackNote(engine: EngineLabel | undefined): Block[] {
  const why = engine?.fallback ?? null;
  if (engine === undefined || why === null || why === '') return [];
  const text = engine.name === 'extractive' ? `Extractive: ${why}.` : `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
  return [{ kind: 'note', text }];
}

import type { Attribution } from '#core/testimony.ts';
import type { Ground } from '../ground.ts';
import { maySpeakFor } from './may-speak-for.ts';

/** The article's statements that may be those of whom a claim names so. */
export function statementsOf(who: string, { attributions, sources }: Ground): Attribution[] {
  return [...attributions.values()].filter(({ source }) => {
    const bearer = sources.get(source);
    return bearer !== undefined && bearer.kind !== 'unstated' && maySpeakFor(who, bearer);
  });
}

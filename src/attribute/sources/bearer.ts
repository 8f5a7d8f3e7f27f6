import type { SourceKind } from '#core/testimony.ts';
import type { Entity } from './entity.ts';

/** Who a source phrase means. `entity` where it has a name in the article. */
export type Bearer = {
  /** Same key, same source. */
  readonly key: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly named: boolean;
  readonly role: string | null;
  readonly entity: Entity | null;
  /** 0..1: how sure it is that the phrase means this bearer. */
  readonly certainty: number;
};

/** Nobody: the article does not say who. */
export const UNSTATED: Bearer = {
  key: 'unstated',
  name: 'unstated',
  kind: 'unstated',
  named: false,
  role: null,
  entity: null,
  certainty: 1,
};

/** An entity as the bearer of a phrase. */
export function bearerOf(entity: Entity, certainty: number): Bearer {
  return {
    key: `name ${entity.name}`,
    name: entity.name,
    kind: entity.kind === 'organization' ? 'organization' : 'person',
    named: true,
    role: entity.role,
    entity,
    certainty,
  };
}

import type { Card } from '#core/card.ts';

/**
 * A card that we stored ourselves, read back. Its shape was checked by the compiler when it was written; what is checked here
 * is that the row still holds a card at all.
 * @throws Error where it does not.
 */
export function parseCard(value: unknown): Card {
  if (!isCard(value)) throw new Error('a stored card has lost its title or its blocks');
  return value;
}

function isCard(value: unknown): value is Card {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    typeof value.title === 'string' &&
    'blocks' in value &&
    Array.isArray(value.blocks) &&
    value.blocks.every((block: unknown) => typeof block === 'object' && block !== null && 'kind' in block)
  );
}

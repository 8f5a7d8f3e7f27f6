import type { Correction } from '#core/corrections.ts';

/** What was told of a watched page; what another byline wrote down in another form was not told here. */
export function parseTold(value: unknown): Correction[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.flatMap((one): Correction[] => {
    if (typeof one !== 'object' || one === null || !('before' in one) || !('after' in one)) return [];
    const { before, after } = one;
    return typeof before === 'string' && (after === null || typeof after === 'string') ? [{ before, after }] : [];
  });
}

/** What PostgreSQL's text cannot hold becomes the replacement character, one for one, so that offsets stay right. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

/**
 * A value as JSON that a jsonb column takes. Names of fields are our own, so only values are mended. Fields come in the order of
 * their names, for jsonb gives them back in an order of its own: the same value is the same text, wherever it comes from.
 */
export function toJsonb(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'string') return storable(part);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

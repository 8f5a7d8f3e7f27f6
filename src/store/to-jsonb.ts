/** What PostgreSQL's text cannot hold becomes the replacement character, one for one, so that offsets stay right. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

/** A value as JSON that a jsonb column takes. Names of fields are our own, so only values are mended. */
export function toJsonb(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'string' ? storable(part) : part));
}

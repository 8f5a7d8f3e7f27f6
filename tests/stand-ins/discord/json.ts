/** Guards for what comes over the wire: nothing is believed before it was looked at. */
export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one where there is none. */
export function recordOf(value: unknown): Json {
  return isRecord(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function recordsOf(value: unknown): readonly Json[] {
  return listOf(value).filter(isRecord);
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** How Discord counts: its API is Python's, so code points and not UTF-16 units (staff, in api-docs issue 1315). */
export function lengthOf(text: unknown): number {
  return [...textOf(text)].length;
}

export function numberOf(value: unknown, otherwise = 0): number {
  return typeof value === 'number' ? value : otherwise;
}

export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}

/** Leaves out what is undefined or null, as Discord leaves out optional keys. */
export function present(record: Json): Json {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== null));
}

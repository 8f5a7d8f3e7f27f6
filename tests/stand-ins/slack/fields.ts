/** An object from outside, before anything is known of it. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The objects of a list; what is no object is left out. */
export const fieldsIn = (value: unknown): readonly Fields[] => (isList(value) ? value.filter(isFields) : []);

/** The object under a key, or an empty one. */
export const fieldsAt = (fields: Fields, key: string): Fields => {
  const value = fields[key];
  return isFields(value) ? value : {};
};

/** The text under a key, numbers included (a form has no others); nothing else is a text. */
export const textAt = (fields: Fields, key: string): string | undefined => {
  const value = fields[key];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
};

/** A truth under a key, as JSON or as a form says it. */
export const isSetAt = (fields: Fields, key: string): boolean => {
  const value = fields[key];
  return value === true || value === 'true' || value === '1' || value === 1;
};

/** Reads JSON. Undefined if it is none. */
export const readJson = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
};

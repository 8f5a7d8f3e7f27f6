/** Thrown by a field's reading; the message names the place in the file. */
class LanguageFileError extends Error {}

/** A list that is asked whether it has a word, or an ending of it. */
export type WordList = {
  readonly size: number;
  readonly has: (word: string) => boolean;
  readonly all: readonly string[];
};
export type Genders<T> = { readonly feminine: T; readonly masculine: T };

/** How a field of a language's file is read; `value` is undefined where the file has none. Throws a LanguageFileError. */
export type Field<T> = (value: unknown, at: string) => T;
type Fields = Readonly<Record<string, Field<unknown>>>;
export type FieldsOf<F extends Fields> = { readonly [K in keyof F]: ReturnType<F[K]> };

/** "Wissenschaftlerin" has seventeen letters. */
const LONGEST_ENDING = 24;

function texts(value: unknown, at: string): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new LanguageFileError(`${at} must be a list of texts`);
  const seen = new Set<string>();
  return value.map((item: unknown, i) => {
    if (typeof item !== 'string' || item.trim() !== item || item === '')
      throw new LanguageFileError(`${at}[${i}] must be a text without spaces around it`);
    if (item.includes("'")) throw new LanguageFileError(`${at}[${i}], ${item}: write ’ for the apostrophe`);
    if (seen.has(item)) throw new LanguageFileError(`${at} has ${item} twice`);
    seen.add(item);
    return item;
  });
}

function record(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new LanguageFileError(`${at} must be an object`);
  return { ...value };
}

function pattern(source: string, at: string): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch {
    throw new LanguageFileError(`${at}: ${source} is no regular expression`);
  }
}

function wordList(all: readonly string[]): WordList {
  const whole = new Set(all.filter((word) => !word.startsWith('-') || word.length === 1));
  const endings = new Set(all.filter((word) => word.startsWith('-') && word.length > 1).map((word) => word.slice(1)));
  if (endings.size === 0) return { size: whole.size, has: (word) => whole.has(word), all };
  const lengths = [...new Set([...endings].map(({ length }) => length))].filter((length) => length <= LONGEST_ENDING);
  const has = (word: string) =>
    whole.has(word) || lengths.some((length) => word.length >= length && endings.has(word.slice(-length)));
  return { size: all.length, has, all };
}

/** Texts without a capital, as what they are compared with has none. */
function small(value: unknown, at: string): readonly string[] {
  const all = texts(value, at);
  const high = all.findIndex((text) => text !== text.toLowerCase());
  if (high >= 0) throw new LanguageFileError(`${at}[${high}], ${all[high]}: write it in small letters`);
  return all;
}

/** Words, and endings of words. */
export function words(): Field<WordList> {
  return (value, at) => wordList(small(value, at));
}

/** Words as they are printed, capitals and all. */
export function printed(): Field<WordList> {
  return (value, at) => wordList(texts(value, at));
}

/** Phrases of one or more words, the longest first. */
export function phrases(): Field<readonly string[]> {
  return (value, at) => small(value, at).toSorted((a, b) => b.length - a.length);
}

export function patterns(): Field<readonly RegExp[]> {
  return (value, at) => texts(value, at).map((source, i) => pattern(source, `${at}[${i}]`));
}

export function flag(): Field<boolean> {
  return (value, at) => {
    if (value !== undefined && typeof value !== 'boolean') throw new LanguageFileError(`${at} must be true or false`);
    return value === true;
  };
}

/** A word with a list of others, and all that are in such lists. */
export type Lists = {
  readonly get: (word: string) => readonly string[] | undefined;
  readonly has: (word: string) => boolean;
  readonly values: ReadonlySet<string>;
};

export function lists(): Field<Lists> {
  return (value, at) => {
    const read = new Map(Object.entries(record(value, at)).map(([word, list]) => [word, texts(list, `${at}.${word}`)]));
    return {
      get: (word) => read.get(word),
      has: (word) => read.has(word),
      values: new Set([...read.values()].flat()),
    };
  };
}

/** Pairs of a pattern and what takes its place. */
export function swaps(): Field<readonly (readonly [RegExp, string])[]> {
  return (value, at) => {
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw new LanguageFileError(`${at} must be a list of pairs`);
    return value.map((pair: unknown, i) => {
      const [from, to] = Array.isArray(pair) ? (pair as unknown[]) : [];
      if (typeof from !== 'string' || typeof to !== 'string')
        throw new LanguageFileError(`${at}[${i}] must be a pattern and a text`);
      return [pattern(from, `${at}[${i}]`), to];
    });
  };
}

/** A women's list and a men's. */
export function genders<T>(kind: () => Field<T>): Field<Genders<T>> {
  const read = kind();
  return (value, at) => {
    const { feminine, masculine, ...rest } = record(value, at);
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined) throw new LanguageFileError(`${at} has feminine and masculine, not ${unknown}`);
    return { feminine: read(feminine, `${at}.feminine`), masculine: read(masculine, `${at}.masculine`) };
  };
}

/** Reads an object by its fields; throws a LanguageFileError that names the file and the field which is wrong. */
export function readFields<F extends Fields>(fields: F, value: unknown, file: string): FieldsOf<F> {
  if (value === undefined) throw new LanguageFileError(`${file} is empty`);
  const given = record(value, file);
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) throw new LanguageFileError(`${file}: no field is called ${unknown}`);
  const read = Object.entries(fields).map(([name, field]) => [name, field(given[name], `${file}: ${name}`)]);
  // The one place where what was read takes the type that its fields say.
  return Object.fromEntries(read) as FieldsOf<F>;
}

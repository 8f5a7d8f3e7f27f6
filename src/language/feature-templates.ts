import { mixHash } from './hash-text.ts';

/**
 * Which atoms (single observations: a word, a tag, a distance) are joined to features. Flat for speed: template `i` joins the
 * atoms `parts[starts[i]] … parts[starts[i + 1] - 1]`.
 */
export type FeatureTemplates = {
  readonly count: number;
  readonly starts: Int32Array;
  readonly parts: Int32Array;
  readonly seeds: Int32Array;
};

/** Compiles templates such as `"s0.word b0.tag"`; throws on an atom that is not in `atoms` (a slip in our own code). */
export function compileTemplates(
  atoms: Readonly<Record<string, number>>,
  templates: readonly string[],
): FeatureTemplates {
  return flatten(
    templates.map((template) => template.split(' ').map((name) => atomNamed(atoms, name))),
    templates.map((_, i) => mixHash(0x51ed27, i + 1)),
  );
}

function flatten(joined: readonly (readonly number[])[], seeds: readonly number[]): FeatureTemplates {
  const starts = new Int32Array(joined.length + 1);
  joined.forEach((one, i) => {
    starts[i + 1] = (starts[i] ?? 0) + one.length;
  });
  return { count: joined.length, starts, parts: Int32Array.from(joined.flat()), seeds: Int32Array.from(seeds) };
}

/** The templates that join nothing but `atoms`, and the rest. The features stay the same. */
export function splitTemplates(
  { starts, parts, seeds, count }: FeatureTemplates,
  atoms: readonly number[],
): { readonly within: FeatureTemplates; readonly rest: FeatureTemplates } {
  const joined = Array.from({ length: count }, (_, i) => [...parts.slice(starts[i], starts[i + 1])]);
  const half = (isWithin: boolean) => {
    const chosen = [...joined.entries()].filter(([, one]) => one.every((atom) => atoms.includes(atom)) === isWithin);
    return flatten(
      chosen.map(([, one]) => one),
      chosen.map(([i]) => seeds[i] ?? 0),
    );
  };
  return { within: half(true), rest: half(false) };
}

/**
 * Hashes the features of one decision into `rows`, from place `from` on: rows of a table with `mask + 1` rows, a power of two. Returns the
 * place behind them.
 */
export function hashFeatures(
  templates: FeatureTemplates,
  atoms: Int32Array,
  mask: number,
  rows: Int32Array,
  from = 0,
): number {
  const { count, starts, parts, seeds } = templates;
  for (let i = 0; i < count; i += 1) {
    let hash = seeds[i] ?? 0;
    const end = starts[i + 1] ?? 0;
    for (let k = starts[i] ?? 0; k < end; k += 1) hash = mixHash(hash, atoms[parts[k] ?? 0] ?? 0);
    rows[from + i] = hash & mask;
  }
  return from + count;
}

function atomNamed(atoms: Readonly<Record<string, number>>, name: string): number {
  const index = atoms[name];
  if (index === undefined) throw new RangeError(`no atom is named ${name}`);
  return index;
}

/** Numbers a list of names: the place of each in the array of atoms. */
export function numberAtoms<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  const numbered: Partial<Record<Name, number>> = {};
  names.forEach((name, i) => {
    numbered[name] = i;
  });
  return numbered as Readonly<Record<Name, number>>;
}

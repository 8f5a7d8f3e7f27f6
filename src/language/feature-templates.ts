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
  const parts = templates.map((template) => template.split(' ').map((name) => atomNamed(atoms, name)));
  const starts = new Int32Array(templates.length + 1);
  parts.forEach((one, i) => {
    starts[i + 1] = (starts[i] ?? 0) + one.length;
  });
  return {
    count: templates.length,
    starts,
    parts: Int32Array.from(parts.flat()),
    seeds: Int32Array.from(templates, (_, i) => mixHash(0x51ed27, i + 1)),
  };
}

/** Hashes the features of one decision into `rows`: rows of a table with `mask + 1` rows, a power of two. */
export function hashFeatures(templates: FeatureTemplates, atoms: Int32Array, mask: number, rows: Int32Array): void {
  const { count, starts, parts, seeds } = templates;
  for (let i = 0; i < count; i += 1) {
    let hash = seeds[i] ?? 0;
    const end = starts[i + 1] ?? 0;
    for (let k = starts[i] ?? 0; k < end; k += 1) hash = mixHash(hash, atoms[parts[k] ?? 0] ?? 0);
    rows[i] = hash & mask;
  }
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

/** Prometheus’ text format 0.0.4, read as strictly as its specification is written. */
export type Family = {
  readonly type: string;
  readonly help: string;
  readonly samples: {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly value: number;
  }[];
};

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const COMMENT = new RegExp(`^# (HELP|TYPE) (${NAME}) (.+)$`);
/** Values are what Go's ParseFloat takes, for which NaN and Inf are the same in any case. */
const VALUE = '[Nn][Aa][Nn]|[+-][Ii]nf|[+-]?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?';
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(.*)\\})? (${VALUE})(?: (-?\\d+))?$`);
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/;
const TYPES = ['counter', 'gauge', 'histogram', 'summary', 'untyped'];
/** The names that a family's samples may have beside its own. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  histogram: ['_bucket', '_sum', '_count'],
  summary: ['', '_sum', '_count'],
};

/** @throws Error that names the line which breaks the format. */
export function readExposition(text: string): Map<string, Family> {
  const refuse = (what: string, line: string) => new Error(`${what}: ${line}`);
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  const families = new Map<string, Family>();
  const helps = new Map<string, string>();
  const seen = new Set<string>();
  let current: string | null = null;
  for (const line of text.slice(0, -1).split('\n')) {
    if (line === '') continue;
    const [, kind, name = '', rest = ''] = COMMENT.exec(line) ?? [];
    if (kind === 'HELP') {
      if (helps.has(name)) throw refuse('a second HELP', line);
      helps.set(name, rest);
    } else if (kind === 'TYPE') {
      if (families.has(name)) throw refuse('a second TYPE', line);
      if (!TYPES.includes(rest)) throw refuse('no such type', line);
      families.set(name, { type: rest, help: helps.get(name) ?? '', samples: [] });
      current = name;
    } else {
      const [, sample = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
      if (sample === '') throw refuse('neither a comment nor a sample', line);
      const family = families.get(current ?? '');
      const ends = ENDS[family?.type ?? ''] ?? [''];
      if (family === undefined || !ends.some((end) => sample === `${current}${end}`))
        throw refuse('a sample outside its family', line);
      const key = line.slice(0, line.lastIndexOf(' '));
      if (seen.has(key)) throw refuse('the same sample twice', line);
      seen.add(key);
      family.samples.push({
        name: sample,
        labels: readLabels(labels, line),
        value: Number(value.replace('Inf', 'Infinity')),
      });
    }
  }
  return families;
}

function readLabels(text: string, line: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (let rest = text; rest !== ''; ) {
    const [all, name = '', value = ''] = LABEL.exec(rest) ?? [];
    if (all === undefined || name in labels) throw new Error(`labels that break the format: ${line}`);
    labels[name] = value;
    rest = rest.slice(all.length);
  }
  return labels;
}

/**
 * What a person sees of Components V2: words without markup, buttons, and whatever became more than text. Text is read as Discord's
 * client reads it: rule after rule at each place, in its order (simple-markdown's, with Discord's own rules between).
 */
type Node = Readonly<Record<string, unknown>>;

export type SeenComponents = {
  readonly text: string;
  readonly buttons: readonly string[];
  /** What the markup made, by the rule or the address. What byline itself draws with is not in it. */
  readonly links: readonly string[];
};

type Rule = readonly [name: string, pattern: RegExp];

/** In this order; `$1` of a rule is what it shows. */
const RULES: readonly Rule[] = [
  ['escape', /\\([^0-9A-Za-z\s])/y],
  ['code block', /```[\s\S]+?```/y],
  ['autolink', /<[^: >]+:\/[^ >]+>/y],
  ['address', /(?:https?|steam|discord):\/\/[^\s<]+[^<.,:;"')\]\s]/y],
  ['mention', /<(?:@[!&]?|#)\d+>|<\/[^>]+:\d+>|<id:\w+>|@(?:everyone|here)/y],
  ['emoji', /<a?:\w+:\d+>|:[^\s:]+:/y],
  ['time', /<t:-?\d+(?::\w)?>/y],
  ['masked link', /\[((?:\\.|[^\]\\])+)\]\(([^\s)]+)[^)]*\)/y],
  ['strong', /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y],
  ['underline', /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y],
  [
    'emphasis',
    /\b_((?:__|\\[\s\S]|[^\\_])+?)_\b|\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y,
  ],
  ['strike', /~~(?=\S)((?:\\[\s\S]|~(?!~)|[^\s~\\]|\s(?!~~))+?)~~/y],
  ['spoiler', /\|\|[\s\S]+?\|\|/y],
  ['code', /(`+)[\s\S]*?[^`]\1(?!`)/y],
  ['host', /(?:www\.|discord(?:\.gg|(?:app)?\.com\/invite)\/)\w+/y],
  ['text', /[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\n\n| {2,}\n|\w+:\S|[0-9]+\.|www\.|discord\.|$)/y],
];

/** What a line begins with; byline draws with the first three. */
const OPENINGS: readonly Rule[] = [
  ['title', /### +(?=\S)/y],
  ['small', /-# +(?=\S)/y],
  ['quotation', /> (?=\S)/y],
  ['heading', /#{1,2} +(?=\S)/y],
  ['long quotation', />>> /y],
  ['list', / *(?:[-*+]|\d+\.) +/y],
];
const OURS = ['title', 'small', 'quotation', 'strong', 'escape', 'text'];

export function lookAt(components: unknown): SeenComponents {
  const text: string[] = [];
  const buttons: string[] = [];
  const links: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === TYPE.text) {
      const read = readMarkdown(stringOf(node.content));
      text.push(read.text);
      links.push(...read.made);
    } else if (node.type === TYPE.button) {
      buttons.push(stringOf(node.label));
      text.push(stringOf(node.label));
      if (node.style === LINK) links.push(stringOf(node.url));
    } else if (node.type === TYPE.select) text.push(stringOf(node.placeholder));
    for (const child of nodesOf(node.components)) visit(child);
  };
  for (const node of nodesOf(components)) visit(node);
  return { text: text.join(' '), buttons, links };
}

const TYPE = { button: 2, select: 3, text: 10 } as const;
const LINK = 5;

/** A text display's words, and what its markup makes of them. */
export function readMarkdown(source: string): { readonly text: string; readonly made: readonly string[] } {
  const made: string[] = [];
  const lines = source.split('\n').map((line) => {
    let from = 0;
    for (;;) {
      const opening = match(OPENINGS, line, from);
      if (opening === null) break;
      made.push(opening.name);
      from = opening.end;
      // A quotation holds any line again.
      if (opening.name !== 'quotation') break;
    }
    return inline(line.slice(from), made);
  });
  return { text: lines.join('\n'), made: made.filter((name) => !OURS.includes(name)) };
}

function inline(line: string, made: string[]): string {
  let text = '';
  let at = 0;
  while (at < line.length) {
    const found = match(RULES, line, at);
    if (found === null) {
      text += line[at] ?? '';
      at++;
      continue;
    }
    // A link is told by where it leads.
    made.push(found.address ?? found.name);
    text += found.name === 'strong' || found.address !== null ? inline(found.shown, made) : found.shown;
    at = found.end;
  }
  return text;
}

function match(rules: readonly Rule[], line: string, at: number) {
  for (const [name, pattern] of rules) {
    pattern.lastIndex = at;
    const found = pattern.exec(line);
    if (found === null) continue;
    const isPart = name === 'escape' || name === 'strong' || name === 'masked link';
    const address = name === 'masked link' ? (found[2] ?? '') : null;
    return { name, address, shown: (isPart ? found[1] : found[0]) ?? '', end: at + found[0].length };
  }
  return null;
}

function nodesOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter((one): one is Node => typeof one === 'object' && one !== null) : [];
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

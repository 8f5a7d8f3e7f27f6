import { type Span, textAt } from '#core/article.ts';
import { readTokens, type Token } from '#language/read-tokens.ts';
import { type Dependency, readTree } from '#language/read-tree.ts';
import type { SeededRandom } from '../train-parser/seeded-random.ts';

/** A sentence with its words and tree. `branches`: by the word that all else of each hangs on. */
export type Tree = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly tree: readonly Dependency[];
  readonly branches: readonly (Branch | null)[];
};

/** A word with all that hangs on it, from its first word to its last. */
export type Branch = Span & { readonly root: number; readonly first: number; readonly last: number };

export function readSentenceTree(text: string): Tree {
  const tokens = readTokens(text, [{ start: 0, end: text.length }], 'en');
  const tree = readTree(tokens);
  return { text, tokens, tree, branches: tokens.map((_, root) => readBranch(tokens, tree, root)) };
}

/** What a sentence can do without. */
const OPTIONAL = new Set(['acl', 'appos', 'parataxis', 'obl', 'advcl', 'nmod', 'conj']);

/** What is left out with one of these turns the rest round, or leaves it open. */
const TURNING =
  /\b(?:not|no|never|nor|n['’]t|if|unless|until|without|den(?:y|ied|ies)|reported|alleged|may|might|could|would)\w*/iu;

/** Rightly: one to three parts that a sentence can do without are left out. Null where it has none. */
export function leaveOut(sentence: Tree, random: SeededRandom): string | null {
  const parts = branchesOf(sentence, OPTIONAL).filter(({ root, first, last, ...span }) => {
    const words = textAt(sentence.text, span);
    if (TURNING.test(words) || !hasClosedQuotes(words)) return false;
    if (last === first || last - first >= sentence.tokens.length * MOST_LEFT_OUT) return false;
    const relation = relationOf(sentence, root);
    return relation === 'conj' ? sentence.tokens[root]?.tag === 'VERB' : relation !== 'parataxis' || first >= 3;
  });
  if (parts.length === 0) return null;
  const left = Array.from({ length: 1 + Math.floor(random.next() * 2.5) }, () => pick(parts, random));
  let rest = '';
  let from = 0;
  for (const part of left.toSorted((a, b) => a.start - b.start)) {
    if (part.start < from) continue;
    rest += `${sentence.text.slice(from, part.start)} `;
    from = part.end;
  }
  return tidy(rest + sentence.text.slice(from));
}

const MOST_LEFT_OUT = 0.7;

/** Rightly: the second half of "Holm came and left" as "Holm left". */
export function standAlone(sentence: Tree, random: SeededRandom): string | null {
  const { text, tokens, tree } = sentence;
  if (TURNING.test(text)) return null;
  const hasSubject = (root: number) => subjectOf(sentence, root) >= 0;
  const parts = branchesOf(sentence, new Set(['conj'])).filter(
    ({ root }) => tokens[root]?.tag === 'VERB' && !hasSubject(root) && hasSubject(tree[root]?.head ?? -1),
  );
  if (parts.length === 0) return null;
  const part = pick(parts, random);
  const subject = sentence.branches[subjectOf(sentence, tree[part.root]?.head ?? -1)] ?? null;
  const told = textAt(text, part).replace(/^(?:and|but|or|,|\s)+/iu, '');
  return subject === null ? null : tidy(`${textAt(text, subject)} ${told}`);
}

/** What is put in another's place. */
const EXCHANGED = new Set(['nsubj', 'obj', 'obl', 'nmod', 'advcl', 'xcomp', 'ccomp', 'acl', 'conj', 'appos']);

/** Wrongly: a part is taken from another sentence, where it does the same. */
export function exchange(sentence: Tree, others: readonly Tree[], random: SeededRandom): string | null {
  const { text, tokens } = sentence;
  const parts = branchesOf(sentence, EXCHANGED).filter(
    ({ root }) => !['PRON', 'DET'].includes(tokens[root]?.tag ?? ''),
  );
  if (parts.length === 0) return null;
  const part = pick(parts, random);
  const own = tokens[part.root];
  const fitting = others.flatMap((other) =>
    other === sentence
      ? []
      : branchesOf(other, new Set([relationOf(sentence, part.root)])).flatMap((branch) => {
          const word = other.tokens[branch.root];
          const isOther = word?.tag === own?.tag && word?.lemma !== own?.lemma;
          return isOther && branch.last - branch.first < LONGEST_EXCHANGED ? [textAt(other.text, branch)] : [];
        }),
  );
  if (fitting.length === 0) return null;
  return tidy(text.slice(0, part.start) + pick(fitting, random) + text.slice(part.end));
}

const LONGEST_EXCHANGED = 14;

/** Where one sentence may go over into another. */
const SEAMS = new Set(['ADP', 'VERB', 'AUX', 'CCONJ', 'SCONJ', 'PART']);

/** Wrongly: it begins as one sentence and ends as another, with a seam between words of one kind. */
export function splice(sentence: Tree, others: readonly Tree[], random: SeededRandom): string | null {
  const other = pick(others, random);
  if (other === sentence) return null;
  const seams = sentence.tokens.flatMap((token, at) =>
    other.tokens.flatMap((one, to) =>
      at > 2 &&
      to > 2 &&
      at < sentence.tokens.length - 2 &&
      to < other.tokens.length - 2 &&
      SEAMS.has(token.tag) &&
      token.tag === one.tag &&
      sentence.tokens[at - 1]?.tag === other.tokens[to - 1]?.tag
        ? [{ end: sentence.tokens[at - 1]?.end ?? 0, start: one.start }]
        : [],
    ),
  );
  if (seams.length === 0) return null;
  const { end, start } = pick(seams, random);
  return tidy(`${sentence.text.slice(0, end)} ${other.text.slice(start)}`);
}

/** What a word needs the one that it hangs on for. */
const NEEDING = new Set([
  'nsubj',
  'obj',
  'iobj',
  'obl',
  'xcomp',
  'ccomp',
  'aux',
  'case',
  'mark',
  'cop',
  'nmod',
  'advcl',
]);

const LONGEST_TORN = 9;
const MOST_TRIES = 12;

/** Wrongly: words are left out on which others hang, which stay. */
export function tear(sentence: Tree, random: SeededRandom): string | null {
  const { text, tokens, tree } = sentence;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const first = 1 + Math.floor(random.next() * (tokens.length - 3));
    const last = Math.min(tokens.length - 2, first + Math.floor(random.next() ** 2 * LONGEST_TORN));
    const cut = tokens.slice(first, last + 1);
    const isOut = (at: number) => at >= first && at <= last;
    const isTorn = tree.some(({ head }, at) => !isOut(at) && isOut(head) && NEEDING.has(relationOf(sentence, at)));
    if (!isTorn || cut.some(({ tag }) => tag === 'PUNCT') || cut.every(({ tag }) => tag === 'ADV' || tag === 'AUX'))
      continue;
    return tidy(`${text.slice(0, tokens[first]?.start ?? 0)} ${text.slice(tokens[last]?.end ?? 0)}`);
  }
  return null;
}

const SWAPPED = new Set(['nsubj', 'obj', 'obl', 'nmod', 'appos']);

/** Words of a thing or a person that changes places with another. */
const LONGEST_SWAPPED = 5;

/** Wrongly: two things or two people of it change places; prepositions stay where they were. */
export function swapWithin(sentence: Tree, random: SeededRandom): string | null {
  const { text, tokens } = sentence;
  const parts = branchesOf(sentence, SWAPPED).flatMap((part) => {
    const { root, first, last } = part;
    const tag = tokens[root]?.tag;
    if ((tag !== 'PROPN' && tag !== 'NOUN') || last - first >= LONGEST_SWAPPED) return [];
    const begin = tokens.findIndex((token, at) => at >= first && token.tag !== 'ADP');
    return [{ ...part, tag, first: begin, start: tokens[begin]?.start ?? part.start }];
  });
  const pairs = parts.flatMap((one) =>
    parts.filter((other) => other.first > one.last && other.tag === one.tag).map((other) => [one, other] as const),
  );
  if (pairs.length === 0) return null;
  const [one, other] = pick(pairs, random);
  const between = text.slice(one.end, other.start);
  return tidy(text.slice(0, one.start) + textAt(text, other) + between + textAt(text, one) + text.slice(other.end));
}

/** Letters of a verb that is no auxiliary that was misread. */
const SHORTEST_VERB = 4;

/** Wrongly: a verb of another sentence, in the same form, stands in a verb's place. */
export function exchangeVerb(sentence: Tree, others: readonly Tree[], random: SeededRandom): string | null {
  const verbsOf = ({ tokens }: Tree) =>
    tokens.filter(({ tag, text }) => tag === 'VERB' && text.length >= SHORTEST_VERB);
  const formOf = (text: string) => /(?:ed|ing|s|en)$/u.exec(text)?.[0] ?? '';
  const verbs = verbsOf(sentence);
  if (verbs.length === 0) return null;
  const verb = pick(verbs, random);
  const fitting = others
    .filter((other) => other !== sentence)
    .flatMap(verbsOf)
    .filter(({ lemma, text }) => lemma !== verb.lemma && formOf(text) === formOf(verb.text));
  if (fitting.length === 0) return null;
  return tidy(sentence.text.slice(0, verb.start) + pick(fitting, random).text + sentence.text.slice(verb.end));
}

/** Rightly: what somebody says, without who says it. */
export function withoutCredit(sentence: Tree, random: SeededRandom): string | null {
  const { text, tokens, tree } = sentence;
  if (TURNING.test(text)) return null;
  const parts = branchesOf(sentence, new Set(['ccomp'])).filter(
    ({ root, first }) =>
      tokens[root]?.tag === 'VERB' && (tree[root]?.head ?? -1) >= 0 && subjectOf(sentence, root) >= first,
  );
  return parts.length === 0 ? null : tidy(textAt(text, pick(parts, random)).replace(/^that /iu, ''));
}

export function branchesOf(sentence: Tree, relations: ReadonlySet<string>): Branch[] {
  return sentence.branches.flatMap((branch, root) =>
    branch !== null && relations.has(relationOf(sentence, root)) ? [branch] : [],
  );
}

/** Null where other words stand within it. */
function readBranch(tokens: readonly Token[], tree: readonly Dependency[], root: number): Branch | null {
  const isIn = tokens.map((_, at) => {
    let here = at;
    for (let steps = 0; here >= 0 && steps < tokens.length; steps += 1) {
      if (here === root) return true;
      here = tree[here]?.head ?? -1;
    }
    return false;
  });
  const first = isIn.indexOf(true);
  const last = isIn.lastIndexOf(true);
  const start = tokens[first]?.start;
  const end = tokens[last]?.end;
  if (start === undefined || end === undefined || isIn.slice(first, last + 1).includes(false)) return null;
  return { root, first, last, start, end };
}

function relationOf({ tree }: Tree, at: number): string {
  return tree[at]?.relation.split(':')[0] ?? '';
}

export function subjectOf(sentence: Tree, root: number): number {
  return root < 0
    ? -1
    : sentence.tree.findIndex(({ head }, at) => head === root && relationOf(sentence, at) === 'nsubj');
}

function hasClosedQuotes(text: string): boolean {
  return (text.match(/[“"]/gu) ?? []).length === (text.match(/[”"]/gu) ?? []).length;
}

/** As a sentence is written; null where a quotation was cut. */
export function tidy(words: string): string | null {
  const text = words
    .replace(/\s+/gu, ' ')
    .replace(/ ([,.;:!?])/gu, '$1')
    .replace(/,(?:\s*,)+/gu, ',')
    .replace(/,\s*([.!?])/gu, '$1')
    .replace(/^[\s,;–—-]+|[,;–—\s-]+$/gu, '');
  if (!hasClosedQuotes(text) || text === '') return null;
  const ended = /[.!?”"’']$/u.test(text) ? text : `${text}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

export function pick<T>(list: readonly T[], random: SeededRandom): T {
  const one = list[Math.floor(random.next() * list.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

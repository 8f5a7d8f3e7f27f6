import { contentWords } from '#language/content-words.ts';
import { readTokens, type Token } from '#language/read-tokens.ts';
import { type Dependency, readTree } from '#language/read-tree.ts';

/** A sentence's words with their trees: `stems` empty for words that say nothing, `clauses` the token that heads each word's clause. */
export type Clauses = {
  readonly tokens: readonly Token[];
  readonly tree: readonly Dependency[];
  readonly stems: readonly string[];
  readonly clauses: readonly number[];
};

/** Relations whose words open a clause of their own. */
const OPENING: ReadonlySet<string> = new Set(['root', 'ccomp', 'advcl', 'acl', 'csubj', 'parataxis']);

/** Reads an English sentence. Offsets count within `text`; linear in its words. */
export function readClauses(text: string, language: string): Clauses {
  const tokens = readTokens(text, [{ start: 0, end: text.length }], language);
  const tree = readTree(tokens);
  const heads: number[] = [];
  for (const at of tokens.keys()) {
    let head = at;
    // A tree has no circles; the count is for safety's sake.
    for (let steps = 0; steps < tokens.length && !opensClause(tokens, tree, head); steps += 1) {
      head = tree[head]?.head ?? head;
    }
    heads.push(head);
  }
  return { tokens, tree, stems: tokens.map(({ text: word }) => contentWords(word, language)[0] ?? ''), clauses: heads };
}

function opensClause(tokens: readonly Token[], tree: readonly Dependency[], at: number): boolean {
  const { head = -1, relation = 'root' } = tree[at] ?? {};
  if (head < 0) return true;
  const [kind = ''] = relation.split(':');
  return OPENING.has(kind) || (kind === 'conj' && tokens[at]?.tag === 'VERB');
}

/** The token that holds a character, or the next one; 0 where none follows. */
export function tokenAt({ tokens }: Clauses, start: number): number {
  const at = tokens.findIndex(({ end }) => end > start);
  return Math.max(0, at);
}

/** Words of one clause, or of two of which one hangs on the other. */
export function isNear({ clauses, tree }: Clauses, one: number, other: number): boolean {
  const [a = -1, b = -1] = [clauses[one], clauses[other]];
  if (a === b) return true;
  return clauses[tree[a]?.head ?? -1] === b || clauses[tree[b]?.head ?? -1] === a;
}

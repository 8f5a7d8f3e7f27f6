import { keepRecent } from '#core/keep-recent.ts';
import { englishModel, tagKey } from './english-model.ts';
import { parseWords, type Tree } from './parse-words.ts';
import { SENTENCES_KEPT, type Token } from './read-tokens.ts';
import { wordForm } from './word-form.ts';
import { makeTable } from './word-table.ts';

/** What a word hangs on: `head` is an index into the tokens, -1 for the root of a sentence; `relation` as in Universal Dependencies. */
export type Dependency = { readonly head: number; readonly relation: string };

/**
 * The dependency trees of the sentences of an English text, one entry a token: three of four words right with head and relation
 * on news (LAS 74 to 77). `tokens` as readTokens gives them, in order.
 */
export function readTree(tokens: readonly Token[]): Dependency[] {
  const model = englishModel();
  const found: Dependency[] = [];
  for (let from = 0; from < tokens.length; ) {
    const sentence = tokens[from]?.sentence;
    let to = from;
    while (to < tokens.length && tokens[to]?.sentence === sentence) to += 1;
    const words = tokens.slice(from, to);
    const { heads, labels } = treeOf(words);
    words.forEach((_, i) => {
      const head = heads[i] ?? -1;
      found.push({ head: head < 0 ? -1 : from + head, relation: model.labels[labels[i] ?? 0] ?? 'root' });
    });
    from = to;
  }
  return found;
}

const trees = keepRecent<Tree>(SENTENCES_KEPT);

/** The tree of a sentence; its words and their tags are all that it depends on. */
function treeOf(words: readonly Token[]): Tree {
  const name = words.map(({ text, fine, tag }) => `${text} ${fine} ${tag}`).join(' ');
  return trees(name, () => {
    const model = englishModel();
    const tags = Int32Array.from(words, ({ tag, fine }) => model.tagNumbers.get(tagKey({ coarse: tag, fine })) ?? 0);
    const forms = words.map(({ text }) => wordForm(text));
    return parseWords(model, makeTable(model, forms, tags));
  });
}

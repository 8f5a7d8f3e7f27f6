import type { Article, Span } from '#core/article.ts';
import { overlaps } from '#core/article.ts';
import { readTokens, type Token } from '#language/read-tokens.ts';
import { readTree } from '#language/read-tree.ts';
import words from '../data/clause-verbs.json' with { type: 'json' };

/** What hangs on another verb, and what tells more of a noun: "holding that …", "when it reported that …", "who said that …". */
const HANGING = new Set(['advcl', 'acl', 'acl:relcl']);

/** What hangs a clause on a word before it, and is there to see: the tree alone is often wrong. */
const HOOKS = new Set(words.hooks);

/** How far a chain of verbs side by side is followed: "…, holding and repeating that …". */
const MOST_STEPS = 4;

/**
 * Whether the sentence is there to say that somebody said something, so that it loses nothing but the credit where that is taken off.
 * Not so in "The tribunal sent back the case, holding that …" and "He resigned when the Courier reported that …": there something
 * was done, and the saying only hangs on it. A cue behind its statement is always the main one.
 */
export function isMainCue(cue: Span, content: readonly Span[], sentence: Span, article: Article): boolean {
  if ((content[0]?.start ?? 0) < cue.end) return true;
  const tokens = readTokens(article.text, [sentence], article.language);
  let at = tokens.findIndex((token) => overlaps(token, cue) && token.tag === 'VERB' && token.lower !== 'according');
  if (at < 0) return true;
  const tree = readTree(tokens);
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const { head, relation } = tree[at] ?? { head: -1, relation: 'root' };
    if (head < 0) return true;
    if (HANGING.has(relation)) return head > at || !isHung(tokens, head, at);
    if (relation !== 'conj') return true;
    at = head;
  }
  return true;
}

/** "…, holding that", "…, who said that", "… after it reported that". */
function isHung(tokens: readonly Token[], head: number, at: number): boolean {
  return tokens[at]?.fine === 'VBG' || tokens.slice(head + 1, at).some(({ lower }) => HOOKS.has(lower));
}

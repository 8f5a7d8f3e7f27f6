import { lastTokenBefore } from '../clauses/token-before.ts';
import { FINITE } from '../clauses/verb-form.ts';
import grammar from '../data/grammar-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';

/** Words by which a clause of its own begins: a verb behind them is not the sentence's. */
const INNER: ReadonlySet<string> = new Set(['that', ...grammar.relatives, ...grammar.asking]);
const LINKS: ReadonlySet<string> = new Set(['CCONJ', 'ADV', 'PUNCT']);
/** So many words of connection may stand before the opening: "But later, asked by …". */
const MOST_LINKS = 3;

/**
 * Where the opening begins that a pronoun is the subject behind: "Pressed by Senator Holm, | he", "In a letter to Holm, | she". Nobody whom it
 * tells of as a person beside the subject is the subject. -1 where a pronoun stands behind no such opening, or behind a whole clause ("When
 * Holm came, he").
 */
export function openingBefore({ tokens, article }: Scan, at: number): number {
  const last = lastTokenBefore(tokens, at);
  const comma = tokens[last];
  const here = comma === undefined ? undefined : article.sentences[comma.sentence];
  if (comma?.text !== ',' || here === undefined || tokens[last + 1]?.sentence !== comma.sentence) return -1;
  let first = lastTokenBefore(tokens, here.start + 1);
  for (let steps = 0; steps < MOST_LINKS && LINKS.has(tokens[first]?.tag ?? ''); steps += 1) first += 1;
  const opening = tokens[first];
  if (opening === undefined || first >= last || !/^(?:VERB|ADP|SCONJ)$/.test(opening.tag)) return -1;
  let isInner = false;
  for (let i = first + 1; i < last; i += 1) {
    if (INNER.has(tokens[i]?.lower ?? '')) isInner = true;
    const isVerb = tokens[i]?.tag === 'VERB' || tokens[i]?.tag === 'AUX';
    if (isVerb && !isInner && FINITE.has(tokens[i]?.fine ?? '')) return -1;
  }
  return opening.start;
}

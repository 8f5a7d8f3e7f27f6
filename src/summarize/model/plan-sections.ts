import type { Article } from '#core/article.ts';
import type { Section } from './number-sentences.ts';

/**
 * An article in parts of at most so many tokens, cut between paragraphs, and within a paragraph only where it alone is too long,
 * between sentences. Every sentence is in exactly one part. `count`: the tokens of a text.
 */
export function planSections(article: Article, mostTokens: number, count: (text: string) => number): Section[] {
  const { text, sentences } = article;
  const sections: Section[] = [];
  let from = 0;
  let used = 0;
  for (const { first, last } of blocksOf(article)) {
    const start = sentences[first]?.start ?? 0;
    const tokens = count(text.slice(start, sentences[last]?.end ?? start)) + TOKENS_A_NUMBER * (last - first + 1);
    if (used > 0 && used + tokens > mostTokens) {
      sections.push({ from, to: first });
      from = first;
      used = 0;
    }
    used += tokens;
    if (used <= mostTokens) continue;
    // One paragraph that is too long: by its sentences.
    for (const part of splitBlock(article, { from: first, to: last + 1 }, mostTokens, count)) {
      sections.push(part);
      from = part.to;
    }
    used = 0;
  }
  if (from < sentences.length) sections.push({ from, to: sentences.length });
  return sections;
}

/** "[12] " before each sentence. */
const TOKENS_A_NUMBER = 4;

/** First and last sentence of each paragraph. */
function blocksOf({ sentences, paragraphs }: Article): { readonly first: number; readonly last: number }[] {
  const blocks: { first: number; last: number }[] = [];
  let paragraph = -1;
  for (const [at, sentence] of sentences.entries()) {
    let next = paragraph;
    while ((paragraphs[next]?.end ?? -1) <= sentence.start && next < paragraphs.length) next++;
    const last = blocks.at(-1);
    if (last === undefined || next !== paragraph) blocks.push({ first: at, last: at });
    else last.last = at;
    paragraph = next;
  }
  return blocks;
}

function splitBlock(article: Article, block: Section, mostTokens: number, count: (text: string) => number): Section[] {
  const { text, sentences } = article;
  const parts: Section[] = [];
  let from = block.from;
  let used = 0;
  for (let at = block.from; at < block.to; at++) {
    const sentence = sentences[at];
    const tokens = sentence === undefined ? 0 : count(text.slice(sentence.start, sentence.end)) + TOKENS_A_NUMBER;
    if (used > 0 && used + tokens > mostTokens) {
      parts.push({ from, to: at });
      from = at;
      used = 0;
    }
    used += tokens;
  }
  return [...parts, { from, to: block.to }];
}

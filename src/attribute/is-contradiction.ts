import { type Span, textAt } from '#core/article.ts';
import { countLeading } from '#core/count-leading.ts';
import { phrasePattern } from '#language/phrase-pattern.ts';
import data from './data/contradictions-en.json' with { type: 'json' };
import { holdsWord } from './holds-word.ts';
import type { Scan } from './scan-article.ts';
import { nounKind } from './sources/noun-kind.ts';

/** "There was no promise", "no invitation had arrived", "it had received no call": that something is or was not, with what. */
const NONE = phrasePattern('front', data.none, data.lists);
/** What is not there without anybody having said that it is: "no doubt", "no reason". */
const NEVER: ReadonlySet<string> = new Set(data.never);
const CLOSED: ReadonlySet<string> = new Set(data.closed);
/** So many letters make the stem of a longer word: "promise", "promised". */
const STEM = 5;
/** Of the words behind "no", so many may be its noun. */
const NOUN_REACH = 3;

/** The words that tell what is denied to be; empty where a statement denies nothing of the sort. */
function missingIn(scan: Scan, content: readonly Span[]): string[] {
  const [first] = content;
  const words = first === undefined ? '' : scan.text.slice(first.start, first.end);
  const match = NONE.exec(words);
  if (first === undefined || match === null) return [];
  const behind = first.start + match[0].length;
  const from = countLeading(scan.tokens.length, (k) => (scan.tokens[k]?.start ?? 0) < behind);
  const found: string[] = [];
  for (let k = Math.max(0, from); k < from + NOUN_REACH; k += 1) {
    const token = scan.tokens[k];
    if (token === undefined || token.start >= first.end || CLOSED.has(token.lower) || token.tag === 'AUX') break;
    if (token.tag === 'VERB') break;
    if (token.tag === 'NOUN' || token.tag === 'PROPN') {
      found.push(token.lemma.toLowerCase());
      break;
    }
  }
  // "No inspector had come": who did not do something contradicts nobody by that. "There was no inspector" may.
  const isDeed = /^\W*(?:that\s)?no\s/i.test(words);
  return found.filter((word) => !NEVER.has(word) && word.length > 2 && !(isDeed && nounKind(word) === 'person'));
}

/**
 * Whether a statement says that something is not there which `before`, what others say in the article before it, says is: "there
 * was no promise" after "he was promised in January that". Linear in what stands before.
 */
export function isContradiction(scan: Scan, content: readonly Span[], before: readonly (readonly Span[])[]): boolean {
  const missing = missingIn(scan, content);
  if (missing.length === 0) return false;
  return missing.some((noun) => {
    const stem = noun.length > STEM ? noun.slice(0, Math.max(STEM, noun.length - 2)) : noun;
    const ending = noun.length > STEM ? '\\p{Ll}{0,4}' : '(?:s|es)?';
    const tells = (claim: Span) => holdsWord(textAt(scan.text, claim), stem, ending, 'no|any|not an?');
    return before.some((spans) => spans.some(tells));
  });
}

import type { Span } from '#core/article.ts';
import type { Scan } from '../scan-article.ts';
import { isTitle, nounKind } from '../sources/noun-kind.ts';
import type { Chunk } from './chunk-unit.ts';
import { appositionAfter, REDUCED } from './describes-noun.ts';
import { phrase } from './find-subject.ts';
import { canSpeak, headWord, NOT_SOURCES, nounEnd } from './noun-start.ts';
import type { SourcePhrase } from './source-phrase.ts';

const ROLE_LINKS = new Set(['of', 'for', 'at', 'from', 'with', 'in', 'on', 'close']);

/** Words of a role may take "of", "for", "at" with them; a name does not: "said Ana Ruiz at the hearing". */
function takesPreposition(scan: Scan, chunk: Chunk, word: string): boolean {
  const last = scan.tokens[chunk.end - 1];
  if (last === undefined) return false;
  const isName = /^\p{Lu}/u.test(last.text) && !isTitle(last.text);
  return isName
    ? word === 'of'
    : ROLE_LINKS.has(word) || (word === 'by' && nounKind(headWord(scan, chunk)) === 'document');
}

/** A noun phrase to the right, as a source: `said Ana Ruiz, a baker`, `according to two officials briefed on the talks`. */
export function findNounAfter(
  scan: Scan,
  chunks: readonly Chunk[],
  p: number,
  place: SourcePhrase['place'],
): { source: SourcePhrase; next: number } | null {
  const head = chunks[p];
  // Behind a quotation and a verb of saying any noun is a speaker.
  const isAnyone = place === 'inverted' && head?.kind === 'noun' && !NOT_SOURCES.has(headWord(scan, head));
  if (head === undefined || (!isAnyone && !canSpeak(scan, head))) return null;
  let b = p + 1;
  for (;;) {
    const link = chunks[b];
    const next = chunks[b + 1];
    if (
      link?.kind === 'preposition' &&
      next?.kind === 'noun' &&
      (takesPreposition(scan, head, scan.tokens[link.first]?.lower ?? '') ||
        (scan.tokens[link.first]?.lower === 'to' && scan.tokens[link.first - 1]?.lower === 'close'))
    )
      b += 2;
    else if (
      link?.kind === 'and' &&
      next?.kind === 'noun' &&
      canSpeak(scan, next) &&
      chunks[b + 2]?.kind !== 'verb' &&
      scan.tokens[link.first]?.lower === 'and'
    )
      b += 2;
    else if (
      link?.kind === 'verb' &&
      link.end - link.first === 1 &&
      REDUCED.test(scan.tokens[link.first]?.lower ?? '') &&
      place !== 'inverted' &&
      nounKind(headWord(scan, head)) !== null &&
      scan.tokens[link.first]?.tag !== 'AUX'
    ) {
      b += 1;
      // "A study published | on Friday | in the journal Acta"
      if (
        chunks[b]?.kind === 'preposition' &&
        chunks[b + 1]?.kind === 'time' &&
        chunks[b + 2]?.kind === 'preposition' &&
        chunks[b + 3]?.kind === 'noun'
      )
        b += 2;
      if (chunks[b]?.kind === 'preposition') b += 1;
      if (chunks[b]?.kind === 'noun') b = nounEnd(scan, chunks, b);
    } else break;
  }
  let next = b;
  let apposition: Span | null = null;
  if (chunks[b]?.kind === 'bracket') next = b + 1;
  const opens = chunks[next];
  if (opens?.kind === 'comma') apposition = appositionAfter(scan, chunks, next);
  const found = phrase(scan, chunks, p, b - 1, place, apposition);
  return found === null ? null : { source: found, next };
}

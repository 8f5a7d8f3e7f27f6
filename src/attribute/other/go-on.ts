import type { Span } from '#core/article.ts';
import { quoteOf } from '../quote-of.ts';
import type { Basis, Statement } from '../statement.ts';
import { clean } from './content.ts';
import { make, speechIn } from './found.ts';
import { closeOf, isQuotedAt, lowerAt, type Sentence } from './sentence.ts';
import { verbsOf } from './verbs-of.ts';

/** A lone quotation takes this share of its sentence. */
const ALMOST_ALL = 0.85;

/** A sentence that goes on from the statement before: a lone quotation, or speech that is told without a cue, as in German. */
export function goOn(sentence: Sentence, index: number, last: Statement): Statement | null {
  const { scan, unit, words } = sentence;
  const previous = scan.units[last.unit];
  if (previous === undefined || last.unit !== index - 1 || last.stance === 'declines') return null;
  const isNear = previous.paragraph === unit.paragraph;
  const isDash = /^[—–]\s/u.test(scan.text.slice(unit.span.start, unit.span.start + 2));
  const carried = (content: readonly Span[], basis: Basis): Statement => ({
    ...make(sentence, index, basis, { cue: null, verb: null, source: last.source, content }),
    isCarried: true,
    outlets: last.outlets ?? [],
  });
  const size = unit.span.end - unit.span.start;
  const quote = speechIn(sentence, unit.first)[0];
  if (quote !== undefined && quote.outer.end - quote.outer.start >= size * ALMOST_ALL) {
    const isOpen = previous.paragraph === unit.paragraph - 1 && isLeftOpen(sentence);
    return isNear || isOpen ? carried([quote.inner], 'continued') : null;
  }
  const isTurn = isDash || (sentence.turn !== null && sentence.turn <= (last.content.at(-1)?.end ?? 0));
  if (isNear && isTurn && last.basis === 'turn') {
    const content = clean(scan.text, unit.span);
    return content === null ? null : carried([content], 'turn');
  }
  // A sentence with a cue of its own goes on from nobody.
  if (!isNear || words.toldVerbs.size === 0 || last.source === null || verbsOf(sentence).length > 0) return null;
  const isTelling = last.basis === 'thought' && last.content.length === 1;
  let isTold = false;
  for (let i = unit.first + 1; i < unit.end; i += 1)
    if (
      !isQuotedAt(sentence, i) &&
      (words.toldVerbs.has(lowerAt(sentence, i)) || (isTelling && words.toldAgain.has(lowerAt(sentence, i)))) &&
      /^\p{Ll}/u.test(scan.tokens[i]?.text ?? '')
    )
      isTold = true;
  if (!isTold) return null;
  const content = clean(scan.text, { start: unit.span.start, end: closeOf(sentence) });
  return content === null ? null : carried([content], 'thought');
}

/** Whether the sentence before ends inside a quotation that its paragraph does not close. */
function isLeftOpen({ scan, previous }: Sentence): boolean {
  const quote = quoteOf(scan, (previous?.end ?? 0) - 1);
  return quote !== undefined && !quote.isClosed;
}

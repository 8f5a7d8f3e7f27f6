import contrast from '../data/contrast-words.json' with { type: 'json' };
import type { Statement } from './read-statements.ts';

const COUNTERING = new Set(contrast.countering);
const SIGNALS: readonly string[] = contrast.signals;

/** Sentences over which "she remembers it differently" still speaks of what was said before. */
const REACH = 2;

/** In a longer sentence such words may be about anything. */
const LONGEST_SIGNAL = 110;

/** "Accounts of her break differ": both accounts follow. */
const ACCOUNTS_DIFFER =
  /^ (?:\p{L}+ ){0,3}(?:accounts|versions|stories|memories|recollections)(?: \p{L}+){0,6} (?:differ|vary|conflict|diverge|disagree)/u;

/** "Thinks otherwise", "remembers it differently". */
const OTHERWISE =
  / (?:think|thought|see|saw|say|said|argue|argued|suggest|suggested|remember|remembered|recall|recalled|tell|told|believe|believed|insist|insisted|view|viewed|put)s? (?:(?:it|that|this|things|the matter|the story) )?(?:otherwise|differently) /u;

/** Whether the article itself says that the two differ: "His colleague thought otherwise.", "A rival paper sees it otherwise." */
export function differsBySignal(first: Statement, second: Statement): boolean {
  const distance = second.place - first.place;
  if (distance > REACH + 1) return false;
  if (distance <= REACH && COUNTERING.has(second.attribution.verb?.toLowerCase() ?? '')) return true;
  if (distance < 1) return false;
  if (ACCOUNTS_DIFFER.test(first.before) && distance <= REACH) return true;
  const isIn = (line: string) =>
    line.length <= LONGEST_SIGNAL &&
    (OTHERWISE.test(line) || SIGNALS.some((phrase) => isSignal(line, phrase)) || ACCOUNTS_DIFFER.test(line));
  return isIn(second.around) || (distance > 1 && isIn(second.before));
}

/** "Not everyone agrees about the timing": then it is about something else than the last that was said. */
function isSignal(line: string, phrase: string): boolean {
  const at = line.indexOf(` ${phrase} `);
  return at >= 0 && !/^ (?:about|on|over|with) /u.test(line.slice(at + phrase.length + 1));
}

import interview from '../data/interview-en.json' with { type: 'json' };
import type { Scan, Unit } from '../scan-article.ts';
import type { Basis, Statement } from '../statement.ts';

const THINGS: ReadonlySet<string> = new Set(interview.things);
const LINKS: ReadonlySet<string> = new Set(interview.questionLinks);
/** Words that stand before their cue, or in marks, were said, whoever wonders about them. */
const SAID: ReadonlySet<Basis> = new Set(['quotation', 'before', 'according', 'colon', 'turn']);

/** "Did the ministry say that it was safe?": whoever asks tells of no statement. "Why did it say so?" tells of one. */
export function isAsked({ text, tokens }: Scan, unit: Unit, { basis, source }: Statement): boolean {
  if (SAID.has(basis) || source?.place === 'relative' || text.charAt(unit.span.end - 1) !== '?') return false;
  let at = unit.first;
  while (LINKS.has(tokens[at]?.lower ?? '') || tokens[at]?.text === ',') at += 1;
  // "What did the ministry think would happen?"
  if (THINGS.has(tokens[at]?.lower ?? '')) at += 1;
  return tokens[at]?.tag === 'AUX';
}

import learned from '../data/source-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import type { Statement } from '../statement.ts';
import { readConfidenceModel, scoreOf } from './confidence-model.ts';
import { type SourcePlace, sourcePlaces } from './source-places.ts';

const MODEL = readConfidenceModel(learned);

/** So much likelier, in log-odds, another phrase must be than the rules' own: of those nearly as likely most were wrong. */
const LEAD = 0.3;

/**
 * The statements of an article with the sources that they most likely have, of all phrases that may name one (`source-places.ts`): the
 * rules' own in most sentences, another where the signs for it are stronger. Learned from `corpus/`, GUM and treebanks. English.
 */
export function chooseSources(scan: Scan, statements: readonly Statement[]): Statement[] {
  return statements.map((statement, at) => {
    // Words in marks are learned from, and left to the rules: those hardly err there, and a wrong mouth is nowhere worse.
    // So is a silence, whose owner is who was asked: "calls to | Ana Ruiz | went unanswered".
    const isAsked = statement.basis === 'silence' && statement.source?.place === 'agent';
    if (
      isAsked ||
      statement.basis === 'quotation' ||
      isAgent(scan, statement) ||
      goesOn(scan, statement, statements[at - 1])
    )
      return statement;
    const place = chosen(MODEL, sourcePlaces(scan, statements, at));
    return place === null || place.isRuled
      ? statement
      : { ...statement, source: place.source, isCarried: place.isCarried };
  });
}

/** "When the manager announced that he would leave, | indicating that the sale was the cause": one breath, and so one mouth. */
function goesOn({ text }: Scan, { cue, source, isCarried, unit }: Statement, before: Statement | undefined): boolean {
  const end = before?.content.at(-1)?.end;
  if (cue === null || !isCarried || end === undefined || before?.unit !== unit) return false;
  const isSame = source !== null && before.source?.span.start === source.span.start;
  return (
    isSame && /^, (?:\p{Ll}+ly )?$/u.test(text.slice(end, cue.start)) && /ing$/u.test(text.slice(cue.start, cue.end))
  );
}

/** "Accused | by Orvania": who did it is named right behind the verb, and no other phrase says so as plainly. */
function isAgent({ text }: Scan, { cue, source }: Statement): boolean {
  return cue !== null && source !== null && / by (?:the |an? )?$/u.test(text.slice(cue.end, source.span.start));
}

/** The likeliest of the phrases, the rules' own where none is clearly likelier; null where there is none. */
export function chosen<Place extends SourcePlace>(
  model: ReadonlyMap<string, number>,
  places: readonly Place[],
): Place | null {
  let best: Place | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (const place of places) {
    const score = scoreOf(model, place.byRule, place.features) + (place.isRuled ? LEAD : 0);
    if (score > highest) {
      highest = score;
      best = place;
    }
  }
  return best;
}

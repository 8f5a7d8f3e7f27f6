import learned from '../data/content-end-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import type { Statement } from '../statement.ts';
import { trimSpan } from '../trim-span.ts';
import { chanceOf, readConfidenceModel } from './confidence-model.ts';
import { type EndPlace, endPlaces } from './end-places.ts';

const MODEL = readConfidenceModel(learned);

/**
 * A statement with the end of its clause where it most likely is, of all places where it may end (`end-places.ts`): the rules' own place in
 * most sentences, the tree's or another mark's where the signs there are stronger. Learned from `corpus/` and GUM. English.
 */
export function chooseEnd(scan: Scan, statement: Statement): Statement {
  const places = endPlaces(scan, statement);
  const best = likeliest(MODEL, places);
  const [own] = statement.content;
  if (best === null || own === undefined || places.some(({ at, byRule }) => at === best.at && byRule > HALF))
    return statement;
  const rest = trimSpan(scan.text, { start: own.start, end: scan.tokens[best.at - 1]?.end ?? own.end });
  return rest === null ? statement : { ...statement, content: [rest] };
}

/** What the rules give more than this is their own place. */
const HALF = 0.5;

/** The place with the highest chance, the first of equals. */
export function likeliest(model: ReadonlyMap<string, number>, places: readonly EndPlace[]): EndPlace | null {
  let best: EndPlace | null = null;
  let highest = -1;
  for (const place of places) {
    const chance = chanceOf(model, place.byRule, place.features);
    if (chance > highest) {
      highest = chance;
      best = place;
    }
  }
  return best;
}

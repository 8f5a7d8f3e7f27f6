import type { Check } from './check.ts';
import { checkCredit } from './check-credit.ts';
import { checkDoer } from './check-doer.ts';
import { checkEvidence } from './check-evidence.ts';
import { checkFigurePlaces } from './check-figure-places.ts';
import { checkFigures } from './check-figures.ts';
import { checkNames } from './check-names.ts';
import { checkOutlet } from './check-outlet.ts';
import { checkQuotes } from './check-quotes.ts';
import { checkSpeaker } from './check-speaker.ts';
import { checkStrength } from './check-strength.ts';
import { checkTeller } from './check-teller.ts';

/** Every check, in the order in which they run; the first objection is the one that a reader is told. */
export const CHECKS: readonly Check[] = [
  checkEvidence,
  checkQuotes,
  checkFigures,
  checkFigurePlaces,
  checkNames,
  checkSpeaker,
  checkCredit,
  checkOutlet,
  checkStrength,
  checkTeller,
  checkDoer,
];

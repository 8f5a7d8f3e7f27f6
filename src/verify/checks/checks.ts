import type { Check } from './check.ts';
import { checkAdded } from './check-added.ts';
import { checkBearer } from './check-bearer.ts';
import { checkBounds } from './check-bounds.ts';
import { checkCauses } from './check-causes.ts';
import { checkCertainty } from './check-certainty.ts';
import { checkCitedFigures } from './check-cited-figures.ts';
import { checkCredit } from './check-credit.ts';
import { checkDeclined } from './check-declined.ts';
import { checkDenied } from './check-denied.ts';
import { checkDoer } from './check-doer.ts';
import { checkEvidence } from './check-evidence.ts';
import { checkExchanged } from './check-exchanged.ts';
import { checkFigureOwners } from './check-figure-owners.ts';
import { checkFigurePlaces } from './check-figure-places.ts';
import { checkFigures } from './check-figures.ts';
import { checkFrame } from './check-frame.ts';
import { checkHearsay } from './check-hearsay.ts';
import { checkMixedNames } from './check-mixed-names.ts';
import { checkNames } from './check-names.ts';
import { checkOpposites } from './check-opposites.ts';
import { checkOrders } from './check-orders.ts';
import { checkOutlet } from './check-outlet.ts';
import { checkPolarity } from './check-polarity.ts';
import { checkQuoted } from './check-quoted.ts';
import { checkQuotes } from './check-quotes.ts';
import { checkRoles } from './check-roles.ts';
import { checkSenses } from './check-senses.ts';
import { checkShared } from './check-shared.ts';
import { checkSource } from './check-source.ts';
import { checkSpeaker } from './check-speaker.ts';
import { checkStages } from './check-stages.ts';
import { checkSuperlatives } from './check-superlatives.ts';
import { checkTeller } from './check-teller.ts';
import { checkWording } from './check-wording.ts';

/**
 * Every check, in the order in which they run, for points, headlines and claims alike; the first objection is the one that a
 * reader is told.
 */
export const CHECKS: readonly Check[] = [
  checkEvidence,
  checkQuotes,
  checkFigures,
  checkFigurePlaces,
  checkFigureOwners,
  checkOpposites,
  checkCitedFigures,
  checkNames,
  checkMixedNames,
  checkRoles,
  checkSpeaker,
  checkCredit,
  checkQuoted,
  checkOutlet,
  checkHearsay,
  checkPolarity,
  checkDenied,
  checkDeclined,
  checkCertainty,
  checkWording,
  checkSource,
  checkShared,
  checkTeller,
  checkDoer,
  checkBearer,
  checkAdded,
  checkSenses,
  checkStages,
];

/** The same for what was written in free words, which may obey an order of the article's; what is cut from it cannot. */
export const WRITTEN_CHECKS: readonly Check[] = [
  ...CHECKS,
  checkOrders,
  checkFrame,
  checkBounds,
  checkExchanged,
  checkSuperlatives,
  checkCauses,
];

/** For what names a matter and claims nothing of it, "when the bridge opens": its words, figures and names are the article's. */
export const TOPIC_CHECKS: readonly Check[] = [checkEvidence, checkQuotes, checkFigures, checkFigurePlaces, checkNames];

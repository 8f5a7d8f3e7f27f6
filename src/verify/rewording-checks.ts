import type { Check } from './check.ts';
import { checkCertainty } from './check-certainty.ts';
import { checkFigureOwners } from './check-figure-owners.ts';
import { checkOpposites } from './check-opposites.ts';
import { checkPolarity } from './check-polarity.ts';
import { checkSource } from './check-source.ts';

/** What is held against words that were written, not cut from the article: free wording can turn a sense round unseen. */
export const REWORDING_CHECKS: readonly Check[] = [
  checkFigureOwners,
  checkSource,
  checkPolarity,
  checkCertainty,
  checkOpposites,
];

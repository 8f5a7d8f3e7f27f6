import type { types } from '@slack/bolt';
import type { Card } from '#core/card.ts';
import { fitView } from './fit-view.ts';

/** A card as the app's own page. */
export function drawHome(card: Card): types.HomeView {
  return { type: 'home', blocks: fitView(card, 'There is more than fits here.') };
}

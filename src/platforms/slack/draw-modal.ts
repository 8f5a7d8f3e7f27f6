import type { types } from '@slack/bolt';
import type { Card } from '#core/card.ts';
import { fitView } from './fit-view.ts';
import { LONGEST_VIEW_TITLE } from './limits.ts';
import { shorten } from './shorten.ts';

/** A card as a modal. A window has one page: what does not fit is left out, and said to be. */
export function drawModal(card: Card, title: string): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: shorten(title, LONGEST_VIEW_TITLE) || 'byline', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: fitView(card),
  };
}

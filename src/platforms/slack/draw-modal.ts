import type { types } from '@slack/bolt';
import type { Card } from '#core/card.ts';
import type { Press } from '#core/press.ts';
import { fitView } from './fit-view.ts';

/** What a window is called, in at most 24 characters, and what is said where it does not hold all. */
const WINDOWS: Readonly<Record<Exclude<Press['action'], 'story'>, readonly [title: string, more: string]>> = {
  cited: ['Who says what', 'There is more than fits here: choose a source, or ask /sources cited for all of it.'],
  passages: ['Passages', 'There is more than fits here: “Who says what” has the full record.'],
};

/** What a press shows, as a modal. */
export function drawModal(card: Card, action: Exclude<Press['action'], 'story'>): types.ModalView {
  const [title, more] = WINDOWS[action];
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title, emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: fitView(card, more),
  };
}

import { html } from 'hono/html';
import type { Card } from '#core/card.ts';
import { plainText } from '#core/plain-text.ts';
import type { TranscriptEntry } from '#core/transcript.ts';
import { drawCard, type Markup } from './draw.ts';

/**
 * One message of the channel. `isRoot`: it stands on top of its open thread, where it needs no link to it; its id belongs to the
 * message in the channel beside it.
 */
export function drawEntry(entry: TranscriptEntry, isRoot = false): Markup {
  const isBot = entry.author === 'byline';
  const body =
    entry.card === null ? html`<p class="words" dir="auto">${plainText(entry.text ?? '')}</p>` : drawCard(entry.card);
  return html`<li class="entry ${isBot ? 'by-bot' : 'by-person'}" ${isRoot ? '' : html`id="entry-${entry.id}"`} data-entry="${entry.id}">
<span class="face" aria-hidden="true">${isBot ? 'b' : 'Y'}</span>
<div class="message"><p class="who"><strong>${isBot ? 'byline' : 'You'}</strong> <time
datetime="${entry.at.toISOString()}">${clockTime(entry.at)}</time>${
    entry.isPrivate ? html` <span class="private">Only visible to you</span>` : ''
  }</p>${body}${isRoot || !hasThread(entry) ? '' : threadLink(entry)}</div></li>`;
}

/** A card that is shown to the asker alone and kept nowhere. `isFocused`: the page opens at it, also without a script. */
export function drawPrivately(card: Card, isFocused = false): Markup {
  return html`<li class="entry by-bot passing" ${isFocused ? html`tabindex="-1" autofocus` : ''}><span class="face" aria-hidden="true">b</span><div class="message"><p
class="who"><strong>byline</strong> <span class="private">Only visible to you</span></p>${drawCard(card)}</div></li>`;
}

/** What can be asked about has buttons; a failure and a step on the way have none, and nothing to ask about. */
function hasThread({ card, thread, isPrivate, replies }: TranscriptEntry): boolean {
  if (card === null || thread !== null || isPrivate) return false;
  return replies > 0 || card.blocks.some(({ kind }) => kind === 'buttons');
}

function threadLink({ id, replies }: TranscriptEntry): Markup {
  const label = replies === 0 ? 'Ask about this' : replies === 1 ? '1 reply' : `${replies} replies`;
  return html`<p class="thread-link"><a href="/?thread=${id}">${label}</a></p>`;
}

function clockTime(at: Date): string {
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

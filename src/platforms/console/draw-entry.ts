import { html } from 'hono/html';
import { plainText } from '#core/plain-text.ts';
import type { TranscriptEntry } from '#core/transcript.ts';
import { drawCard, type Markup } from './draw.ts';

/** One message of the channel. `isRoot`: it stands on top of its open thread, where it needs no link to it. */
export function drawEntry(entry: TranscriptEntry, isRoot = false): Markup {
  const isBot = entry.author === 'byline';
  const body =
    entry.card === null ? html`<p class="words" dir="auto">${plainText(entry.text ?? '')}</p>` : drawCard(entry.card);
  return html`<li class="entry ${isBot ? 'by-bot' : 'by-person'}" id="entry-${entry.id}" data-entry="${entry.id}">
<span class="face" aria-hidden="true">${isBot ? 'b' : 'Y'}</span>
<div class="message"><p class="who"><strong>${isBot ? 'byline' : 'You'}</strong> <time
datetime="${entry.at.toISOString()}">${clockTime(entry.at)}</time>${
    entry.isPrivate ? html` <span class="private">Only visible to you</span>` : ''
  }</p>${body}${isBot && !isRoot && entry.thread === null && !entry.isPrivate ? threadLink(entry) : ''}</div></li>`;
}

/** A card that is shown to the asker alone and kept nowhere. */
export function drawPrivately(card: Parameters<typeof drawCard>[0]): Markup {
  return html`<li class="entry by-bot passing"><span class="face" aria-hidden="true">b</span><div class="message"><p
class="who"><strong>byline</strong> <span class="private">Only visible to you</span></p>${drawCard(card)}</div></li>`;
}

function threadLink({ id, replies }: TranscriptEntry): Markup {
  const label = replies === 0 ? 'Ask about this' : replies === 1 ? '1 reply' : `${replies} replies`;
  return html`<p class="thread-link"><a href="/?thread=${id}">${label}</a></p>`;
}

function clockTime(at: Date): string {
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

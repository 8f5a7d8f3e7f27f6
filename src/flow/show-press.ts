import type { Card } from '#core/card.ts';
import type { Place } from '#core/chat.ts';
import type { Memory } from '#core/memory.ts';
import type { Press } from '#core/press.ts';
import { Problem } from '#core/problem.ts';
import type { Wording } from '#core/wording.ts';

/** How briefings are named. What comes back from a button may be forged, and a database refuses some of it. */
const SLUG = /^[\w-]{22}$/;

/**
 * What a button shows, from the briefing as it is kept: no work, so it comes at once. A briefing of another workspace is
 * not there, whoever knows its name.
 * @throws Problem `NO_BRIEFING`.
 */
export async function showPress(
  press: Exclude<Press, { readonly action: 'story' }>,
  place: Place,
  parts: { readonly memory: Memory; readonly wording: Wording },
): Promise<Card> {
  const isName = SLUG.test(press.briefing);
  const kept = isName ? await parts.memory.transact(({ briefings }) => briefings.get(press.briefing)) : null;
  const isHere =
    kept !== null && kept.workspace.platform === place.platform && kept.workspace.workspace === place.workspace;
  if (!isHere) throw new Problem('NO_BRIEFING', 'this briefing is no longer kept');
  const { briefing } = kept;
  switch (press.action) {
    case 'cited':
      return parts.wording.sources(briefing.article, briefing, { briefing: press.briefing, only: press.source });
    case 'passages':
      return parts.wording.passages(briefing);
    default:
      return press.action satisfies never;
  }
}

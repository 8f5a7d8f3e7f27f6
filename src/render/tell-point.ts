import type { Article } from '#core/article.ts';
import type { KeyPoint } from '#core/briefing.ts';
import { foldText } from '#core/fold-text.ts';
import type { Attribution, Source, Testimony } from '#core/testimony.ts';
import { creditLine, creditsOf } from './credit.ts';
import { lineAt } from './line-at.ts';

/** What a reader sees of a point: its words, and the line of credit under them. */
export type ToldPoint = { readonly text: string; readonly credit: string | null };

/**
 * A point says whose it is once: in the line under it, without the words that say the same, or in its words alone, where these cannot
 * be taken off.
 */
export function tellPoint(
  { text, beside, attributions }: Pick<KeyPoint, 'text' | 'beside' | 'attributions'>,
  testimony: Testimony,
  article: Article,
): ToldPoint {
  const credit = creditLine(attributions, testimony, article);
  if (credit === null) return { text, credit };
  if (beside !== undefined) return { text: beside, credit };
  const isSaid = creditsOf(attributions, testimony).every((one) => isSaidIn(text, one, article));
  return { text, credit: isSaid ? null : credit };
}

/** Whether the words themselves say all of it: who, in what role, to whom, by which verb, how surely. */
function isSaidIn(
  text: string,
  { attribution, source }: { readonly attribution: Attribution; readonly source: Source },
  article: Article,
): boolean {
  const { cue, via, hedge } = attribution;
  // Of a text that was dropped a verb may be blank.
  const verb = cue === null ? '' : foldText(lineAt(article.text, cue));
  if (verb === '' || source.kind === 'unstated') return false;
  const words = ` ${foldText(text)} `;
  return [source.name, source.role ?? '', ...via, verb, hedge ?? '']
    .map((part) => foldText(part).replace(/^(?:the|an?) /u, ''))
    .every((part) => part === '' || words.includes(` ${part} `));
}

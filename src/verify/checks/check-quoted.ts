import { textAt } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import type { Source } from '#core/testimony.ts';
import { findQuotations } from '#language/find-quotations.ts';
import { creditedAt } from '../credits/find-credited.ts';
import { findQuoted } from '../credits/find-quoted.ts';
import { hasSharedWord } from '../credits/may-speak-for.ts';
import { type Ground, holdsRun } from '../ground.ts';
import { sentencesOf } from '../sentences-of.ts';
import type { Subject } from './check.ts';

/** Quoted words are not put beside somebody else’s name: a text that names people names the one whose words it quotes, or its credit does. */
export function checkQuoted({ text, attributions }: Subject, ground: Ground): Objection[] {
  const quotations = findQuotations(text, ground.article.language);
  const around = quotations.reduceRight((rest, { outer }) => rest.slice(0, outer.start) + rest.slice(outer.end), text);
  const isNamedIn = ({ named, kind, name }: Source) => named && kind === 'person' && hasSharedWord(name, around);
  if (![...ground.sources.values()].some(isNamedIn)) return [];
  // What stands in the article so, sentence behind sentence, is in no other mouth than there.
  if (holdsRun(ground, sentencesOf(text, ground.article.language))) return [];
  return quotations.flatMap(({ inner, depth, isClosed }) => {
    const words = textAt(text, inner);
    const place = depth === 0 && isClosed ? findQuoted(words, ground.letters) : null;
    if (place === null) return [];
    const credited = creditedAt(place, ground);
    // A point's credit, which stands below it, names them.
    if (credited.some(({ id }) => attributions?.includes(id) === true)) return [];
    const holders = credited.flatMap(({ source }) => ground.sources.get(source) ?? []);
    const isTheirs =
      holders.length === 0 ||
      holders.some(
        ({ name, role, named, kind }) => !named || kind !== 'person' || hasSharedWord(`${name} ${role ?? ''}`, around),
      );
    if (isTheirs) return [];
    const whose = [...new Set(holders.map(({ name }) => name))].join(' and ');
    return [{ check: 'speaker', text: words, reason: `these are the words of ${whose}` }];
  });
}

import type { Objection } from '#core/claim.ts';
import type { Figure } from '#language/find-figures.ts';
import type { Ground } from '../ground.ts';
import { givenText, type Told, toldSentences } from '../support/told-sentences.ts';
import { figuresOf } from '../words/figures-of.ts';
import { isSameFigure } from '../words/is-same-figure.ts';
import type { Subject } from './check.ts';

/** Figures of a sentence whose owners are compared with each other. */
const MOST_FIGURES = 12;

type Owned = { readonly figure: Figure; readonly told: string; readonly given: string };

/** Two figures have not changed owners: "Orra fell 2.3 percent, Castell rose 11" where the passage has it the other way round. */
export function checkFigureOwners(subject: Subject, ground: Ground): Objection[] {
  return toldSentences(subject, ground)
    .flatMap((told) => {
      const owned = ownedIn(told, ground);
      const swapped = owned.find((one) =>
        owned.some(({ told: mine, given: theirs }) => mine !== one.told && mine === one.given && theirs === one.told),
      );
      if (swapped === undefined) return [];
      const { text } = swapped.figure;
      const reason = `the passages have “${text}” of ${swapped.given}, not of ${swapped.told}`;
      return [{ check: 'figures', text, reason }];
    })
    .slice(0, 1);
}

/** Only figures that the passages have once: another place may have another owner. */
function ownedIn({ text, places }: Told, ground: Ground): Owned[] {
  const { language } = ground.article;
  const given = givenText(places, ground);
  const figures = figuresOf(given, language);
  return figuresOf(text, language)
    .slice(0, MOST_FIGURES)
    .flatMap((figure) => {
      const [only, ...more] = figures.filter((one) => isSameFigure(figure, one, false));
      const told = ownerBefore(text, figure.span.start);
      const there = only === undefined || more.length > 0 ? null : ownerBefore(given, only.span.start);
      return told === null || there === null ? [] : [{ figure, told, given: there }];
    });
}

/** The last capitalised word before a place, in its line. */
function ownerBefore(text: string, end: number): string | null {
  const line = text.slice(text.lastIndexOf('\n', end) + 1, end);
  return (
    line
      .match(/(?<![\p{L}’'])\p{Lu}[\p{L}\p{M}]+/gu)
      ?.at(-1)
      ?.toLowerCase() ?? null
  );
}

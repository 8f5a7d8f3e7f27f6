import { type Span, textAt } from '#core/article.ts';
import { onceFor } from '#core/once-for.ts';
import { type Place, phrasePattern } from '#language/phrase-pattern.ts';
import data from '../data/rebuttals-en.json' with { type: 'json' };
import stances from '../data/stances-en.json' with { type: 'json' };

const { charges, accounts } = stances;
const pattern = (place: Place, phrases: readonly string[]) =>
  phrasePattern(place, phrases, { ...data.lists, charges, accounts });

/** "No such offer had reached him", "his client denies it", "they had made no bid": at the front of what is said. */
const FRONT = pattern(
  'front',
  data.front.map((phrase) => `[that] ${phrase}`),
);
/** "Not true", "that is rubbish": at the front, and all of its clause. */
const ALONE = pattern('alone', data.alone);
/** "He categorically did not meet them", "the fire had nothing to do with it": flat words in the first clause. */
const FLAT = pattern('anywhere', data.flat);
const FLAT_REACH = 140;
/** "The suit was baseless", "as “pure fiction”": plain words that deny wherever they stand near the end. */
const LATE = pattern('anywhere', data.late);
/** "The report was inaccurate", "it untrue": words that deny where nothing stands behind them. */
const END = pattern('end', data.end);
/** "The claims “ridiculous”", "this was wrong": words that deny where all that is said is said of a charge. */
const ALL = pattern('all', data.all);
/** "The claims were “a fishing expedition”": whatever charges are called in quoted words, it denies them, if they are not called grave. */
const CALLED = pattern('front', data.called);
const GRAVE = pattern('anywhere', data.grave);
/** How near, in characters. */
const LATE_REACH = 90;
/** What is said of a charge is short. */
const ALL_REACH = 180;

/** "Called the suit baseless", "said the report was false": words that deny by what they say. */
export function isRebuttal(text: string, content: readonly Span[]): boolean {
  return isDenied(content, text);
}

/** Whoever reads a statement asks it, and whoever settles the stances of all of them asks it again. */
const isDenied = onceFor((content: readonly Span[], text: string): boolean => {
  const [first] = content;
  const last = content.at(-1);
  if (first === undefined || last === undefined) return false;
  const all = text.slice(first.start, last.end);
  if (OWN_QUESTION.test(all)) return true;
  const end = text.slice(Math.max(last.start, last.end - LATE_REACH), last.end);
  return (
    (first === last ? [first] : [first, last]).some((span) => {
      const piece = textAt(text, span);
      return FRONT.test(piece) || ALONE.test(piece);
    }) ||
    FLAT.test(clauseOf(text.slice(first.start, Math.min(first.end, first.start + FLAT_REACH)))) ||
    (CALLED.test(all) && !GRAVE.test(all)) ||
    LATE.test(end) ||
    END.test(end) ||
    (all.length <= ALL_REACH && ALL.test(all))
  );
});

/** “Did I throw it? I did not”: whoever asks and answers. */
const OWN_QUESTION =
  /\?\s(?:no(?=[.,!]|$)|never(?=[.,!]|$)|(?:absolutely|certainly|of course) not|(?:I|we) (?:did|have|was|were|am|are|do) not|(?:I|we) (?:did|have|was|were|are|do)n[’']t)/u;

/** The first clause of what is said: a description between commas belongs to it. */
const clauseOf = (said: string) => said.split(/[;:.?!]| (?:and|but|because|since|while) /u)[0] ?? '';

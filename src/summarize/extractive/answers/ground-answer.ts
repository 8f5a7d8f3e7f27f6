import type { Name } from '#language/find-names.ts';
import { alike } from '../alike.ts';
import questionWords from '../data/question-words.json' with { type: 'json' };
import { type Clauses, isNear } from '../read-clauses.ts';
import { findAskedFigures } from './find-asked-figures.ts';
import { findNewNames } from './find-new-names.ts';
import { type AnswerItem, findPeople } from './find-people.ts';
import type { Likes } from './likes-in.ts';
import type { Question } from './read-question.ts';

/** `fit`: 0 to 1, how well the best thing in the sentence is of the kind asked for; `ground`: the share of the question that hangs on it. */
export type Grounding = { readonly fit: number; readonly ground: number };

const OTHER_CLAUSE = 0.6;

/**
 * How well a sentence answers by what stands in it. `weights`: the question's words with what each counts for; `mentioned`: stems of the
 * sources that a pronoun or a role in it stands for, `named` of those that have a name; `likes`: how like its words are to the question's.
 */
export function groundAnswer(
  asked: Question,
  text: string,
  clauses: Clauses,
  weights: ReadonlyMap<string, number>,
  mentioned: ReadonlySet<string>,
  named: ReadonlySet<string>,
  likes: Likes,
): Grounding {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  let best: Grounding = { fit: 0, ground: 0 };
  for (const { at, fit } of itemsOf(asked, text, clauses, mentioned, named)) {
    let found = 0;
    for (const [word, weight] of weights) {
      let credit = mentioned.has(word) ? 0.9 : 0;
      for (const [place, like] of (likes.get(word) ?? []).entries()) {
        if (like > 0 && place !== at) credit = Math.max(credit, like * (isNear(clauses, place, at) ? 1 : OTHER_CLAUSE));
      }
      found += credit * weight;
    }
    const ground = found / total;
    if (fit + ground > best.fit + best.ground) best = { fit, ground };
  }
  return best;
}

function itemsOf(
  asked: Question,
  text: string,
  clauses: Clauses,
  mentioned: ReadonlySet<string>,
  named: ReadonlySet<string>,
): AnswerItem[] {
  switch (asked.kind) {
    case 'count':
    case 'amount':
    case 'age':
    case 'length':
    case 'time':
      return findAskedFigures(asked, text, clauses, mentioned);
    case 'speaker':
    case 'person':
      return findPeople(asked, text, clauses, mentioned, named);
    case 'choice':
      return findNewNames(asked, text, clauses).map(({ name, at }) => ({
        at,
        fit: fitOfName(asked, name, at, clauses),
      }));
    case 'place':
      return findNewNames(asked, text, clauses).flatMap(({ name, at }) =>
        name.kind === 'place' || name.kind === 'other'
          ? [{ at, fit: name.kind === 'place' || isIn(clauses, at) ? 1 : 0.5 }]
          : [],
      );
    case 'reason':
      return clauses.tokens.flatMap(({ lower }, at) =>
        REASONS.has(lower) && !(lower === 'since' && isWhen(clauses, at + 1))
          ? [{ at, fit: 1 }]
          : lower === 'to' || lower === 'after' || lower === 'as'
            ? [{ at, fit: 0.5 }]
            : [],
      );
    case 'whether':
    case 'any':
      return clauses.stems.flatMap((stem, at) =>
        stem !== '' && !asked.words.has(stem) && /^(?:NOUN|PROPN|VERB|ADJ|NUM)$/u.test(clauses.tokens[at]?.tag ?? '')
          ? [{ at, fit: 1 }]
          : [],
      );
    default:
      return asked.kind satisfies never;
  }
}

/** "Since 2017", "since the fire": no reason; "since the fire was out" is one. */
function isWhen({ tokens, tree }: Clauses, at: number): boolean {
  return tree[at - 1]?.relation === 'case' || tokens[at]?.tag === 'NUM';
}

const REASONS: ReadonlySet<string> = new Set(questionWords.reasons.split(' '));

function fitOfName(
  { sort, focus, deed }: Question,
  { kind, span }: Name,
  at: number,
  { tokens, stems, tree }: Clauses,
): number {
  const noun = focus.at(-1);
  if (noun !== undefined) {
    const isBeside = tokens.some(({ start, end }, place) => {
      const stem = stems[place] ?? '';
      if (stem === '' || alike(noun, stem) === 0) return false;
      if (start >= span.start && end <= span.end) return true;
      return tree[place]?.head === at || tree[at]?.head === place || Math.abs(place - at) <= 2;
    });
    if (isBeside) return 1;
  }
  if (deed === null && sort === null) return noun === undefined ? 0.8 : 0.3;
  if (sort === null) return kind === 'person' ? 0.6 : 0.8;
  return kind === sort ? 0.8 : kind === 'other' ? 0.6 : 0.3;
}

/** "In Ohio", "at the Mill". */
function isIn({ tokens, tree }: Clauses, at: number): boolean {
  return tokens.some(({ tag }, place) => tag === 'ADP' && tree[place]?.head === at);
}

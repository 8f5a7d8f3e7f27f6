import { contentWords } from '#language/content-words.ts';
import { type Figure, findFigures } from '#language/find-figures.ts';
import type { Name } from '#language/find-names.ts';
import { alike } from './alike.ts';
import contrast from './data/contrast-words.json' with { type: 'json' };
import questionWords from './data/question-words.json' with { type: 'json' };
import { findNewNames } from './find-new-names.ts';
import { type AnswerItem, findPeople } from './find-people.ts';
import type { Likes } from './likes-in.ts';
import { type Clauses, tokenAt } from './read-clauses.ts';
import type { Question, Sort } from './read-question.ts';

/** `fit`: 0 to 1, how well the best thing in the sentence is of the kind asked for; `ground`: the share of the question that hangs on it. */
export type Grounding = { readonly fit: number; readonly ground: number };

const OTHER_CLAUSE = 0.6;

/** A date of what has happened, where what will happen is asked for. */
const PAST_FIT = 0.4;

const PEOPLE: ReadonlySet<string> = new Set(contentWords(questionWords.people, 'en'));
const VALUES: ReadonlySet<string> = new Set(contentWords(contrast.values.join(' '), 'en'));

/**
 * How well a sentence answers by what stands in it. `weights`: the question's words with what each counts for; `mentioned`: stems of the
 * sources that a pronoun or a role in it stands for; `likes`: how like its words are to the question's.
 */
export function groundAnswer(
  asked: Question,
  text: string,
  clauses: Clauses,
  weights: ReadonlyMap<string, number>,
  mentioned: ReadonlySet<string>,
  likes: Likes,
): Grounding {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  let best: Grounding = { fit: 0, ground: 0 };
  for (const { at, fit } of itemsOf(asked, text, clauses, mentioned)) {
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

/** Words of one clause, or of two of which one hangs on the other. */
function isNear({ clauses, tree }: Clauses, one: number, other: number): boolean {
  const [a = -1, b = -1] = [clauses[one], clauses[other]];
  if (a === b) return true;
  return clauses[tree[a]?.head ?? -1] === b || clauses[tree[b]?.head ?? -1] === a;
}

function itemsOf(asked: Question, text: string, clauses: Clauses, mentioned: ReadonlySet<string>): AnswerItem[] {
  switch (asked.kind) {
    case 'count':
    case 'amount':
    case 'age':
    case 'length':
    case 'time':
      return figuresOf(text, asked).flatMap((figure) => {
        const at = tokenAt(clauses, figure.span.start);
        const fit = fitOfFigure(asked, figure, text, clauses, at, mentioned);
        return fit > 0 ? [{ at, fit }] : [];
      });
    case 'speaker':
    case 'person':
      return findPeople(asked, text, clauses, mentioned);
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
        REASONS.has(lower)
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

const REASONS: ReadonlySet<string> = new Set(questionWords.reasons.split(' '));

function figuresOf(text: string, { words }: Question): Figure[] {
  return findFigures(text, 'en').filter(
    ({ text: figure }) => !contentWords(figure, 'en').every((word) => words.has(word)),
  );
}

const KINDS: Readonly<Record<'count' | 'amount' | 'age' | 'length' | 'time', readonly Figure['kind'][]>> = {
  count: ['number', 'ordinal', 'percent', 'money'],
  amount: ['money', 'percent', 'number', 'duration'],
  age: ['number', 'duration'],
  length: ['duration', 'date', 'number', 'time'],
  time: ['date', 'time', 'duration', 'ordinal'],
};

function fitOfFigure(
  asked: Question,
  figure: Figure,
  text: string,
  clauses: Clauses,
  at: number,
  mentioned: ReadonlySet<string>,
): number {
  const { kind, sort, focus, counted, deed } = asked;
  if (kind !== 'count' && kind !== 'amount' && kind !== 'age' && kind !== 'length' && kind !== 'time') return 0;
  if (!KINDS[kind].includes(figure.kind)) return 0;
  const clause = new Set(clauses.stems.filter((stem, place) => stem !== '' && isNear(clauses, place, at)));
  const holds = (word: string) => [...clause].some((stem) => alike(word, stem) > 0);
  const isValue = [...VALUES].some((value) => clause.has(value));
  if (kind === 'age') return isAge(text, figure) ? (isOfAsked(asked, clauses, at, mentioned) ? 1 : 0.4) : 0;
  if (kind === 'count') {
    if (figure.kind === 'money') return 0;
    if (figure.kind === 'percent') return deed !== null && holds(deed) ? 0.6 : 0.3;
    const own = nounOf(clauses, figure);
    if (counted !== null) {
      if (own.some((stem) => alike(counted, stem) > 0)) return 1;
      return (own.length === 0 || isValue) && (holds(counted) || (deed !== null && holds(deed))) ? 0.7 : 0;
    }
    if (own.some((stem) => PEOPLE.has(stem))) return deed === null || holds(deed) ? 1 : 0;
    return asked.counting.size === 0 || [...asked.counting].some(holds) || isValue ? 0.7 : 0;
  }
  if (kind === 'amount') {
    if (sort === 'money') return figure.kind === 'money' ? 1 : isSum(figure) ? 0.6 : 0;
    if (sort === 'percent')
      return figure.kind === 'percent' ? 1 : figure.kind === 'number' && focus.some(holds) ? 0.7 : 0;
    return figure.kind === 'money' || figure.kind === 'percent' ? 1 : 0.8;
  }
  if (kind === 'length') return figure.kind === 'duration' ? 1 : 0.5;
  if (asked.isAhead && clauses.tokens[clauses.clauses[at] ?? -1]?.fine === 'VBD') return PAST_FIT;
  return figure.kind === 'date' || figure.kind === 'time' ? 1 : 0.5;
}

/** Words between an age and who has it, at most. */
const AGE_REACH = 5;

/** Whether who is asked of stands beside the age: "Ada Roe, 41", "a 23-year-old man", "She is 41". */
function isOfAsked({ words }: Question, clauses: Clauses, at: number, mentioned: ReadonlySet<string>): boolean {
  const isMentioned = [...mentioned].some((stem) => words.has(stem));
  return clauses.tokens.some(
    ({ tag }, place) =>
      Math.abs(place - at) <= AGE_REACH &&
      ((isMentioned && tag === 'PRON') || [...words].some((word) => alike(word, clauses.stems[place] ?? '') > 0)),
  );
}

/** "31 million crowns": money of a currency that no list knows. */
function isSum({ kind, text }: Figure): boolean {
  return kind === 'number' && /(?:[mb]illion|trillion|\d(?:m|bn))$/u.test(text);
}

function isAge(text: string, { span, kind }: Figure): boolean {
  const before = text.slice(Math.max(0, span.start - 12), span.start);
  const after = text.slice(span.end, span.end + 12);
  if (/^(?:[- ]years?)?[- ]old\b/u.test(after)) return true;
  return (
    kind === 'number' &&
    (/\b(?:aged?(?: of)?|turn(?:s|ed|ing)?|is|was) $/u.test(before) ||
      (/\p{L}, $/u.test(before) && /^[,.]/u.test(after)))
  );
}

/** Stems of the nouns that a figure counts: "hangers" in "14 of the bridge's 62 main hangers". */
function nounOf({ tokens, stems }: Clauses, { span }: Figure): string[] {
  let at = tokens.findIndex(({ start }) => start >= span.end);
  if (at < 0) return [];
  const found: string[] = [];
  for (let steps = 0; steps < 8 && at < tokens.length; at += 1, steps += 1) {
    const { tag = 'X', lower = '' } = tokens[at] ?? {};
    if (tag === 'NOUN') found.push(stems[at] ?? '');
    else if (found.length > 0 && !(lower === 'of')) break;
    else if (
      !/^(?:ADJ|NUM|DET|PROPN|PART|PRON|SYM)$/u.test(tag) &&
      lower !== 'of' &&
      lower !== '-' &&
      lower !== "'s" &&
      lower !== '’s'
    )
      break;
  }
  return found.filter((stem) => stem !== '');
}

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
  return sort === null || kind === 'other' || isOfSort(kind, sort) ? 0.8 : 0.3;
}

function isOfSort(kind: Name['kind'], sort: Sort): boolean {
  return kind === sort || (sort === 'place' && kind === 'other');
}

/** "In Ohio", "at the Mill". */
function isIn({ tokens, tree }: Clauses, at: number): boolean {
  return tokens.some(({ tag }, place) => tag === 'ADP' && tree[place]?.head === at);
}

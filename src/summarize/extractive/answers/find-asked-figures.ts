import { contentWords } from '#language/content-words.ts';
import { type Figure, findFigures } from '#language/find-figures.ts';
import { alike } from '../alike.ts';
import contrast from '../data/contrast-words.json' with { type: 'json' };
import questionWords from '../data/question-words.json' with { type: 'json' };
import { type Clauses, isNear, tokenAt } from '../read-clauses.ts';
import type { AnswerItem } from './find-people.ts';
import { isAge, isHour, isMeasured, isNumbered, isOfThem, isPriced, isShare, isSum } from './is-age.ts';
import type { Question } from './read-question.ts';

/** A date of what has happened, where what will happen is asked for. */
const PAST_FIT = 0.4;

const PEOPLE: ReadonlySet<string> = new Set(contentWords(questionWords.people, 'en'));
const VALUES: ReadonlySet<string> = new Set(contentWords(contrast.values.join(' '), 'en'));

/** What may answer "how many", "how much", "how old", "how long" and "when" in a sentence. */
export function findAskedFigures(
  asked: Question,
  text: string,
  clauses: Clauses,
  mentioned: ReadonlySet<string>,
): AnswerItem[] {
  const figures = figuresOf(text, asked).flatMap((figure) => {
    const at = tokenAt(clauses, figure.span.start);
    const share = isOfOthers(asked, clauses, at, mentioned) ? OF_OTHERS : 1;
    const fit = share * fitOfFigure(asked, figure, text, clauses, at, mentioned);
    return fit > 0 ? [{ at, fit }] : [];
  });
  if (asked.kind === 'time') return [...figures, ...relativeTimes(clauses)];
  if (asked.kind !== 'count') return figures;
  return [...figures, ...nones(asked, clauses), ...(asked.isOften ? times(clauses) : [])];
}

/** What a figure counts for that is told of somebody else. */
const OF_OTHERS = 0.4;

/** "The Bloc would have 58 seats" where the seats of another party are asked for: a name acts, and whoever is asked of is not there. */
function isOfOthers({ doer, names }: Question, clauses: Clauses, at: number, mentioned: ReadonlySet<string>): boolean {
  if (![...doer].some((word) => names.has(word))) return false;
  const isThere = (word: string) =>
    mentioned.has(word) || clauses.stems.some((stem) => stem !== '' && alike(word, stem) > 0);
  if ([...doer].some(isThere)) return false;
  const before = clauses.tokens.slice(0, at);
  const isTakenUp = before.some(({ lower }) => /^(?:it|its|they|their|he|his|she|her)$/u.test(lower));
  return !isTakenUp && before.find(({ tag }) => tag === 'NOUN' || tag === 'PROPN')?.tag === 'PROPN';
}

const DAYS: ReadonlySet<string> = new Set(questionWords.days.split(' '));
const SEASONS: ReadonlySet<string> = new Set(questionWords.seasons.split(' '));
const NEAR_TIMES: ReadonlySet<string> = new Set(questionWords.beforeSeasons.split(' '));

/** "Yesterday", "next spring", "last month": less sure than a date. */
function relativeTimes({ tokens }: Clauses): AnswerItem[] {
  return tokens.flatMap(({ lower }, at) =>
    DAYS.has(lower)
      ? [{ at, fit: 0.6 }]
      : SEASONS.has(lower) && (NEAR_TIMES.has(tokens[at - 1]?.lower ?? '') || isPartOf(tokens, at))
        ? [{ at, fit: 0.7 }]
        : [],
  );
}

/** "Before the end of the year". */
function isPartOf(tokens: Clauses['tokens'], at: number): boolean {
  const [part, of, the] = tokens.slice(Math.max(0, at - 3), at).map(({ lower }) => lower);
  return of === 'of' && the === 'the' && PARTS.has(part ?? '');
}

const PARTS: ReadonlySet<string> = new Set(questionWords.partsOfTimes.split(' '));

const OFTEN: ReadonlySet<string> = new Set(questionWords.often.split(' '));

/** "Twice", "weekly". */
function times({ tokens }: Clauses): AnswerItem[] {
  return tokens.flatMap(({ lower }, at) => (OFTEN.has(lower) ? [{ at, fit: 0.8 }] : []));
}

/** "No passengers were hurt", "nobody": a count, too. */
function nones({ counted, deed }: Question, clauses: Clauses): AnswerItem[] {
  return clauses.tokens.flatMap(({ lower }, at) => {
    if (lower !== 'no' && lower !== 'none' && lower !== 'nobody') return [];
    const isCounted = counted !== null && alike(counted, clauses.stems[at + 1] ?? '') > 0;
    const isDone =
      counted === null &&
      deed !== null &&
      clauses.stems.some((stem, place) => stem !== '' && isNear(clauses, place, at) && alike(deed, stem) > 0);
    return isCounted || isDone ? [{ at, fit: 0.8 }] : [];
  });
}

function figuresOf(text: string, { words }: Question): Figure[] {
  return findFigures(text, 'en').filter(({ text: figure }) => {
    const stems = contentWords(figure, 'en');
    // "May" is no word that says anything.
    return stems.length === 0 || !stems.every((word) => words.has(word));
  });
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
  const isUnit = counted !== null && figure.kind === 'duration' && contentWords(figure.text, 'en').includes(counted);
  if (kind === 'count' && isUnit) return isAge(text, figure) ? 0 : 1;
  if (kind === 'amount' && isShare(text, figure)) return sort === 'money' || asked.isMeasure ? 0 : 0.8;
  if (kind === 'time' && isNumbered(text, figure)) return 0.7;
  if (kind === 'time' && isHour(text, figure)) return 0.7;
  if (!KINDS[kind].includes(figure.kind)) return 0;
  // A seven-year-old fox is not seven years long.
  if (kind !== 'age' && figure.kind === 'duration' && isAge(text, figure)) return 0;
  const clause = new Set(clauses.stems.filter((stem, place) => stem !== '' && isNear(clauses, place, at)));
  const holds = (word: string) => [...clause].some((stem) => alike(word, stem) > 0);
  const isValue = [...VALUES].some((value) => clause.has(value));
  if (kind === 'age')
    return isAge(text, figure) || (figure.kind === 'number' && /\bat $/u.test(text.slice(0, figure.span.start)))
      ? isOfAsked(asked, clauses, at, mentioned)
        ? 1
        : 0.4
      : 0;
  if (kind === 'count') {
    if (figure.kind === 'money') return 0;
    if (figure.kind === 'percent')
      return deed !== null && holds(deed) ? 0.6 : counted === null || holds(counted) ? 0.5 : 0.3;
    if (isShare(text, figure)) return counted === null || holds(counted) ? 0.5 : 0;
    const own = nounOf(clauses, figure);
    if (counted !== null) {
      if (own.some((stem) => alike(counted, stem) > 0)) return 1;
      // "Each figure … 37 of them".
      if (isOfThem(text, figure))
        return clauses.stems.some((stem) => stem !== '' && alike(counted, stem) > 0) ? 0.7 : 0;
      return (own.length === 0 || isValue) && (holds(counted) || (deed !== null && holds(deed))) ? 0.7 : 0;
    }
    if (own.some((stem) => PEOPLE.has(stem))) {
      if (deed === null || holds(deed)) return 1;
      return clauses.stems.some((stem) => stem !== '' && alike(deed, stem) > 0) ? 0.6 : 0;
    }
    return asked.counting.size === 0 || [...asked.counting].some(holds) || isValue ? 0.7 : 0;
  }
  if (kind === 'amount') {
    if (sort === 'money') return figure.kind === 'money' ? 1 : isSum(figure) || isPriced(text, figure) ? 0.6 : 0;
    if (asked.isMeasure && figure.kind !== 'number') return 0;
    if (sort === 'percent')
      return figure.kind === 'percent' ? 1 : figure.kind === 'number' && focus.some(holds) ? 0.7 : 0;
    return figure.kind === 'money' || figure.kind === 'percent' ? 1 : 0.8;
  }
  if (kind === 'length') {
    if (figure.kind === 'duration') return 1;
    const before = text.slice(0, figure.span.start);
    if (figure.kind !== 'number') return /\b(?:since|until|till|from|to|by|between) $/u.test(before) ? 0.5 : 0.3;
    return isMeasured(text, figure) ? 1 : 0.4;
  }
  if (figure.kind === 'duration' && /\bwithin $/u.test(text.slice(0, figure.span.start))) return 1;
  if (
    asked.isAhead &&
    !/\b(?:by|until|till|within|before|from|next) $/u.test(text.slice(0, figure.span.start)) &&
    clauses.tokens[clauses.clauses[at] ?? -1]?.fine === 'VBD'
  )
    return PAST_FIT;
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

/** Stems of the nouns that a figure counts: "hangers" in "14 of the bridge's 62 main hangers". */
function nounOf({ tokens, stems }: Clauses, { span }: Figure): string[] {
  let at = tokens.findIndex(({ start }) => start >= span.end);
  if (at < 0) return [];
  const found: string[] = [];
  const passed: string[] = [];
  for (let steps = 0; steps < 8 && at < tokens.length; at += 1, steps += 1) {
    const { tag = 'X', lower = '' } = tokens[at] ?? {};
    if (tag === 'NOUN') found.push(...passed.splice(0), stems[at] ?? '');
    else if (found.length > 0 && !(lower === 'of')) break;
    else if (
      !/^(?:ADJ|NUM|DET|PROPN|PART|PRON|SYM)$/u.test(tag) &&
      lower !== 'of' &&
      lower !== '-' &&
      lower !== "'s" &&
      lower !== '’s'
    )
      break;
    // "Lime" in "38 lime trees" may be read as an adjective.
    else if (tag === 'ADJ') passed.push(stems[at] ?? '');
  }
  return found.filter((stem) => stem !== '');
}

import { contains, type Span, textAt } from '#core/article.ts';
import type { Account } from '#core/digest.ts';
import { contentWords } from '#language/content-words.ts';
import { type Figure, findFigures } from '#language/find-figures.ts';
import { readTokens, type Token } from '#language/read-tokens.ts';
import { stemWord } from '#language/stem-word.ts';
import counted from './data/counted.json' with { type: 'json' };
import type { FigureFact } from './figure-fact.ts';
import { isAmount, isOfAnotherTime } from './is-amount.ts';

/** Word to the thing that it speaks of: "killed" and "toll" are "dead". */
const THINGS: ReadonlyMap<string, string> = new Map(
  Object.entries(counted.things).flatMap(([thing, words]) => words.map((word) => [word, thing] as const)),
);
const GROWING: ReadonlySet<string> = new Set(counted.growing);
/** Things of which a story has one count, near its beginning. */
const MAIN: ReadonlySet<string> = new Set(counted.main);
/** Things that are money or a share. */
const SUMS: ReadonlySet<string> = new Set(counted.sums);
const PEOPLE: ReadonlySet<string> = new Set(counted['counted-people']);

/** What an article is about stands above; so many sentences bound the time, too. */
const MOST_SENTENCES = 40;
/** A sentence with more figures is a table, a result, a list of prices. */
const MOST_FIGURES = 3;
/** Words between a figure and what it counts, before and behind it. */
const NEAR_AFTER = 6;
const NEAR_BEFORE = 7;
const LONGEST_SENTENCE = 350;
/** Readers see the beginning of what is said; a figure further back would be cut off. */
const LATEST_PLACE = 220;
/** What is numbered, scored or told apart rather than counted. */
const UNCOUNTED: ReadonlySet<string> = new Set(counted.uncounted);

/** The figures of an article that say what they count, each with its sentence. English; of other languages none. */
export function readFigureFacts(account: Account, origin: number): FigureFact[] {
  const { text, language, sentences } = account.article;
  if (!language.startsWith('en')) return [];
  return sentences.slice(0, MOST_SENTENCES).flatMap((sentence, place) => {
    const words = textAt(text, sentence);
    if (words.length > LONGEST_SENTENCE) return [];
    return factsOf(words, sentence, place, account, origin);
  });
}

function factsOf(words: string, sentence: Span, place: number, account: Account, origin: number): FigureFact[] {
  const figures = findFigures(words, 'en');
  const amounts = figures.filter((figure) => isAmount(figure, words));
  if (amounts.length === 0 || amounts.length > MOST_FIGURES || isOfAnotherTime(words, figures)) return [];
  const tokens = readTokens(words, [{ start: 0, end: words.length }], 'en').filter(({ tag }) => tag !== 'PUNCT');
  return amounts.flatMap((figure): FigureFact[] => {
    const thing = thingOf(figure, tokens, amounts);
    if (thing === null || figure.value === null) return [];
    const span = { start: sentence.start + figure.span.start, end: sentence.start + figure.span.end };
    const said = statementWith(span, sentence, account) ?? sentence;
    if (span.end - said.start > LATEST_PLACE) return [];
    // Whoever is in the news is in every sentence, and the first word of one has its capital from there.
    const names = tokens
      .filter(({ tag, start }, at) => tag === 'PROPN' && at > 0 && contains(said, shifted(start, sentence)))
      .map(({ lower }) => lower);
    const skipped = new Set([
      ...thing.stems,
      ...contentWords(names.join(' '), 'en'),
      ...amounts.flatMap(({ text }) => contentWords(text, 'en')),
    ]);
    const stems = contentWords(textAt(account.article.text, said), 'en').filter(
      (stem) => !skipped.has(stem) && !/^\d/.test(stem),
    );
    return [
      {
        ...{ account, origin, sentence, place },
        span,
        value: figure.value,
        manner: mannerOf(figure, words),
        key: `${thing.key} ${figure.kind} ${figure.unit ?? ''}`,
        about: thing.about,
        isGrowing: GROWING.has(thing.key),
        isMain: MAIN.has(thing.key),
        words: new Set(stems),
        names: new Set(names),
        isThing: thing.isThing,
      },
    ];
  });
}

function shifted(start: number, sentence: Span): Span {
  return { start: sentence.start + start, end: sentence.start + start + 1 };
}

/** What somebody is said to have said, without who and how. */
function statementWith(figure: Span, sentence: Span, { testimony }: Account): Span | null {
  const pieces = testimony.attributions
    .flatMap(({ content }) => content)
    .filter((piece) => contains(piece, figure) && contains(sentence, piece));
  return pieces.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0] ?? null;
}

type Thing = {
  readonly key: string;
  readonly about: string;
  readonly stems: readonly string[];
  readonly isThing: boolean;
};

/** What a figure counts: the thing nearest to it, else the noun behind it; money and shares only of a thing. */
function thingOf(figure: Figure, tokens: readonly Token[], amounts: readonly Figure[]): Thing | null {
  const after = tokens.filter(({ start }) => start >= figure.span.end);
  const before = tokens.filter(({ end }) => end <= figure.span.start).toReversed();
  const next = amounts.find(({ span }) => span.start > figure.span.start);
  const last = amounts.findLast(({ span }) => span.end <= figure.span.start);
  const own = (token: Token) =>
    token.start < (next?.span.start ?? Number.POSITIVE_INFINITY) && token.end > (last?.span.end ?? -1);
  const noun = figure.kind === 'number' ? nounAfter(after, figure.span.end) : null;
  const behind = after
    .slice(0, NEAR_AFTER)
    .filter(own)
    .find(({ lower }) => THINGS.has(lower));
  const ahead = before
    .slice(0, NEAR_BEFORE)
    .filter(own)
    .find(({ lower }) => THINGS.has(lower));
  const isMoney =
    noun !== null && !PEOPLE.has(noun.lower) && /\b(?:million|billion|trillion|thousand)$/iu.test(figure.text);
  const isPlain = noun === null || isMoney || PEOPLE.has(noun.lower) || THINGS.has(noun.lower);
  const named = isPlain || figure.kind !== 'number' ? (behind ?? ahead) : null;
  const found = named === null || named === undefined ? undefined : THINGS.get(named.lower);
  // Nobody counts the dead in crowns, or a cost in heads.
  const isSum = isMoney || figure.kind !== 'number';
  const thing = found !== undefined && SUMS.has(found) === isSum ? found : undefined;
  const stem = noun === null ? '' : stemWord(noun.lower, 'en');
  if (thing !== undefined) {
    const stems = [stem, stemWord(named?.lower ?? '', 'en')];
    return { key: isMoney ? `${thing} ${stem}` : thing, about: thing, stems, isThing: true };
  }
  if (noun === null || isMoney || PEOPLE.has(noun.lower) || UNCOUNTED.has(noun.lower)) return null;
  return { key: `noun ${stem}`, about: noun.lower, stems: [stem], isThing: false };
}

/** "14 of the bridge’s 62 main hangers": of both figures the hangers. */
function nounAfter(after: readonly Token[], from: number): Token | null {
  let noun: Token | null = null;
  const isPart = after[0]?.lower === 'of';
  for (const [at, token] of after.entries()) {
    if (at >= NEAR_AFTER + (isPart ? 2 : 0)) break;
    // A mark stands between: "62 main hangers, harbour master Ida Holm said".
    if (token.start - (after[at - 1]?.end ?? from) > 1) break;
    if (token.tag === 'NOUN') noun = token;
    else if (token.tag === 'ADJ' || token.tag === 'PROPN') {
      if (noun !== null) break;
    } else if (isPart && noun === null && (at === 0 || /^(?:DET|NUM|PART|PRON)$/.test(token.tag))) continue;
    else if (isPart && token.tag === 'PART') noun = null;
    else break;
  }
  return noun;
}

function mannerOf({ span }: Figure, words: string): FigureFact['manner'] {
  const before = words
    .slice(Math.max(0, span.start - 24), span.start)
    .toLowerCase()
    .trimEnd();
  const ends = (phrases: readonly string[]) =>
    phrases.some((phrase) => before === phrase || before.endsWith(` ${phrase}`));
  if (ends(counted.lower)) return 'lower';
  if (ends(counted.upper)) return 'upper';
  return ends(counted.about) ? 'about' : 'exact';
}

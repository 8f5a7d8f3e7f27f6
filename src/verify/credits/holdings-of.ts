import { overlaps, textAt } from '#core/article.ts';
import type { Attribution, Source } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import type { Ground } from '../ground.ts';
import { sentenceAt } from '../support/retold-by.ts';
import { figuresOf } from '../words/figures-of.ts';
import { isSameFigure } from '../words/is-same-figure.ts';
import { unknownWords } from '../words/unknown-words.ts';
import { wordsOf } from '../words/words-of.ts';
import { isNegated } from './is-disputing.ts';
import { hasSharedWord, isProperName, maySpeakFor, tellingWords } from './may-speak-for.ts';

/** Words of one name with its role; more hold what was said. */
export const MOST_WORDS = 10;

/** What is said in fewer content words may be said by many. */
const FEWEST_STEMS = 2;

/** Of what is said, the most that one whom the article names says there. */
export type Holdings = {
  readonly name: string;
  readonly sources: readonly Source[];
  /** How much of what is said the best sentence that is theirs holds, 0 to 1, where it stands, and whether it denies it. */
  readonly share: number;
  readonly place: number;
  readonly denies: boolean;
};

/** Null where the article has nobody of that name. */
export function holdingsOf(name: string, said: string, ground: Ground): Holdings | null {
  const { language } = ground.article;
  const own = tellingWords(name);
  const telling = own.length === 0 ? wordsOf(name) : own;
  if (telling.length === 0 || wordsOf(name).length > MOST_WORDS) return null;
  const sources = [...ground.sources.values()].filter((source) => isNamed(name, telling, source));
  const stems = new Set(contentWords(said, language).filter((stem) => !contentWords(name, language).includes(stem)));
  if (stems.size < FEWEST_STEMS) return null;
  const statements = [...ground.attributions.values()].filter(
    ({ source, via }) => sources.some(({ id }) => id === source) || via.some((outlet) => hasSharedWord(outlet, name)),
  );
  const isThere = [telling, wordsOf(name)].some((words) => ground.wording.includes(` ${words.join(' ')} `));
  if (sources.length + statements.length === 0 && !isThere) return null;
  const held = [
    ...statements.map((one) => ({
      share: shareOf(stems, ground.saidStems.get(one.id) ?? new Set()),
      words: one.content.map((piece) => textAt(ground.article.text, piece)).join(' '),
      place: placeOf(one, ground),
      isDenial: one.stance === 'denies',
    })),
    ...ownPlaces(sources, telling, ground).map((place) => ({
      share: shareOf(stems, new Set(ground.stems[place])),
      words: sentenceAt(place, ground),
      place,
      isDenial: false,
    })),
  ].filter(({ words }) => holdsFigures(said, words, language));
  const [best] = held.toSorted((a, b) => b.share - a.share);
  if (best === undefined) return { name, sources, share: 0, place: -1, denies: false };
  return {
    ...{ name, sources, share: best.share, place: best.place },
    denies: best.isDenial || isNegated(best.words, ground),
  };
}

/** By name; or a group or an unnamed source by all words of its description. Ned Holm's mother is not Ned Holm. */
function isNamed(name: string, telling: readonly string[], source: Source): boolean {
  const known = new Set(wordsOf(`${source.name} ${source.role ?? ''}`));
  if (tellingWords(name).length > 0) {
    const own = { ...source, name: source.name.replace(/^.*['’]s (?=\p{Ll})/u, '') };
    const words = tellingWords(own.name);
    if (words.length > 0 && isProperName(name) && maySpeakFor(name, own)) return true;
    if (source.kind !== 'person' && unknownWords(name, { words: known, initialisms: NONE, spelled: '' }).length === 0)
      return true;
    if (source.named && hasAll(name, words)) return true;
  }
  return (!isProperName(name) || tellingWords(name).length === 0) && telling.every((word) => known.has(word));
}

const NONE: ReadonlySet<string> = new Set();

function hasAll(text: string, words: readonly string[]): boolean {
  const own = new Set(wordsOf(text));
  return words.length > 0 && words.every((word) => own.has(word));
}

/** Sentences that speak of them and in which nobody else says anything. */
function ownPlaces(sources: readonly Source[], telling: readonly string[], ground: Ground): number[] {
  return ground.article.sentences.flatMap((span, place) => {
    const isMeant =
      hasAll(sentenceAt(place, ground), telling) ||
      sources.some(({ mentions }) => mentions.some((mention) => overlaps(mention, span)));
    const isOthers = [...ground.attributions.values()].some(
      ({ source, content }) =>
        !sources.some(({ id }) => id === source) && content.some((piece) => overlaps(piece, span)),
    );
    return isMeant && !isOthers ? [place] : [];
  });
}

export function placeOf({ content, cue }: Attribution, { article }: Ground): number {
  const anchor = cue ?? content[0];
  return article.sentences.findIndex((span) => anchor !== undefined && overlaps(span, anchor));
}

function shareOf(wanted: ReadonlySet<string>, known: ReadonlySet<string>): number {
  return [...wanted].filter((stem) => known.has(stem)).length / wanted.size;
}

/** Every figure in digits that is said. */
function holdsFigures(said: string, words: string, language: string): boolean {
  const given = figuresOf(words, language);
  return figuresOf(said, language)
    .filter(({ text, kind }) => /\d/u.test(text) || given.some((one) => one.kind === kind))
    .every((figure) => given.some((one) => isSameFigure(figure, one, true)));
}

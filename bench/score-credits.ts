import { areWithin, overlaps, textAt } from '#core/article.ts';
import type { Answer, Article, Attribution, Briefing, Source, Span, Testimony } from '#index.ts';
import { readTokens } from '#language/read-tokens.ts';
import { saidIn } from '#render/answer-card.ts';
import { creditsOf } from '#render/credit.ts';
import neutralVerbs from '#render/neutral-verbs.json' with { type: 'json' };
import { tellPoint } from '#render/tell-point.ts';
import { measureOverlap, sizeOf } from './measure-overlap.ts';
import type { GoldArticle, GoldAttribution } from './parse-gold.ts';
import { sameName, sameOutlet, sharesWord } from './same-name.ts';
import { placeGold } from './score-testimony.ts';
import { shownWords } from './shown-words.ts';
import { type Tally, tallyOf } from './tally.ts';

/**
 * `right`: credited as the gold credits it. `wrong`: a line of credit that puts words into a mouth that the gold does not have under
 * them. `missing`: words of somebody whom neither the line nor the words themselves name.
 */
export type Mouth = { readonly is: 'right' | 'wrong' | 'missing'; readonly why: string };

export type CreditScore = { readonly right: Tally; readonly wrong: Tally; readonly missing: Tally };

/** What a reader sees: words of the article, where they stand, and to whom the line beside them gives them. */
export type Shown = {
  readonly words: readonly Span[];
  /** The sentences that they are cut from. */
  readonly passages: readonly Span[];
  readonly credits: readonly { readonly attribution: Attribution; readonly source: Source }[];
};

const NEUTRAL = new Set<string>(neutralVerbs);

type Placed = { readonly gold: GoldAttribution; readonly content: readonly Span[] };

/** A marked statement is told where so much of it, as it stands in the passages, is shown. */
const TOLD_FROM = 0.5;

/** Where more of what is shown without its credit words is not the statement, it runs over into what the article says. */
const RUNS_OVER_FROM = 1 / 3;

/** The key points of a briefing, as a channel shows them, against the marked statements of its article. */
export function scoreCredits(gold: GoldArticle, briefing: Briefing): CreditScore {
  const { article, points } = briefing;
  return countMouths(points.map((point) => judgeMouth(showPoint(point, briefing, article), gold, article)));
}

/** The passages of an answer, each with its own line of credit. */
export function judgeAnswer(gold: GoldArticle, answer: Answer, testimony: Testimony, article: Article): Mouth[] {
  return answer.evidence.map((passage) => {
    const words = shownWords(article.text, [passage], textAt(article.text, passage));
    const credits = creditsOf(saidIn(passage, testimony), testimony);
    return judgeMouth({ words, passages: [passage], credits }, gold, article);
  });
}

export function countMouths(mouths: readonly Mouth[]): CreditScore {
  const count = (is: Mouth['is']): Tally => tallyOf(mouths.map((mouth) => mouth.is === is));
  return { right: count('right'), wrong: count('wrong'), missing: count('missing') };
}

/** Where the words say all of it there is no line, and whoever speaks is named as the article names him. */
export function showPoint(point: Briefing['points'][number], testimony: Testimony, article: Article): Shown {
  const { text, credit } = tellPoint(point, testimony, article);
  return {
    words: shownWords(article.text, point.evidence, text),
    passages: point.evidence,
    credits: credit === null ? [] : creditsOf(point.attributions, testimony),
  };
}

export function judgeMouth({ words, passages, credits }: Shown, gold: GoldArticle, article: Article): Mouth {
  const speakers = [...new Set(gold.attributions.map(({ speaker }) => speaker))];
  const told = placeGold(gold, article.text).filter(({ content }) => isTold(content, words, article));
  const isSame = (one: Placed, { source }: Shown['credits'][number]) =>
    isSameSpeaker(one.gold, source, speakers) || isAsWritten(one.gold, source, passages, article);
  const isNamed = (one: Placed) => isSaid(one, words, article);

  for (const credit of credits) {
    const { stance, via } = credit.attribution;
    const theirs = told.filter((one) => isSame(one, credit));
    if (theirs.length === 0) return { is: 'wrong', why: told.length === 0 ? 'nobody said it' : 'another said it' };
    // Who says that it is not so denies in his own words, whatever the line says of it.
    const isTold = (one: Placed) => isNamed(one) || NEUTRAL.has(one.gold.verb ?? '');
    if (!theirs.some((one) => one.gold.stance === stance || (stance === 'asserts' && isTold(one))))
      return { is: 'wrong', why: 'stance' };
    const outlets = theirs.flatMap((one) => [...one.gold.via, one.gold.speaker]);
    if (via.some((outlet) => !outlets.some((known) => sameOutlet(known, outlet)))) return { is: 'wrong', why: 'via' };
  }

  const outermost = told.filter((inner, i) => !told.some((outer, k) => k !== i && isWithin(inner, outer, k < i)));
  const unnamed = outermost.filter((one) => !isNamed(one));
  const open = unnamed.filter((one) => !credits.some((credit) => isSame(one, credit)));
  if (open.length > 0) return credits.length > 0 ? { is: 'wrong', why: 'half' } : { is: 'missing', why: 'nobody' };
  const bare = told.filter((one) => credits.some((credit) => isSame(one, credit)));
  if (bare.length > 0 && !bare.some(isNamed)) {
    const over =
      1 -
      measureOverlap(
        bare.flatMap(({ content }) => content),
        words,
      ) /
        sizeOf(words);
    if (over > RUNS_OVER_FROM) return { is: 'wrong', why: 'runs over' };
  }
  const hasOutlets = ({ gold: { via } }: Placed, one: Placed) =>
    via.every(
      (outlet) =>
        credits.some(
          (credit) => isSame(one, credit) && credit.attribution.via.some((its) => sameOutlet(its, outlet)),
        ) ||
        credits.some((credit) => sharesWord(outlet, credit.source.name)) ||
        words.some((word) => sharesWord(outlet, textAt(article.text, word))),
    );
  if (outermost.some((one) => !hasOutlets(one, one))) return { is: 'missing', why: 'outlet' };
  const unlisted = outermost.filter(
    (one) => one.gold.kind !== 'unstated' && !credits.some((credit) => isSame(one, credit)),
  );
  if (credits.length > 0 && unlisted.length > 0) return { is: 'missing', why: 'part' };
  return { is: 'right', why: credits.length === 0 ? 'no line' : 'line' };
}

/** Half of what the shown sentences hold of it. */
function isTold(content: readonly Span[], words: readonly Span[], { text, sentences }: Article): boolean {
  const near = sentences.filter((sentence) => words.some((word) => overlaps(word, sentence)));
  const within = near.flatMap(({ start, end }) =>
    content.map((piece) => ({ start: Math.max(start, piece.start), end: Math.min(end, piece.end) })),
  );
  const marks = within.filter(({ start, end }) => end > start);
  const size = marks.reduce((sum, span) => sum + letters(textAt(text, span)), 0);
  return size > 0 && measureOverlap(marks, words) >= TOLD_FROM * size;
}

function letters(words: string): number {
  return words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Whether the shown words beside the statement tell by their verb or their hedge that somebody says it. */
function isSaid({ gold, content }: Placed, words: readonly Span[], article: Article): boolean {
  const shown = words.map((word) => textAt(article.text, word)).join(' ');
  if (gold.hedge !== null && sharesWord(gold.hedge, shown)) return true;
  const beside = words.filter((word) => !content.some((piece) => overlaps(piece, word)));
  const near = article.sentences.filter(
    (sentence) => content.some((piece) => overlaps(piece, sentence)) && beside.some((word) => overlaps(word, sentence)),
  );
  const tokens = readTokens(article.text, near, article.language).filter((token) =>
    beside.some((word) => overlaps(word, token)),
  );
  return (gold.verb ?? '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2)
    .some((word) => tokens.some(({ lower, lemma }) => lemma.toLowerCase() === word || lower.startsWith(word)));
}

/** "His lawyer", who has a name elsewhere, and "the complaint", which is that of a firm: as the sentence itself has them. */
function isAsWritten(gold: GoldAttribution, source: Source, passages: readonly Span[], { text }: Article): boolean {
  const isWritten = passages.some((passage) => textAt(text, passage).toLowerCase().includes(source.name.toLowerCase()));
  if (gold.kind === 'unstated' || source.kind === 'unstated') return false;
  if (gold.kind === 'document' && source.kind === 'document') return sharesWord(gold.speaker, source.name);
  return !source.named && gold.kind === source.kind && isWritten;
}

function isWithin(inner: Placed, outer: Placed, isFirst: boolean): boolean {
  return areWithin(inner.content, outer.content) && (isFirst || !areWithin(outer.content, inner.content));
}

function isSameSpeaker(gold: GoldAttribution, source: Source, speakers: readonly string[]): boolean {
  if (gold.kind === 'unstated' || source.kind === 'unstated') return gold.kind === source.kind;
  return sameName(gold.speaker, source.name, gold.kind === 'person' && gold.named, speakers);
}

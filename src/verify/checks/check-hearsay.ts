import { overlaps, textAt } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { type Attribution, SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';
import { hasOutletTitle, isSecondHand } from '#language/is-second-hand.ts';
import { findCredited } from '../credits/find-credited.ts';
import { hasSharedWord, tellingWords } from '../credits/may-speak-for.ts';
import outletWords from '../data/outlet-words.json' with { type: 'json' };
import relaying from '../data/relaying.json' with { type: 'json' };
import retelling from '../data/retelling.json' with { type: 'json' };
import saying from '../data/saying.json' with { type: 'json' };
import telling from '../data/telling.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { isOneOf, type ReadSentence, readSentence } from '../read-sentence.ts';
import { openingsIn } from '../support/read-scopes.ts';
import { sentenceAt } from '../support/retold-by.ts';
import { type Told, toldSentences } from '../support/told-sentences.ts';
import { wordsOf } from '../words/words-of.ts';
import type { Subject } from './check.ts';

/** From this share of a claim's content words on, a statement is what the claim tells; all but a word of many. */
const SAME_STATEMENT = 0.8;

/** From this share on another sentence of the article may tell it as well. */
const TOLD_TOO = 0.6;

/** What is told in fewer content words may be told by many. */
const FEWEST_STEMS = 2;

/** Who "has been told" something, or is "to report", says nothing. */
const CREDITS = new RegExp(
  `(?<![\\p{L}])(?<!\\b(?:been|be|being|to) )(?:${[...saying, ...telling, ...relaying].join('|')}|according to)(?![\\p{L}])`,
  'iu',
);
const OUTLET_WORDS: ReadonlySet<string> = new Set(outletWords);
const CAREFUL: ReadonlySet<string> = new Set([...retelling.hedges, ...outletWords, 'said', 'rumoured', 'rumored']);
/** "Is known to be" is careful; whoever has known something knows it. */
const HAS = new Set(['has', 'have', 'had']);

/**
 * What the article only has through another outlet, or as hearsay ("is said to be"), is not told as a fact: a claim says where it
 * comes from, or how unsure it is. English only, by its words.
 */
export function checkHearsay(subject: Subject, ground: Ground): Objection[] {
  const { article } = ground;
  if (subject.evidence !== null || subject.speaker !== null || !article.language.startsWith('en')) return [];
  return toldSentences(subject, ground)
    .filter(({ text, words }) => !CREDITS.test(text) && !isCareful(words))
    .flatMap((told) => objectTo(told, ground))
    .slice(0, 1);
}

function isCareful({ words }: ReadSentence): boolean {
  return words.some(
    (word, at) =>
      // "Since May" is a month, and who is "to report by Friday" is no report.
      (!word.isName && words[at - 1]?.lower !== 'to' && isOneOf(word, CAREFUL)) ||
      (word.lower === 'known' && !HAS.has(words[at - 1]?.lower ?? '')),
  );
}

function objectTo({ text, stems }: Told, ground: Ground): Objection[] {
  if (stems.size < FEWEST_STEMS) return [];
  const [best, ...others] = findCredited([...stems], ground).filter(({ share }) => share >= SAME_STATEMENT);
  const own = best === undefined ? 0 : (ground.saidStems.get(best.attribution.id)?.size ?? 0);
  if (stems.size < own * GOOD_PART) return [];
  if (best === undefined) return [];
  const all = [best, ...others].map(({ attribution }) => attribution);
  const hearsay = all.filter((one) => isHearsay(one, ground));
  if (hearsay.length === 0 || all.some((one) => !hearsay.includes(one) && !isRelay(one, hearsay, ground))) return [];
  if (isToldElsewhere(stems, all, ground)) return [];
  const [attribution = best.attribution] = hearsay;
  const outlets = outletsOf(attribution, ground);
  if (outlets.some((outlet) => isNamedIn(outlet, text))) return [];
  const whence = outlets.length === 0 ? `as what “${attribution.hedge}” so` : `through ${outlets.join(' and ')}`;
  return [{ check: 'outlet', text, reason: `the article only has this ${whence}, and this tells it as a fact` }];
}

/** From this share of a statement's own words on a claim tells it, and not something beside it. */
const GOOD_PART = 0.5;

/**
 * Nobody stands for it by name but an outlet, which its own sentence names. What an outlet itself reports as done is news that a
 * reader takes from it; what is not yet, or what somebody denies, stays its report.
 */
function isHearsay(statement: Attribution, ground: Ground): boolean {
  if (statement.confidence < SHOWN_FROM_CONFIDENCE || statement.stance !== 'asserts') return false;
  // Quoted words are plainly somebody's.
  if (statement.form === 'direct') return false;
  const bearer = ground.sources.get(statement.source);
  if (bearer?.kind === 'unstated') return statement.hedge !== null;
  if (!isSecondHand(statement, bearer)) return false;
  const { text, sentences } = ground.article;
  const places = sentences.flatMap((span, at) =>
    statement.content.some((piece) => overlaps(piece, span)) ? [at] : [],
  );
  const around = places.map((place) => sentenceAt(place, ground)).join('\n');
  const isLeak = statement.via.length > 0;
  const isNamed = outletsOf(statement, ground).some((outlet) => hasSharedWord(outlet, around));
  if (!isNamed && !(isLeak && wordsOf(around).some((word) => OUTLET_WORDS.has(word)))) return false;
  const said = statement.content.map((piece) => textAt(text, piece)).join(' ');
  return isLeak || openingsIn(readSentence(said, ground)).length > 0 || isDenied(places, ground);
}

/** "The Gazette says that a friend told it": what the outlet says is what came through it. */
function isRelay({ source, content }: Attribution, hearsay: readonly Attribution[], { sources }: Ground): boolean {
  const name = sources.get(source)?.name ?? '';
  return hearsay.some(
    (one) =>
      one.via.some((outlet) => hasSharedWord(outlet, name)) &&
      one.content.some((piece) => content.some((other) => overlaps(piece, other))),
  );
}

/** Somebody denies something in one of the sentences, or right behind them. A plea answers a charge, and no report. */
function isDenied(places: readonly number[], { article, attributions }: Ground): boolean {
  const near = places.flatMap((place) => [place, place + 1]).flatMap((place) => article.sentences[place] ?? []);
  return [...attributions.values()].some(
    ({ stance, verb, content }) =>
      stance === 'denies' && verb !== 'plead' && content.some((piece) => near.some((span) => overlaps(piece, span))),
  );
}

function outletsOf({ via, source }: Attribution, ground: Ground): readonly string[] {
  const bearer = ground.sources.get(source);
  if (bearer === undefined || bearer.kind === 'unstated') return [];
  return via.length > 0 ? via : [bearer.name];
}

/** A sentence in which nobody says it by hearsay holds most of it. */
function isToldElsewhere(stems: ReadonlySet<string>, statements: readonly Attribution[], ground: Ground): boolean {
  return ground.article.sentences.some((span, place) => {
    if (statements.some(({ content }) => content.some((piece) => overlaps(piece, span)))) return false;
    const known = new Set(ground.stems[place]);
    return [...stems].filter((stem) => known.has(stem)).length >= stems.size * TOLD_TOO;
  });
}

/** By all of its name, or by what makes it an outlet: "the Gazette", but not "the port of Elvest" for the Elvest Gazette. */
function isNamedIn(outlet: string, text: string): boolean {
  const words = new Set(wordsOf(text));
  const telling = tellingWords(outlet);
  return telling.every((word) => words.has(word)) || telling.some((word) => hasOutletTitle(word) && words.has(word));
}

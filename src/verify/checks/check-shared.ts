import type { Span } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { type Holdings, holdingsOf, MOST_WORDS, placeOf } from '../credits/holdings-of.ts';
import { hasSharedWord } from '../credits/may-speak-for.ts';
import relaying from '../data/relaying.json' with { type: 'json' };
import saying from '../data/saying.json' with { type: 'json' };
import data from '../data/shared.json' with { type: 'json' };
import telling from '../data/telling.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { isOneOf } from '../read-sentence.ts';
import { sentencesOf } from '../sentences-of.ts';
import { readSentenceAt } from '../support/retold-by.ts';
import { plainWords, wordsOf } from '../words/words-of.ts';
import type { Subject } from './check.ts';

const VERBS = [...new Set([...saying, ...telling, ...relaying, ...data.verbs])].join('|');

/** "The council and the residents (both) say": the words up to the first verb by which two hold or say something. */
const TOGETHER = new RegExp(
  `^(?:Both )?(.{2,120}?),? (?:(?:both|all|each|alike|also|now|still|have|has|had) ){0,3}(?:${VERBS})(?![\\p{L}’'])`,
  'u',
);

/** The share of what is said that the one of the two holds at least, and the part of it that the other holds. */
const HELD = 0.5;
const HELD_TOO = 0.6;

/** Sentences around one of the first's in which the other agrees. */
const REACH = 2;

const AGREEING = new Set(data.agreeing);

/** What two are said to say together each of them says in the article. English only, by its verbs. */
export function checkShared({ text }: Subject, ground: Ground): Objection[] {
  const { language } = ground.article;
  if (!language.startsWith('en')) return [];
  return sentencesOf(text, language)
    .flatMap((sentence) => objectTo(sentence, ground))
    .slice(0, 1);
}

function objectTo(sentence: string, ground: Ground): Objection[] {
  if (ground.wording.includes(` ${plainWords(sentence).join(' ')} `)) return [];
  const found = TOGETHER.exec(sentence);
  const [words = '', speakers = ''] = found ?? [];
  if (found === null || wordsOf(speakers).length > MOST_WORDS * 2) return [];
  const said = sentence.slice(words.length);
  for (const join of speakers.matchAll(/,? and /gu)) {
    const names = [speakers.slice(0, join.index), speakers.slice(join.index + join[0].length)];
    // "The couple Jan and Ida Holm": the article has the two as one.
    if (areJoined(names, ground)) continue;
    const [one, other] = names.map((name) => holdingsOf(name, said, ground));
    if (one == null || other == null || one.sources.some((source) => other.sources.includes(source))) continue;
    const [best, least] = one.share >= other.share ? [one, other] : [other, one];
    if (best.share < HELD || (least.share >= best.share * HELD_TOO && !isAgainst(best, least))) continue;
    if (doAgree(best.place, least, ground)) continue;
    const reason = `the article has this of ${best.name}, and not of ${least.name}`;
    return [{ check: 'speaker', text: speakers, reason }];
  }
  return [];
}

/** The words on either side of the "and" stand so in the article too. */
function areJoined([one = '', other = '']: readonly string[], { wording }: Ground): boolean {
  return wording.includes(` ${plainWords(one).at(-1)} and ${plainWords(other)[0]} `);
}

/** The denial of the one is the statement of the other. */
function isAgainst(one: Holdings, other: Holdings): boolean {
  return one.denies !== other.denies;
}

/** The other says nothing of their own where the first says it, and is named there; or says beside it that it is so. */
function doAgree(place: number, { sources, name }: Holdings, ground: Ground): boolean {
  const { sentences } = ground.article;
  const own = [...ground.attributions.values()].filter(({ source }) => sources.some(({ id }) => id === source));
  const here = sentences[place];
  if (here === undefined) return false;
  const isNamedHere = hasSharedWord(name, outsideStatements(here, ground));
  if (isNamedHere && !own.some((one) => placeOf(one, ground) === place)) return true;
  return own.some((one) => {
    const at = placeOf(one, ground);
    if (Math.abs(at - place) > REACH) return false;
    return readSentenceAt(at, ground).words.some((word) => isOneOf(word, AGREEING));
  });
}

/** The words of a sentence that say who speaks. */
function outsideStatements({ start, end }: Span, { article, attributions }: Ground): string {
  const said = [...attributions.values()].flatMap(({ content }) => content);
  const inside = said.filter((piece) => piece.start < end && piece.end > start).toSorted((a, b) => a.start - b.start);
  let words = '';
  let from = start;
  for (const piece of inside) {
    words += `${article.text.slice(from, Math.max(from, piece.start))} `;
    from = Math.max(from, piece.end);
  }
  return words + article.text.slice(from, Math.max(from, end));
}

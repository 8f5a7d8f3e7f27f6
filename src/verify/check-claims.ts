import type { Article } from '#core/article.ts';
import type { Claim, Verdict } from '#core/claim.ts';
import type { Attribute } from '#core/steps.ts';
import { bareSubject, type Subject } from './checks/check.ts';
import { WRITTEN_CHECKS } from './checks/checks.ts';
import { claimedText, hasGap } from './claimed-text.ts';
import { isCredited } from './credits/is-credited.ts';
import { createGround, type Ground, holdsRun } from './ground.ts';
import { soundTestimony } from './sound-testimony.ts';
import { scorePieces } from './support/score-pieces.ts';
import { scoreSupport, supportOf } from './support/score-support.ts';
import { plainWords } from './words/words-of.ts';

/** From this probability on a claim that nothing stands against is supported. */
const SUPPORTED_FROM = 0.5;

/**
 * The same for what a claim credits to somebody whom the article credits: words of others are retold in words of one's own, and
 * whatever may be wrong with them has a check that looks for it.
 */
const CREDITED_FROM = 0.25;

/** The most that is said of a claim that is not supported. */
const UNSUPPORTED = 0.49;

/** What is left of the probability where a check objects: nine in ten objections to people's sets were right. */
const OBJECTED = 0.1;

/** UTF-16 units. A claim is a sentence or several, like a point; a longer text is not read, and not supported. */
const LONGEST_CLAIM = 2_000;

/** Says of each claim whether the article supports all of it, in the order of the claims. `attribute` is the room's. */
export function createCheckClaims(attribute: Attribute): (claims: readonly Claim[], article: Article) => Verdict[] {
  return (claims, article) => {
    if (claims.length === 0) return [];
    const ground = createGround(article, soundTestimony(attribute(article), article));
    return claims.map(({ text, speaker = null, quote = null }) =>
      judge({ ...bareSubject(claimedText(text, article)), speaker, quote }, ground),
    );
  };
}

function judge(subject: Subject, ground: Ground): Verdict {
  if (subject.text.length + (subject.quote ?? '').length > LONGEST_CLAIM) {
    const text = subject.text.slice(0, LONGEST_TOLD);
    return {
      supported: false,
      score: 0,
      objections: [{ check: 'length', text, reason: 'it is too long for a claim' }],
    };
  }
  if (subject.text.trim() === '') {
    return { supported: false, score: 0, objections: [{ check: 'length', text: '', reason: 'it is empty' }] };
  }
  const supports = supportOf(subject.text, ground);
  if (supports.length === 0) {
    if (isSaidSo(subject.text, ground)) return { supported: true, score: 1, objections: [] };
    const reason = 'it holds no word that could be looked for in the article';
    return { supported: false, score: 0, objections: [{ check: 'evidence', text: subject.text, reason }] };
  }
  const objections = WRITTEN_CHECKS.flatMap((check) => check(subject, ground));
  const isTheirs = isCredited(subject, ground);
  const pieced = isTheirs ? null : scorePieces(subject.text, ground);
  const borne = scoreSupport(supports);
  const isPatched = pieced !== null && pieced < SUPPORTED_FROM;
  const isWhole = !hasGap(subject.text);
  const score = (isPatched ? Math.min(borne, pieced) : borne) * (objections.length === 0 ? 1 : OBJECTED);
  const isSupported = isWhole && objections.length === 0 && score >= (isTheirs ? CREDITED_FROM : SUPPORTED_FROM);
  return {
    supported: isSupported,
    score: isSupported ? Math.max(score, SUPPORTED_FROM) : Math.min(score, UNSUPPORTED),
    objections,
  };
}

/** Fewer words that say nothing by themselves ("of the", "it is") stand in any article. */
const SAID_SO_WORDS = 4;

/** "He did not.": no word of it tells anything, but it is a sentence of the article, or a good part of one. */
function isSaidSo(text: string, ground: Ground): boolean {
  const words = plainWords(text);
  if (words.length === 0) return false;
  return holdsRun(ground, [text]) || (words.length >= SAID_SO_WORDS && ground.wording.includes(` ${words.join(' ')} `));
}

/** UTF-16 units of a text that is too long that are told. */
const LONGEST_TOLD = 200;

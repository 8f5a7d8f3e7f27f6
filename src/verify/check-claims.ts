import type { Article } from '#core/article.ts';
import type { Claim, Verdict } from '#core/claim.ts';
import type { Attribute } from '#core/steps.ts';
import { bareSubject, type Subject } from './check.ts';
import { CHECKS } from './checks.ts';
import { createGround, type Ground } from './ground.ts';
import { scoreSupport } from './score-support.ts';
import { soundTestimony } from './sound-testimony.ts';

/** From this probability on a claim that nothing stands against is supported. */
const SUPPORTED_FROM = 0.5;

/** What is left of the probability where a check objects: nine in ten objections to people's sets were right. */
const OBJECTED = 0.1;

/** UTF-16 units. A claim is a sentence or several; a longer text is not read, and not supported. */
const LONGEST_CLAIM = 20_000;

/** Says of each claim whether the article supports all of it, in the order of the claims. `attribute` is the room's. */
export function createCheckClaims(attribute: Attribute): (claims: readonly Claim[], article: Article) => Verdict[] {
  return (claims, article) => {
    if (claims.length === 0) return [];
    const ground = createGround(article, soundTestimony(attribute(article), article));
    return claims.map(({ text, speaker = null, quote = null }) =>
      judge({ ...bareSubject(text), speaker, quote }, ground),
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
  const objections = CHECKS.flatMap((check) => check(subject, ground));
  const score = scoreSupport(subject.text, ground) * (objections.length === 0 ? 1 : OBJECTED);
  return { supported: objections.length === 0 && score >= SUPPORTED_FROM, score, objections };
}

/** UTF-16 units of a text that is too long that are told. */
const LONGEST_TOLD = 200;

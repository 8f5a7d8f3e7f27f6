import type { Span } from '#core/article.ts';
import type { Stance } from '#core/testimony.ts';
import { phrasePattern } from '#language/phrase-pattern.ts';
import stances from '../data/stances-en.json' with { type: 'json' };
import type { VerbCue } from './find-cues.ts';
import { isRebuttal } from './is-rebuttal.ts';
import { isRefusal } from './is-refusal.ts';
import { isSaying } from './verb-form.ts';

/** Verbs that deny what stands behind them. */
export const DENYING: ReadonlySet<string> = new Set(stances.denying);

/** Whether a source asserts, denies or declines, by its verb and by what it says. */
export function stanceOf(text: string, cue: VerbCue, content: readonly Span[]): Stance {
  const front = content
    .map(({ start, end }) => text.slice(start, end))
    .join(' ')
    .slice(0, NONE_REACH);
  if (AVOWING.has(cue.lemma) && isAvowedNot(front, cue.lemma)) return 'denies';
  if (DENYING.has(cue.lemma) || isAnswered(text, cue, content) || isRebuttal(text, content)) return 'denies';
  return (isSaying(cue.lemma) || cue.frames.has('quote')) && isRefusal(text, content) ? 'declines' : 'asserts';
}

/** Verbs of saying something against doubt: "swore", "insists", "countered". */
const AVOWING: ReadonlySet<string> = new Set(stances.avowing);
const NONE_REACH = 90;

/** Whether what somebody avows says that something is not so: "insisted that no vote had been held", "swears she never read it". */
export function isAvowedNot(front: string, verb: string): boolean {
  if (SURE.has(verb) && NONE.test(front)) return true;
  const clause = /^[^.,;:]*/u.exec(front)?.[0] ?? '';
  return (
    OWN_NOT.test(front) ||
    NONE_DID.test(clause) ||
    WAS_WRONG.test(front) ||
    INNOCENT.test(clause) ||
    ((SURE.has(verb) || verb === 'maintain') && DID_NOT.test(clause))
  );
}

/** With these any "no" denies; "assured residents there was no hurry" comforts. */
const SURE: ReadonlySet<string> = new Set(['insist', 'swear', ...stances.avowed]);
/** "Insisted that no vote had been held", "insisted there was no list". */
const NONE =
  /^[“"‘']?(?:that )?(?:there (?:is|are|was|were|(?:has|have|had) (?:never )?been) )?(?:no|nothing|nobody|none|not one|not a single)\s/iu;
/** "That nobody had told him", "not one of them had threatened to walk". */
const NONE_DID =
  /^[“"‘']?(?:that )?(?:no|nothing|nobody|none|not one|not a single)\s(?:\S+\s){0,5}?(?:has|have|had|was|were|did)\b/iu;
/** "That the gate had not been opened", "the firm never asked": what is over. */
const DID_NOT =
  /^[“"‘']?(?:that )?(?:\S+\s){1,7}?(?:(?:has|have|had|did) (?:not|never)|(?:has|have|had|did)n[’']t|never)\b(?! only| yet)/iu;
/** "Swore she never read it", "insists the closing had nothing to do with it". */
const OWN_NOT =
  /^[“"‘']?(?:that )?(?:(?:he|she|it|they|I|we) (?:(?:has|have|had|did|was|were) (?:not|never)\b(?! only)|(?:had|has|have|did|was|were)n[’']t\b|never\b)|.{2,40} (?:had|has|have) nothing to do with )/iu;
/** "Maintains that her client is innocent" */
const INNOCENT =
  /^[“"‘']?(?:that )?(?:\S+\s){1,5}?(?:is|was|were|are|am) (?:\p{L}+ly )?(?:innocent|not guilty|blameless|not to blame)\b/iu;
/** "Insisted that was wrong": the "that" may have been taken for the clause's. */
const WAS_WRONG = /^(?:that |this |it )?(?:is|was) (?:\p{L}+ly )?(?:wrong|untrue|false|incorrect)(?=[.,;]|$)/iu;

/** "Hit back at claims that …", "pushed back against reports …": what is told behind it is what was answered. */
function isAnswered(text: string, cue: VerbCue, content: readonly Span[]): boolean {
  if (!/ (?:back|out)$/.test(cue.lemma)) return false;
  const first = content[0]?.start ?? 0;
  const between = text.slice(cue.span.end, Math.max(cue.span.end, first)).trim();
  // The charge itself may be all that is told: "hit back at | the suggestion".
  const charge = between === 'at' || between === 'against' ? text.slice(first, content.at(-1)?.end) : between;
  return (charge !== between || /^(?:at|against) /.test(between)) && CHARGE_LAST.test(charge.trim());
}

const CHARGE_LAST = phrasePattern('end', ['(<charges>[s]|stories) [that]'], { charges: stances.charges });

import type { Objection } from '#core/claim.ts';
import { contentWords } from '#language/content-words.ts';
import { findTeller } from '../credits/find-teller.ts';
import { isDisputing } from '../credits/is-disputing.ts';
import type { Ground } from '../ground.ts';
import { sentencesOf } from '../sentences-of.ts';
import { plainWords } from '../words/words-of.ts';
import type { Subject } from './check.ts';
import { checkSpeaker } from './check-speaker.ts';

/** What is said in fewer content words may be said by many. */
const FEWEST_WORDS = 3;

/** Whom a claim's own words credit ("Holm said …") is whom the article credits with it. A point's passages say it already. */
export function checkTeller({ text, speaker }: Subject, ground: Ground): Objection[] {
  if (speaker !== null) return [];
  const { language } = ground.article;
  if (!language.startsWith('en')) return [];
  return sentencesOf(text, language).flatMap((sentence) => {
    // Who tells it there is told in the article's own words.
    if (ground.wording.includes(` ${plainWords(sentence).join(' ')} `)) return [];
    const teller = findTeller(sentence);
    if (teller === null || isDisputing(sentence, ground) || contentWords(teller.rest, language).length < FEWEST_WORDS)
      return [];
    return checkSpeaker(
      { text: teller.rest, evidence: null, attributions: null, speaker: teller.name, quote: null },
      ground,
    );
  });
}

import type { Objection } from '#core/claim.ts';
import { contentWords } from '#language/content-words.ts';
import data from '../data/causes.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { findBearing } from '../support/find-bearing.ts';
import { retoldSentences, type Told } from '../support/told-sentences.ts';
import type { Subject } from './check.ts';

/** "They were late due to arrive" gives no cause; a "due to" before a verb is a plan. */
const CAUSE = new RegExp(`(?<![\\p{L}])(${data.cues.join('|')}) ([^,;:.]+)`, 'iu');
const PLANNED = /^(?:is|are|was|were|be|been) due to$/iu;

/** From this share of its telling words on, what is given as a cause stands beside what it is the cause of. */
const BESIDE = 0.5;

/**
 * No cause is given that the article does not: what stands behind a "because of" is told by a sentence that bears the rest, or by one beside
 * it. English only, by its words.
 */
export function checkCauses(subject: Subject, ground: Ground): Objection[] {
  if (!ground.article.language.startsWith('en')) return [];
  return retoldSentences(subject, ground)
    .flatMap((told) => objectTo(told, ground))
    .slice(0, 1);
}

function objectTo({ text, places, isCited }: Told, ground: Ground): Objection[] {
  const [whole, cue = '', cause = ''] = CAUSE.exec(text) ?? [];
  if (
    whole === undefined ||
    PLANNED.test(
      text
        .slice(0, text.indexOf(whole) + cue.length)
        .split(' ')
        .slice(-3)
        .join(' '),
    )
  )
    return [];
  const { language } = ground.article;
  const stems = contentWords(cause, language);
  const effect = text.replace(whole, ' ');
  if (stems.length === 0 || contentWords(effect, language).length < FEWEST_STEMS) return [];
  const bearing = isCited ? places : findBearing(effect, ground);
  if (bearing.length === 0) return [];
  const near = new Set(bearing.flatMap((place) => [place - 1, place, place + 1]));
  const known = new Set(
    [...near].flatMap((place) => [...(ground.stems[place] ?? []), ...(ground.meantStems[place] ?? [])]),
  );
  if (stems.filter((stem) => known.has(stem)).length >= stems.length * BESIDE) return [];
  return [
    { check: 'wording', text: whole, reason: `the article does not give “${cause.trim()}” as the cause of this` },
  ];
}

/** What is told in fewer words may be told anywhere. */
const FEWEST_STEMS = 3;

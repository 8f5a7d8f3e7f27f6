import { textAt } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { type Attribution, SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { creditsIn } from '../credits/find-credits.ts';
import { isDisputing } from '../credits/is-disputing.ts';
import { tellingWords } from '../credits/may-speak-for.ts';
import { statementsOf } from '../credits/statements-of.ts';
import negative from '../data/negative.json' with { type: 'json' };
import licences from '../data/negative-licences.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { sentencesOf } from '../sentences-of.ts';
import { createFindCue } from '../words/cues.ts';
import { plainWords } from '../words/words-of.ts';
import type { Subject } from './check.ts';

/** From this share of what a claim has somebody say on, a statement is about the same; from that share of it on another is as well. */
const SAME_STATEMENT = 0.6;
const AS_GOOD = 0.75;

/** What is told in fewer content words may be told by many. */
const FEWEST_STEMS = 2;

/** Words by which a sentence denies in its own way. */
const findNegative = createFindCue(negative);
const findLicence = createFindCue(licences.told);

/** What somebody denies in the article is not told as what they say. English only, by its credits. */
export function checkDenied({ text, speaker }: Subject, ground: Ground): Objection[] {
  const { language } = ground.article;
  if (!language.startsWith('en')) return [];
  return sentencesOf(text, language)
    .flatMap((sentence) => {
      const credits = speaker === null ? creditsIn(sentence) : [{ subjects: [speaker], said: sentence }];
      return isDenial(sentence, ground)
        ? []
        : credits.flatMap(({ subjects, said }) => subjects.flatMap((who) => objectTo(who, said, ground)));
    })
    .slice(0, 1);
}

/** "Reports that it fell are not true": what is denied is that it fell. */
const UNTRUE =
  /^(?:(?:the|these|those|any) )?(?:report|claim|rumou?r|suggestion|allegation|accusation)s? that (.+) (?:is|are|was|were) (?:not (?:true|correct)|untrue|false|wrong|baseless|unfounded)$/iu;

function isDenial(text: string, ground: Ground): boolean {
  const { language } = ground.article;
  if (findNegative(plainWords(text).join(' '), language) !== null || findLicence(text, language) !== null) return true;
  return isDisputing(text, ground);
}

function objectTo(who: string, said: string, ground: Ground): Objection[] {
  const stems = new Set(contentWords(said, ground.article.language));
  if (stems.size < FEWEST_STEMS || tellingWords(who).length === 0) return [];
  const own = statementsOf(who, ground);
  const share = ({ id }: Attribution) =>
    [...stems].filter((stem) => ground.saidStems.get(id)?.has(stem)).length / stems.size;
  const denied = own.filter(
    ({ stance, confidence, content }) =>
      stance === 'denies' &&
      confidence >= SHOWN_FROM_CONFIDENCE &&
      // "No gate was opened" is how they deny it, not what they deny.
      content.every((piece) => {
        const words = textAt(ground.article.text, piece);
        return !isDenial(UNTRUE.exec(words)?.[1] ?? words, ground);
      }),
  );
  const best = Math.max(0, ...denied.map(share));
  const others = own.filter(({ stance }) => stance !== 'denies').map(share);
  if (best < SAME_STATEMENT || Math.max(0, ...others) >= best * AS_GOOD) return [];
  return [{ check: 'strength', text: said.trim(), reason: `${who} denies this in the article` }];
}

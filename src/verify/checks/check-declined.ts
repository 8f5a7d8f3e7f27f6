import type { Objection } from '#core/claim.ts';
import { type Attribution, SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { creditsIn } from '../credits/find-credits.ts';
import { placeOf } from '../credits/holdings-of.ts';
import { tellingWords } from '../credits/may-speak-for.ts';
import { statementsOf } from '../credits/statements-of.ts';
import data from '../data/declining.json' with { type: 'json' };
import scopes from '../data/scopes.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { isOneOf, readSentence } from '../read-sentence.ts';
import { sentencesOf } from '../sentences-of.ts';
import type { Subject } from './check.ts';

/** Words by which a claim says in its own way that nothing was said. */
const SILENT: ReadonlySet<string> = new Set([...data.words, ...scopes.negators, ...scopes.none, ...scopes.without]);

/** From this share of its words on, what somebody would not talk about is what a claim has them say. */
const SAME_MATTER = 0.6;

/** From this share of what a claim has them say on, they say it somewhere. */
const SAID = 0.5;

/** Nobody is told to have said something about what the article has them decline to talk about. English only, by its credits. */
export function checkDeclined({ text, speaker, evidence }: Subject, ground: Ground): Objection[] {
  const { language } = ground.article;
  if (evidence !== null || !language.startsWith('en')) return [];
  return sentencesOf(text, language)
    .filter((sentence) => !readSentence(sentence, ground).words.some((word) => isOneOf(word, SILENT)))
    .flatMap((sentence) => {
      const credits = creditsIn(sentence);
      if (speaker === null)
        return credits.flatMap(({ subjects, said }) => subjects.flatMap((who) => objectTo(who, said, ground)));
      // "In a letter that the paper has seen, Holm said": where they said it is no part of what they said.
      const said = credits.length > 0 ? credits.map((credit) => credit.said).join(' ') : sentence;
      return objectTo(speaker, said, ground);
    })
    .slice(0, 1);
}

function objectTo(who: string, said: string, ground: Ground): Objection[] {
  const { language } = ground.article;
  if (tellingWords(who).length === 0) return [];
  const own = new Set(contentWords(who, language));
  const stems = new Set(contentWords(said, language).filter((stem) => !own.has(stem)));
  const theirs = statementsOf(who, ground);
  const held = (known: ReadonlySet<string>) => [...stems].filter((stem) => known.has(stem)).length;
  const isSaid = theirs.some(
    (one) => one.stance !== 'declines' && held(ground.saidStems.get(one.id) ?? new Set()) >= stems.size * SAID,
  );
  if (isSaid) return [];
  const declined = theirs.find((one) => {
    if (one.stance !== 'declines' || one.confidence < SHOWN_FROM_CONFIDENCE) return false;
    const matter = matterOf(one, ground);
    return matter.size > 0 && held(matter) >= matter.size * SAME_MATTER;
  });
  return declined === undefined
    ? []
    : [{ check: 'strength', text: said.trim(), reason: `${who} declines to talk about this in the article` }];
}

const GENERIC: ReadonlySet<string> = new Set(data.generic.flatMap((word) => contentWords(word, 'en')));

/** The words of what was not talked about. "Declined to comment" and "would not confirm that" are about what stands before. */
function matterOf(one: Attribution, ground: Ground): ReadonlySet<string> {
  const own = [...(ground.saidStems.get(one.id) ?? [])].filter((stem) => !GENERIC.has(stem));
  return new Set(own.length > 0 ? own : ground.stems[placeOf(one, ground) - 1]);
}

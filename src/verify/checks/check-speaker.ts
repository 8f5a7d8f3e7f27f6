import { contains, overlaps, type Span } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { type Attribution, SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { findCredited } from '../credits/find-credited.ts';
import { findStatements } from '../credits/find-statements.ts';
import { isDisputing } from '../credits/is-disputing.ts';
import { hasSharedWord, isOneKnown, isProperName, maySpeakFor } from '../credits/may-speak-for.ts';
import scopes from '../data/scopes.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import type { Subject } from './check.ts';

/** Who is said to have said it is whom the article credits with it; the statements that a point reports are its own. */
export function checkSpeaker(subject: Subject, ground: Ground): Objection[] {
  return [...objectToStatements(subject, ground), ...objectToSpeaker(subject, ground)];
}

/** Every statement that a point names exists and stands in the point's evidence. */
function objectToStatements({ text, attributions, evidence }: Subject, ground: Ground): Objection[] {
  const objections: Objection[] = [];
  for (const id of attributions ?? []) {
    const attribution = ground.attributions.get(id);
    if (attribution === undefined) {
      objections.push({
        check: 'speaker',
        text,
        reason: 'a statement that it reports could not be traced in the article',
      });
    } else if (evidence !== null && !standsIn(attribution, evidence)) {
      const name = ground.sources.get(attribution.source)?.name ?? 'its source';
      objections.push({
        check: 'speaker',
        text,
        reason: `the statement of ${name} does not stand in the passage given`,
      });
    }
  }
  return objections;
}

function standsIn({ content, quotes, cue }: Attribution, evidence: readonly Span[]): boolean {
  const places = [...content, ...quotes, ...(cue === null ? [] : [cue])];
  return places.some((place) => evidence.some((passage) => overlaps(place, passage) || contains(passage, place)));
}

function objectToSpeaker(subject: Subject, ground: Ground): Objection[] {
  const { speaker } = subject;
  if (speaker === null || !isSomeSource(speaker, ground)) return [];
  if (doesDispute(subject, ground)) return objectToDenier(subject, speaker, ground);
  const credited = findStatements(subject, speaker, ground).filter(
    ({ confidence }) => confidence >= SHOWN_FROM_CONFIDENCE,
  );
  if (credited.length === 0 || credited.some((one) => isBy(speaker, one, ground))) return [];
  const names = [...new Set(credited.map((one) => ground.sources.get(one.source)?.name ?? 'nobody'))];
  return [{ check: 'speaker', text: speaker, reason: `the article credits this to ${names.join(' and ')}` }];
}

const DENYING = new Set(contentWords([...scopes.denials, ...scopes.doubts].join(' '), 'en'));

/** From this share of its content words on, a denial is the one that a claim reports. */
const SAME_DENIAL = 0.5;

/** Whoever is said to deny something is whom the article has deny it, where it has somebody deny it. */
function objectToDenier({ text }: Subject, speaker: string, ground: Ground): Objection[] {
  const own = new Set(contentWords(speaker, ground.article.language));
  const said = contentWords(text, ground.article.language).filter((stem) => !own.has(stem) && !DENYING.has(stem));
  const denials = findCredited(said, ground).filter(
    ({ attribution: { stance, confidence } }) => stance === 'denies' && confidence >= SHOWN_FROM_CONFIDENCE,
  );
  if ((denials[0]?.share ?? 0) < SAME_DENIAL || denials.some(({ attribution }) => isBy(speaker, attribution, ground)))
    return [];
  const name = ground.sources.get(denials[0]?.attribution.source ?? '')?.name ?? 'another';
  return [{ check: 'speaker', text: speaker, reason: `the article has this denied by ${name}` }];
}

/** What somebody doubts is another's statement; quoted words are their own all the same. */
function doesDispute({ text, quote }: Subject, ground: Ground): boolean {
  return quote === null && ground.article.language.startsWith('en') && isDisputing(text, ground);
}

function isSomeSource(speaker: string, { sources }: Ground): boolean {
  return [...sources.values()].some((source) => maySpeakFor(speaker, source));
}

function isBy(speaker: string, { source, via }: Attribution, { sources }: Ground): boolean {
  const credited = sources.get(source);
  // "The firm" may be any firm: where the article names nobody, nobody is contradicted.
  if (credited === undefined || credited.kind === 'unstated') return true;
  if (credited.kind === 'organization' && !isProperName(credited.name)) return true;
  // So may "the actress".
  if (credited.kind === 'person' && !credited.named && isOneKnown(credited.name)) return true;
  return maySpeakFor(speaker, credited) || via.some((outlet) => hasSharedWord(outlet, speaker));
}

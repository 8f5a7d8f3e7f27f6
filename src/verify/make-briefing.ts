import type { Article } from '#core/article.ts';
import type { Briefing, Disagreement, Draft, KeyPoint, Withheld } from '#core/briefing.ts';
import type { Objection } from '#core/claim.ts';
import { Problem } from '#core/problem.ts';
import type { Faulty } from '#core/steps.ts';
import type { Testimony } from '#core/testimony.ts';
import { briefingId } from './briefing-id.ts';
import { bareSubject, type Check, type Subject } from './checks/check.ts';
import { CHECKS, TOPIC_CHECKS, WRITTEN_CHECKS } from './checks/checks.ts';
import { countSourcing } from './credits/count-sourcing.ts';
import { createGround, type Ground } from './ground.ts';
import { soundTestimony } from './sound-testimony.ts';
import { soundTranslation } from './sound-translation.ts';
import { isAttribution, isDisagreement, isPoint, isSource, wellFormed } from './well-formed.ts';
import { wordsOf } from './words/words-of.ts';

/** A briefing asks for 10 points at most; an engine that writes far more has lost its way, and its surplus is not read. */
const MOST_POINTS = 40;

/** UTF-16 units. The longest sentences of news have some 700; a longer "point" is no point, and costs time to check. */
const LONGEST_POINT = 2_000;

/** UTF-16 units of a withheld text that are kept, so that a refused flood of words is not passed on. */
const LONGEST_WITHHELD = 500;

/**
 * Draft to Briefing: every point and the headline pass every check, and what the article does not bear is withheld with
 * the reason, unless it can stand as the whole sentence. A headline that fails gives way to the article's title, and that, where it is missing, to the first point.
 * This is the only place that makes a Briefing.
 * @throws Problem `NOTHING_VERIFIED` where no point is left.
 */
export function makeBriefing(draft: Draft, article: Article): Briefing {
  const grounds = groundOf(draft, article);
  const { sources, attributions, ground } = grounds;
  const points: KeyPoint[] = [];
  const withheld: Withheld[] = [];
  let isBehindSound = false;
  const drafted: readonly unknown[] = Array.isArray(draft.points) ? draft.points : [];
  for (const [index, point] of drafted.entries()) {
    if (!isPoint(point)) {
      withheld.push({ text: '', check: 'form', reason: 'it lacks a text or a passage of the article' });
      isBehindSound = false;
      continue;
    }
    const objectionTo = (version: KeyPoint): Objection | undefined =>
      [
        ...objectToPoint(version, index, draft, grounds),
        ...objectToRepetition(version, points),
        ...objectToLoneliness(version, isBehindSound),
      ][0];
    const { whole, beside, ...short } = point;
    const objection = objectionTo(short);
    const longer = { ...short, ...whole };
    const isLonger = objection !== undefined && isPoint(longer) && longer.text !== short.text;
    const sound = objection === undefined ? short : isLonger && objectionTo(longer) === undefined ? longer : null;
    isBehindSound = sound !== null;
    const isBesideSound =
      sound === short &&
      beside !== undefined &&
      objectToPoint({ ...short, text: beside }, index, draft, grounds).length === 0;
    if (sound !== null) points.push({ ...soundTranslation(sound, ground), ...(isBesideSound ? { beside } : {}) });
    else if (objection !== undefined)
      withheld.push({ text: point.text.slice(0, LONGEST_WITHHELD), check: objection.check, reason: objection.reason });
  }
  const [first] = points;
  if (first === undefined) {
    throw new Problem(
      'NOTHING_VERIFIED',
      drafted.length === 0
        ? 'no sentence of it can stand as a point'
        : `none of ${drafted.length} points is borne by the article`,
    );
  }
  const known = new Set(attributions.map((attribution) => attribution.id));
  return brand({
    id: briefingId(article, draft.engine, points),
    article,
    engine: draft.engine,
    ...soundHeadlines(draft, first, ground),
    points,
    sources,
    attributions,
    disagreements: soundDisagreements(wellFormed(draft.disagreements, isDisagreement), known, ground),
    sourcing: countSourcing(sources, attributions),
    withheld,
    ...(draft.language === undefined ? {} : { language: draft.language }),
    ...(draft.usage === undefined ? {} : { usage: draft.usage }),
  });
}

/**
 * The points of a draft that `makeBriefing` would withhold, each with all that stands against it, so that whoever wrote them can mend
 * them first.
 */
export function findFaults(draft: Draft, article: Article): Faulty[] {
  const grounds = groundOf(draft, article);
  const sound: KeyPoint[] = [];
  return draft.points.flatMap((point, at) => {
    const objections = objectToPoint(point, at, draft, grounds).concat(objectToRepetition(point, sound));
    if (objections.length > 0) return [{ at, objections }];
    sound.push(point);
    return [];
  });
}

type Grounds = Testimony & {
  readonly ground: Ground;
  /** What was found against points that a model wrote, which takes longer than all else. */
  readonly found: WeakMap<KeyPoint, readonly Objection[]>;
};

/** A draft is looked at before it is mended, after that, and when it becomes a briefing: always on the same ground. */
const KNOWN = new WeakMap<
  Article,
  { readonly of: Pick<Draft, 'sources' | 'attributions'>; readonly grounds: Grounds }
>();

function groundOf(draft: Draft, article: Article): Grounds {
  const known = KNOWN.get(article);
  if (known?.of.sources === draft.sources && known.of.attributions === draft.attributions) return known.grounds;
  const given = {
    sources: wellFormed(draft.sources, isSource),
    attributions: wellFormed(draft.attributions, isAttribution),
  };
  const testimony = soundTestimony(given, article);
  const grounds = { ...testimony, ground: createGround(article, testimony), found: new WeakMap() };
  KNOWN.set(article, { of: { sources: draft.sources, attributions: draft.attributions }, grounds });
  return grounds;
}

/** A point in the words of one before it tells nothing new. */
function objectToRepetition({ text }: KeyPoint, before: readonly KeyPoint[]): Objection[] {
  const words = wordsOf(text).join(' ');
  if (!before.some((other) => wordsOf(other.text).join(' ') === words)) return [];
  const reason = 'it says what another point says already';
  return [{ check: 'repetition', text: text.slice(0, LONGEST_WITHHELD), reason }];
}

/** "She denies it" behind nothing, where the point that names her is withheld. */
function objectToLoneliness({ text, follows }: KeyPoint, isBehindSound: boolean): Objection[] {
  if (follows !== true || isBehindSound) return [];
  const reason = 'the point that it leans on is withheld';
  return [{ check: 'order', text: text.slice(0, LONGEST_WITHHELD), reason }];
}

/** All that stands against a point. What a model wrote is held to more than what was cut from the article. */
function objectToPoint(point: KeyPoint, index: number, draft: Draft, { ground, found }: Grounds): readonly Objection[] {
  const text = point.text.slice(0, LONGEST_WITHHELD);
  if (index >= MOST_POINTS) {
    return [{ check: 'length', text, reason: `it is past the ${MOST_POINTS} points that are checked` }];
  }
  if (point.text.trim() === '') return [{ check: 'length', text, reason: 'it is empty' }];
  if (point.text.length > LONGEST_POINT) {
    return [{ check: 'length', text, reason: `it is longer than ${LONGEST_POINT} characters` }];
  }
  const { evidence, attributions } = point;
  const subject = { ...bareSubject(point.text), evidence, attributions };
  const isWritten = draft.engine.name === 'model' && point.by !== 'extractive';
  if (isWritten) {
    const objections = found.get(point) ?? WRITTEN_CHECKS.flatMap((check) => check(subject, ground));
    found.set(point, objections);
    return objections;
  }
  const objection = firstObjection(subject, ground);
  return objection === null ? [] : [objection];
}

function firstObjection(subject: Subject, ground: Ground, checks: readonly Check[] = CHECKS): Objection | null {
  for (const check of checks) {
    const [objection] = check(subject, ground);
    if (objection !== undefined) return objection;
  }
  return null;
}

/** A translation goes with the headline that it translates. */
function soundHeadlines(
  draft: Draft,
  first: KeyPoint,
  ground: Ground,
): Pick<Draft, 'headline' | 'headlineTranslation'> {
  const headline = soundHeadline(draft, first, ground);
  const { headlineTranslation: translation } = draft;
  return headline !== draft.headline || typeof translation !== 'string'
    ? { headline }
    : { headline, headlineTranslation: translation };
}

function soundHeadline({ headline }: Draft, first: KeyPoint, ground: Ground): string {
  const { title } = ground.article;
  const isSound =
    typeof headline === 'string' &&
    headline.trim() !== '' &&
    headline.length <= LONGEST_POINT &&
    (headline === title || isBorne(headline, ground));
  if (isSound) return headline;
  return title.trim() === '' ? first.text : title;
}

/** A headline has no passages: it is held to the whole article like a claim. */
function isBorne(headline: string, ground: Ground): boolean {
  return firstObjection(bareSubject(headline), ground) === null;
}

/** Sides whose statements are gone go with them; what is left of a disagreement needs two sides and a matter. */
function soundDisagreements(
  disagreements: readonly Disagreement[],
  known: ReadonlySet<string>,
  ground: Ground,
): Disagreement[] {
  const sound: Disagreement[] = [];
  for (const { about, sides } of disagreements.slice(0, MOST_POINTS)) {
    const left = sides
      .map(({ source, attributions }) => ({ source, attributions: attributions.filter((id) => known.has(id)) }))
      .filter(({ source, attributions }) => ground.sources.has(source) && attributions.length > 0);
    const isBorne = about.length <= LONGEST_POINT && firstObjection(bareSubject(about), ground, TOPIC_CHECKS) === null;
    if (left.length > 1 && isBorne) sound.push({ about, sides: left });
  }
  return sound;
}

/** The one cast to Briefing: its brand exists for the compiler only and cannot be written down as a value. */
function brand(checked: Draft & Pick<Briefing, 'id' | 'article' | 'sourcing' | 'withheld'>): Briefing {
  return checked as Briefing;
}

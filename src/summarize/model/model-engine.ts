import type { Answer } from '#core/answer.ts';
import type { Article } from '#core/article.ts';
import type { Disagreement, Draft, KeyPoint } from '#core/briefing.ts';
import type { Clock } from '#core/clock.ts';
import { Problem } from '#core/problem.ts';
import type { AnswerWish, DraftWish, Engine, Repair } from '#core/steps.ts';
import type { Testimony } from '#core/testimony.ts';
import { answerFrom } from './answer-from.ts';
import { buildPoint } from './build-point.ts';
import { contentKey } from './content-key.ts';
import { type AskLimits, createAsker } from './create-asker.ts';
import { createReader, type Part } from './create-reader.ts';
import type { Chance } from './fence-data.ts';
import { joinParts } from './join-parts.ts';
import { languageRule, questionLanguageRule, translateInto } from './language-rule.ts';
import { listFaults } from './list-faults.ts';
import { labelOf, type Prompts } from './load-prompts.ts';
import { ModelFault } from './model-fault.ts';
import type { ModelSettings } from './model-settings.ts';
import type { Section } from './number-sentences.ts';
import type { Prompt } from './parse-prompt.ts';
import { answerSchema, draftSchema, repairSchema, type WrittenDraft } from './reply-schemas.ts';
import { createShareWork } from './share-work.ts';
import { withinTime } from './within-time.ts';

export type ModelParts = {
  readonly prompts: Prompts;
  readonly chance: Chance;
  readonly clock: Clock;
  /** What can be said of an article without a model; the extractive engine's. */
  readonly outline: (article: Article, testimony: Testimony) => Outline;
  readonly limits?: AskLimits;
};
type Outline = {
  readonly points: number;
  readonly scores: readonly number[];
  readonly disagreements: readonly Disagreement[];
};

/** The longest one call of the engine may take, in ms; whoever calls may want it shorter. */
const CALL_MS = 45_000;

/** Under a title, in UTF-16 units: 40 long words. A digest is one screen. */
const LONGEST_LINE = 400;

/** Drafts and answers that are remembered, some 10 kB each. */
const MOST_REMEMBERED = 200;

/** Points of each part of a long article, beyond its share, so that there is a choice when they are joined. */
const SPARE_POINTS = 1;

/** Has drafts and answers written by a model. What it writes is a proposal: nobody sees it before the verifier has. */
export function createModelEngine(settings: ModelSettings, parts: ModelParts): Required<Engine> {
  const { prompts, clock } = parts;
  const { model } = settings;
  const asker = createAsker(settings, clock, parts.limits);
  const reader = createReader(asker, model, parts.chance);
  const drafts = createShareWork<Draft>(MOST_REMEMBERED);
  const answers = createShareWork<Answer>(MOST_REMEMBERED);

  async function writeDraft(
    article: Article,
    testimony: Testimony,
    wish: DraftWish,
    prompt: Prompt,
    signal: AbortSignal,
  ): Promise<Draft> {
    const outline = parts.outline(article, testimony);
    // The article's own words come in several points, so that there is a choice; what is written for a digest is written to fit.
    const asked = wish.purpose === 'digest' ? null : wish.points;
    const most = asked ?? prompt.points ?? outline.points;
    const language = translateInto(article.language, wish.language);
    const read = await reader.read(
      {
        ...{ name: 'briefing', schema: draftSchema, article, testimony, prompt },
        groundRules: prompts.groundRules,
        language: languageRule(article.language, language),
        values: (_, sections) => ({ points: String(sections === 1 ? most : pointsOfPart(most, sections)) }),
        data: () => ({}),
        onUsage: wish.onUsage ?? ignore,
      },
      withinTime(CALL_MS, signal, clock),
    );
    const written = read.flatMap((part) => ('value' in part ? part.value : []));
    const built = written.map(({ points }) => points.map((point) => buildPoint(point, article, testimony)));
    const points =
      built.length === 1 ? (built[0] ?? []).slice(0, most) : joinParts(built, outline.scores, most, article);
    if (points.length === 0) throw new ModelFault('useless', 'the model wrote no point');
    if (wish.purpose === 'digest' && points.every(({ text }) => text.length > LONGEST_LINE))
      throw new ModelFault('useless', 'the model wrote more than a digest has room for');
    const lost = read.length - written.length;
    return {
      engine: {
        name: 'model',
        model,
        prompt: labelOf(prompt),
        ...(lost > 0 ? { fallback: lostWords(lost, read.length) } : {}),
      },
      ...headlinesOf(written, language),
      points: language === null ? points.map(withoutTranslation) : points,
      sources: testimony.sources,
      attributions: testimony.attributions,
      disagreements: outline.disagreements,
      ...(language === null ? {} : { language }),
    };
  }

  async function writeAnswer(
    question: string,
    article: Article,
    testimony: Testimony,
    wish: AnswerWish,
    signal: AbortSignal,
  ): Promise<Answer> {
    const read = await reader.read(
      {
        ...{ name: 'answer', schema: answerSchema, article, testimony, prompt: prompts.answer },
        groundRules: prompts.groundRules,
        language: questionLanguageRule(article.language),
        values: () => ({}),
        data: () => ({ question }),
        onUsage: wish.onUsage ?? ignore,
      },
      withinTime(CALL_MS, signal, clock),
    );
    const answer = answerFrom(
      read.flatMap((part) => ('value' in part ? part.value : [])),
      article,
      testimony,
    );
    // Where a part was not read, it may hold what the others lack.
    const isWhole = read.every((part) => 'value' in part);
    if (!answer.answered && !isWhole) throw faultIn(read);
    return { ...answer, engine: { name: 'model', model, prompt: labelOf(prompts.answer) } };
  }

  async function mend({ draft, faults, article, testimony, wish }: Repair, signal: AbortSignal): Promise<Draft> {
    const language = translateInto(article.language, wish.language);
    const isIn = (section: Section) => faults.filter(({ at }) => isCited(draft.points[at], article, section));
    const read = await reader.read(
      {
        ...{ name: 'repair', schema: repairSchema, article, testimony, prompt: prompts.repair },
        groundRules: prompts.groundRules,
        language: languageRule(article.language, language),
        values: () => ({}),
        data: (section) => ({ objections: listFaults(draft, isIn(section), article) }),
        isWanted: (section) => isIn(section).length > 0,
        onUsage: wish.onUsage ?? ignore,
      },
      withinTime(CALL_MS, signal, clock),
    );
    const mended = new Map<number, KeyPoint>();
    for (const part of read) {
      for (const { number, ...point } of 'value' in part ? part.value.points : []) {
        const isAsked = faults.some(({ at }) => at === number - 1);
        if (!isAsked || point.text.trim() === '') continue;
        const built = buildPoint(point, article, testimony);
        mended.set(number - 1, language === null ? withoutTranslation(built) : built);
      }
    }
    return { ...draft, points: draft.points.map((point, at) => mended.get(at) ?? point) };
  }

  return {
    name: 'model',
    styles: [...prompts.brief.keys()],
    async draft(article, testimony, wish, signal) {
      const prompt = wish.purpose === 'digest' ? prompts.digest : prompts.brief.get(wish.style);
      if (prompt === undefined)
        throw new Problem('BAD_USAGE', `no style "${wish.style}"; there are ${[...prompts.brief.keys()].join(', ')}`);
      const key = contentKey(article, model, labelOf(prompt), labelOf(prompts.groundRules), wish.points, wish.language);
      return foreseen(signal, () =>
        drafts.get(key, (own) => writeDraft(article, testimony, wish, prompt, own), signal),
      );
    },
    async answer(question, article, testimony, signal, wish = {}) {
      const key = contentKey(article, model, labelOf(prompts.answer), labelOf(prompts.groundRules), question);
      return foreseen(signal, () =>
        answers.get(key, (own) => writeAnswer(question, article, testimony, wish, own), signal),
      );
    },
    async repair(request, signal) {
      const { draft, faults, article } = request;
      const key = contentKey(
        article,
        model,
        labelOf(prompts.repair),
        draft.points,
        draft.engine.prompt,
        faults,
        draft.language,
      );
      return foreseen(signal, () => drafts.get(key, (own) => mend(request, own), signal));
    },
  };
}

const ignore = () => undefined;

/** A result, or a failure in the words of the program: what a model's server does is foreseen, whatever it is. */
async function foreseen<T>(signal: AbortSignal | undefined, work: () => Promise<{ readonly value: T }>): Promise<T> {
  try {
    return (await work()).value;
  } catch (error) {
    if (signal?.aborted === true) throw goneBy(signal.reason);
    if (error instanceof ModelFault) {
      const code = error.kind === 'useless' || error.kind === 'unreadable' ? 'NOTHING_VERIFIED' : 'SERVICE_UNAVAILABLE';
      throw new Problem(code, error.message, { retryAfterMs: error.isRateLimit ? error.retryAfterMs : null });
    }
    if (isTimeOut(error)) throw goneBy(error);
    throw error;
  }
}

function goneBy(reason: unknown): Problem {
  if (reason instanceof Problem) return reason;
  return isTimeOut(reason)
    ? new Problem('SERVICE_UNAVAILABLE', 'the model did not answer in time')
    : new Problem('CANCELLED', 'the request was called off');
}

function isTimeOut(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}

function pointsOfPart(most: number, sections: number): number {
  return Math.min(most, Math.ceil(most / sections) + SPARE_POINTS);
}

function lostWords(lost: number, all: number): string {
  return `${lost} of ${all} parts of this long article were not read by the model`;
}

/** Of a long article the first part's: news puts first what matters most. */
function headlinesOf(
  written: readonly WrittenDraft[],
  language: string | null,
): Pick<Draft, 'headline' | 'headlineTranslation'> {
  const [first] = written;
  const translation = first?.headlineTranslation?.trim() ?? '';
  return {
    headline: first?.headline.replace(/\s+/gu, ' ').trim() ?? '',
    ...(language === null || translation === '' ? {} : { headlineTranslation: translation }),
  };
}

function withoutTranslation({ text, evidence, attributions }: KeyPoint): KeyPoint {
  return { text, evidence, attributions };
}

function isCited(point: KeyPoint | undefined, { sentences }: Article, { from, to }: Section): boolean {
  const start = sentences[from]?.start ?? 0;
  const end = sentences[to - 1]?.end ?? start;
  const first = point?.evidence[0]?.start ?? 0;
  return first >= start && first < end;
}

function faultIn<T>(parts: readonly Part<T>[]): ModelFault {
  const faults = parts.flatMap((part) => ('fault' in part ? part.fault : []));
  return faults[0] ?? new ModelFault('useless', 'the model gave no answer');
}

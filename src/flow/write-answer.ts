import type { Answer } from '#core/answer.ts';
import type { Article } from '#core/article.ts';
import type { Draft } from '#core/briefing.ts';
import type { AnswerWish, Engine, Faulty } from '#core/steps.ts';
import type { Testimony } from '#core/testimony.ts';
import type { BriefingSteps } from './briefing-steps.ts';
import { createMeter } from './create-meter.ts';
import { mendOnce } from './mend-once.ts';
import { WRITE_WITHIN_MS, whyNot } from './why-not.ts';

/** A question that a model is to answer. */
type Asking = {
  readonly engine: Engine;
  readonly question: string;
  readonly article: Article;
  readonly testimony: Testimony;
  /** Whether the reader asked for the model by name. */
  readonly isExplicit: boolean;
};

/** The model's answer where it stands every check, mended once where it does not; else the passages, which say why. */
export async function writeAnswer(
  asking: Asking,
  steps: Omit<BriefingSteps, 'verify'>,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const { engine, question, article, testimony, isExplicit } = asking;
  const meter = createMeter();
  const cut = async (why: string): Promise<Answer> => {
    const answer = await steps.chooseEngine('extractive').answer(question, article, testimony, signal);
    return { ...answer, engine: { name: 'extractive', model: null, prompt: null, fallback: why }, ...meter.spent() };
  };
  const refusal =
    steps.findFaults === undefined ? 'what a model writes is not checked here' : await steps.mayUseModel?.();
  if (refusal !== undefined && refusal !== null) return cut(refusal);
  const within = AbortSignal.timeout(steps.writeWithinMs ?? WRITE_WITHIN_MS);
  const both = signal === undefined ? within : AbortSignal.any([signal, within]);
  let why: string;
  try {
    const wish: AnswerWish = { onUsage: meter.add };
    const first = await engine.answer(question, article, testimony, both, wish);
    if (!first.answered) return { ...first, ...meter.spent() };
    const draft = draftOf(first, testimony);
    const mended = await mendOnce({ draft, article, testimony, wish }, engine, steps, both);
    if (mended.faults.length === 0) return { ...answerOf(mended.draft, first), ...meter.spent() };
    why = withheldWords(mended.faults);
  } catch (error) {
    why = whyNot(error, signal, isExplicit);
  }
  return cut(why);
}

/** An answer is checked as a briefing of one point. */
function draftOf({ text, evidence, attributions, translation, engine }: Answer, testimony: Testimony): Draft {
  return {
    engine: engine ?? { name: 'model', model: null, prompt: null },
    headline: '',
    points: [{ text, evidence, attributions, ...(translation === undefined ? {} : { translation }) }],
    ...testimony,
    disagreements: [],
  };
}

function answerOf({ points: [point] }: Draft, first: Answer): Answer {
  if (point === undefined) return first;
  const { text, evidence, attributions } = point;
  // A translation belongs to its text: of a text that was mended there is none.
  return text === first.text
    ? { ...first, evidence, attributions }
    : {
        ...{ text, evidence, attributions },
        answered: true,
        ...(first.engine === undefined ? {} : { engine: first.engine }),
      };
}

function withheldWords(faults: readonly Faulty[]): string {
  const reason = faults[0]?.objections[0]?.reason ?? 'the article does not bear it';
  return `the model’s answer was withheld: ${reason}`;
}

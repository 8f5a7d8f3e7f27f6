import { randomBytes } from 'node:crypto';
import type { Finding } from '#core/finding.ts';
import { Problem } from '#core/problem.ts';
import { loadPrompts } from '#summarize/model/load-prompts.ts';
import type { ModelSettings } from '#summarize/model/model-settings.ts';
import { systemClock } from './read-clock.ts';

const SUBJECT = 'Model';

/** No model: that is no fault. */
const OFF: Finding = {
  subject: SUBJECT,
  state: 'off',
  fact: 'Briefings come from the extractive engine, which needs nothing.',
  todo: null,
};

/** A key that lies in the shell for other programs is no fault either; whoever set it for byline learns what is missing. */
function unnamed(settings: readonly string[]): Finding {
  const fact = `${settings.join(' and ')} ${settings.length === 1 ? 'is' : 'are'} set, but no OPENAI_MODEL, so none is used. ${OFF.fact}`;
  return { ...OFF, fact, todo: 'To have a model write, name it in OPENAI_MODEL.' };
}

/** A model that is slower than this leaves a reader waiting longer than a minute. */
const SLOW_MS = 20_000;

/**
 * Whether the configured model answers as byline asks it to: one short question, with the schema of an answer. Tells in which manner
 * the server takes schemas, how long it took, and how much the model reads, where that is known. Never throws.
 */
export async function examineModel({
  model,
  idleModelSettings = [],
}: {
  readonly model: ModelSettings | null;
  /** What is set for a model though none is named. */
  readonly idleModelSettings?: readonly string[];
}): Promise<Finding> {
  if (model === null) return idleModelSettings.length === 0 ? OFF : unnamed(idleModelSettings);
  try {
    loadPrompts();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return {
      subject: SUBJECT,
      state: 'broken',
      fact: error.message,
      todo: 'Mend the prompt; prompts/README.md tells how.',
    };
  }
  // Only here and in the engine: its packages are not loaded where no model is configured.
  const { tryModel } = await import('#summarize/model/try-model.ts');
  const chance = () => randomBytes(16).toString('hex');
  const trial = await tryModel(model, { chance, clock: systemClock });
  const where = `${model.model} at ${model.baseUrl ?? 'OpenAI'}`;
  if ('problem' in trial) {
    const todo = `Check OPENAI_MODEL, OPENAI_API_KEY and OPENAI_BASE_URL. Until it answers, briefings are extractive and say so.`;
    return { subject: SUBJECT, state: 'broken', fact: `${where}: ${trial.problem}.`, todo };
  }
  const { ms, format, context } = trial;
  const reads =
    context === null ? 'it does not tell how much it reads' : `it reads ${context.toLocaleString('en')} tokens`;
  const fact = `${where} answered in ${(ms / 1_000).toFixed(1)} s, ${FORMATS[format]}; ${reads}.`;
  const todo = ms > SLOW_MS ? 'It is slow: many briefings will be extractive. A smaller model answers sooner.' : null;
  return { subject: SUBJECT, state: 'works', fact, todo };
}

const FORMATS = {
  json_schema: 'held to a schema',
  json_object: 'in JSON without a schema, which is checked all the same',
  prompt: 'with the form in words only, which is checked all the same',
} as const;

import type { App, BriefWish } from '#core/app.ts';
import type { Article } from '#core/article.ts';
import type { Briefing } from '#core/briefing.ts';
import type { Clock } from '#core/clock.ts';
import type { ChooseEngine } from '#summarize/choose-engine.ts';
import { createShareWork } from '#summarize/model/share-work.ts';
import type { WalkOptions } from './join-walk.ts';
import { restModel } from './rest-model.ts';
import { withoutUsage } from './without-usage.ts';

export type LineParts = {
  readonly clock: Clock;
  readonly chooseEngine: ChooseEngine;
  readonly walk: (signal: AbortSignal, options: WalkOptions) => Pick<App, 'brief'>;
  /** How many briefings are remembered; one weighs some 50 kB with its article. */
  readonly most: number;
};

type LineOptions = {
  readonly signal: AbortSignal;
  /** Aborts when the model's time is over for the digest that asks. */
  readonly within: AbortSignal;
  /** Why no model may be asked for it; null where one may. */
  readonly withoutModel: string | null;
};

/** The briefing behind a story's line. `key`: the same for the same article. */
export type WriteLine = (key: string, article: Article, wish: BriefWish, options: LineOptions) => Promise<Briefing>;

const TOO_LATE = 'the model did not answer in time';

/**
 * Briefs a story once for all digests that tell it, by the model where one may be asked, and else in the article's own words. Who
 * makes a model write pays for it; for whoever else tells the story it costs nothing, so that it is there for those, too, who may
 * not ask. No digest waits for a model beyond its own time, whoever began.
 */
export function createLineWriter({ clock, chooseEngine, walk, most }: LineParts): WriteLine {
  const model = restModel(chooseEngine, clock);
  const hasModel = chooseEngine(null).name === 'model';
  const cuts = createShareWork<Briefing>(most);
  const written = createShareWork<Briefing>(most, ({ engine }) => engine.name === 'model');

  const cut = async (key: string, article: Article, wish: BriefWish, signal: AbortSignal) => {
    const plain: BriefWish = { ...wish, engine: 'extractive' };
    return (await cuts.get(key, (own) => walk(own, { chooseEngine }).brief(article, plain), signal)).value;
  };

  return async (key, article, wish, { signal, within, withoutModel }) => {
    if (!hasModel) return cut(key, article, wish, signal);
    const known = written.known(key);
    if (known !== undefined) return withoutUsage(known);
    const why = withoutModel ?? model.whyNot() ?? (within.aborted ? TOO_LATE : null);
    if (why !== null) return because(why, await cut(key, article, wish, signal));
    let isOwn = false;
    const begin = (own: AbortSignal) => {
      isOwn = true;
      return walk(own, { chooseEngine: model.chooseEngine, within }).brief(article, wish);
    };
    // One's own work ends with `within` by itself, and then tells what was paid; another's may have more time than this digest.
    const leave = new AbortController();
    const late = () => {
      if (!isOwn) leave.abort(within.reason);
    };
    within.addEventListener('abort', late, { once: true });
    try {
      const { value, isShared } = await written.get(key, begin, AbortSignal.any([signal, leave.signal]));
      return isShared ? withoutUsage(value) : value;
    } catch (error) {
      if (signal.aborted || !leave.signal.aborted) throw error;
      return because(TOO_LATE, await cut(key, article, wish, signal));
    } finally {
      within.removeEventListener('abort', late);
    }
  };
}

function because(fallback: string, briefing: Briefing): Briefing {
  return { ...briefing, engine: { ...briefing.engine, fallback } };
}

import { type Article, overlaps } from '#core/article.ts';
import type { Draft } from '#core/briefing.ts';
import type { Faulty } from '#core/steps.ts';

/** More objections to one point than this are one: it is about something else. */
const MOST_OBJECTIONS = 4;

/** What stands against points of a draft, with their numbers from 1 on, so that their writer can mend them. */
export function listFaults({ points }: Draft, faults: readonly Faulty[], { sentences }: Article): string {
  return faults
    .flatMap(({ at, objections }) => {
      const point = points[at];
      if (point === undefined) return [];
      const cited = sentences.flatMap((sentence, index) =>
        point.evidence.some((passage) => overlaps(passage, sentence)) ? [index + 1] : [],
      );
      return [
        `Point ${at + 1}: ${point.text}`,
        `  its sentences: ${cited.join(', ') || 'none'}; its statements: ${point.attributions.join(', ') || 'none'}`,
        ...objections.slice(0, MOST_OBJECTIONS).map(({ text, reason }) => `  against “${text}”: ${reason}`),
      ];
    })
    .join('\n');
}

import type { Objection } from '#core/claim.ts';
import { findUnreal, type Unreal } from '#language/find-unreal.ts';
import unreal from '../data/frames.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { type Told, toldSentences } from '../support/told-sentences.ts';
import type { Subject } from './check.ts';

const FRAMES = new RegExp(String.raw`(?<!\p{L})(?:${unreal.frames.join('|')})(?!\p{L})`, 'iu');

const WHAT: Readonly<Record<Unreal['kind'], string>> = {
  scene: 'a scene of a work of fiction',
  supposed: 'what somebody imagines',
  withdrawn: 'what has been withdrawn as wrong',
  fake: 'the words of a fake',
};

/** What happens in a play, in a thought or in a fake is told as that, or not at all: without its frame it is news of somebody. */
export function checkFrame(subject: Subject, ground: Ground): Objection[] {
  const frames = new Map(findUnreal(ground.article).map((one) => [one.sentence, one]));
  if (frames.size === 0 || FRAMES.test(subject.text)) return [];
  for (const told of toldSentences(subject, ground)) {
    const kind = frameOf(told, frames, ground);
    if (kind !== null)
      return [
        { check: 'frame', text: told.text, reason: `the passage tells ${WHAT[kind]}, and this tells it as news` },
      ];
  }
  return [];
}

/** What all the sentences behind it that share most of its words tell; null where one of them tells of what happened. */
function frameOf(
  { stems, places }: Told,
  frames: ReadonlyMap<unknown, Unreal>,
  { article, stems: all }: Ground,
): Unreal['kind'] | null {
  const shared = places.map((place) => {
    const frame = frames.get(article.sentences[place]);
    return { frame, count: (all[place] ?? []).filter((stem) => stems.has(stem)).length };
  });
  const most = Math.max(1, ...shared.map(({ count }) => count));
  const best = shared.filter(({ count }) => count === most);
  const [first] = best;
  return best.every(({ frame }) => frame !== undefined) ? (first?.frame?.kind ?? null) : null;
}

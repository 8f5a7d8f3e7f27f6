import { keepRecent } from '#core/keep-recent.ts';
import { onceFor } from '#core/once-for.ts';
import type { Ground } from './ground.ts';

/** Several checks ask the same of the same few sentences, one after the other; more than a claim's need not be kept. */
const MOST_KEPT = 200;

/** The same function, which does not work out again what it has just worked out about the same text. */
export function rememberTexts<T>(read: (text: string, ground: Ground) => T): (text: string, ground: Ground) => T {
  const keptOf = onceFor((_: Ground) => keepRecent<T>(MOST_KEPT));
  return (text, ground) => keptOf(ground)(text, () => read(text, ground));
}

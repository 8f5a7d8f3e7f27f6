import type { Token } from '#language/read-tokens.ts';
import rebuffs from '../data/rebuffs-en.json' with { type: 'json' };
import stances from '../data/stances-en.json' with { type: 'json' };
import { isChargeWord } from './charge-words.ts';

/** Past forms of the verbs that deny without a word behind them: "quashed", "scotched", "rebuffed". */
const PAST: ReadonlySet<string> = new Set(
  [
    ...stances.denying,
    ...Object.entries(rebuffs.verbs).flatMap(([verb, rests]) => (rests.some((rest) => rest === '') ? [verb] : [])),
  ].map((verb) => (verb.endsWith('e') ? `${verb}d` : verb.endsWith('y') ? `${verb.slice(0, -1)}ied` : `${verb}ed`)),
);

/** "The bank quashed | reports that …": a verb before what it denies, whatever the tagger takes it for. */
export function isRebuffForm(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const next = tokens[i + 1]?.tag === 'DET' ? tokens[i + 2] : tokens[i + 1];
  const isAfterNoun = before?.tag === 'NOUN' || before?.tag === 'PROPN' || before?.tag === 'PRON';
  return isAfterNoun && PAST.has(tokens[i]?.lower ?? '') && isChargeWord(next?.lower ?? '');
}

/** "Quashed | reports | that it would be sold": the noun behind such a verb. */
export function isRebuffed(tokens: readonly Token[], i: number): boolean {
  return isChargeWord(tokens[i]?.lower ?? '') && PAST.has(tokens[i - 1]?.lower ?? '');
}

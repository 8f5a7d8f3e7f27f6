import answers from '../data/answers-en.json' with { type: 'json' };
import type { Chunk } from './chunk-unit.ts';
import type { Range } from './content-end.ts';
import { findSubject } from './find-subject.ts';
import { fullVerb } from './full-verb.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import { tokenSpan } from './token-span.ts';
import { lowerAt, type UnitState } from './unit-state.ts';

const ASKING: ReadonlySet<string> = new Set(answers.asking);
const SAYING = /^(?:answer|reply|respond|say)$/;

/** What was asked at the front of a sentence: "asked by the panel whether | he had met the builder |, …". Null where nothing was. */
function questionIn({ scan, chunks }: UnitState, k: number): Range | null {
  if (!ASKING.has(lowerAt(scan, chunks[0]))) return null;
  const link = chunks.findIndex((chunk, i) => i < k && /^(?:if|whether)$/.test(lowerAt(scan, chunk)));
  const to = chunks.findIndex(({ kind }, i) => i > link && i < k && kind === 'comma');
  return link > 0 && to > link + 1 ? { from: link + 1, to } : null;
}

/** "Asked if he had taken the money, Pell | said no", at the verb of phrase `k`: he denies what was asked. */
export function readYesOrNo(state: UnitState, k: number): Reading | null {
  const { scan, chunks } = state;
  const verb = chunks[k];
  if (verb?.kind !== 'verb' || !SAYING.test(scan.tokens[fullVerb(scan, verb)]?.lemma ?? '')) return null;
  const isNo = isWord(state, chunks[k + 1], 'no');
  const question = isNo || isWord(state, chunks[k + 1], 'yes') ? questionIn(state, k) : null;
  const source = question === null ? null : findSubject(scan, chunks, k, true);
  if (question === null || source === null) return null;
  return readRanges(
    state,
    [question],
    {
      basis: 'object',
      cue: tokenSpan(scan, verb.first, chunks[k + 1]?.end ?? verb.end),
      verb: scan.tokens[fullVerb(scan, verb)]?.lemma ?? '',
      source,
      stance: isNo ? 'denies' : 'asserts',
    },
    k + 2,
  );
}

/** Whether a phrase is one word and no more, and the last of its clause. */
function isWord({ scan, chunks }: UnitState, chunk: Chunk | undefined, word: string): boolean {
  const after = chunk === undefined ? undefined : chunks[chunks.indexOf(chunk) + 1];
  const isLast = after === undefined || /^(?:comma|other|semicolon|and)$/.test(after.kind);
  return chunk !== undefined && isLast && chunk.end - chunk.first === 1 && lowerAt(scan, chunk) === word;
}

import grammar from '../data/grammar-en.json' with { type: 'json' };
import { nounKind } from '../sources/noun-kind.ts';
import type { VerbCue } from './find-cues.ts';
import { findSubject, phrase } from './find-subject.ts';
import { canSpeak, headWord } from './noun-start.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { lowerAt, type UnitState } from './unit-state.ts';
import { isSaying, NOT_SAID } from './verb-form.ts';

/** "With one member | arguing that …", "remembers Holm | saying …": whoever stands right before a participle, as its own subject. */
function besideParticiple({ scan, chunks }: UnitState, cue: VerbCue): SourcePhrase | null {
  const k = cue.chunk - 1;
  const noun = chunks[k];
  const link = chunks[k - 1];
  if (noun === undefined || !canSpeak(scan, noun) || nounKind(headWord(scan, noun)) === 'document') return null;
  const isOwn = lowerAt(scan, link) === 'with' || (link?.kind === 'verb' && isSaying(cue.lemma));
  return isOwn ? phrase(scan, chunks, k, k, 'subject', null) : null;
}

const OF_OTHERS: ReadonlySet<string> = new Set(grammar.beforeOthersDeeds);

/** Who speaks: the subject of a verb, or the one of the statement before, where the verb has none of its own. */
export function subjectOrCarried(state: UnitState, cue: VerbCue): { source: SourcePhrase | null; isCarried: boolean } {
  const { scan, chunks } = state;
  const isSure = isSaying(cue.lemma) || cue.lemma === 'decline' || (cue.isNegated && NOT_SAID.has(cue.lemma));
  const subject = findSubject(scan, chunks, cue.chunk, isSure);
  const link = chunks[cue.chunk - 1];
  const isParticiple = cue.tense === 'ing' && chunks[cue.chunk]?.end === (chunks[cue.chunk]?.first ?? 0) + 1;
  // "Without naming its source" tells what was not said.
  if (isParticiple && lowerAt(scan, link) === 'without') return { source: null, isCarried: false };
  if (!isParticiple && subject !== null) return { source: subject, isCarried: false };
  // "Accused the firm | of | denying it": what the firm did.
  if (isParticiple && link?.kind === 'preposition' && OF_OTHERS.has(lowerAt(scan, link)))
    return { source: null, isCarried: false };
  const own = isParticiple ? besideParticiple(state, cue) : null;
  if (own !== null) return { source: own, isCarried: false };
  if (
    isParticiple ||
    link?.kind === 'and' ||
    link?.kind === 'comma' ||
    (link?.kind === 'adverb' && chunks[cue.chunk - 2]?.kind === 'and')
  ) {
    // "When his mother called, Holm laughed and said": the subject of the verb right before.
    const beside =
      link?.kind === 'and' && chunks[cue.chunk - 2]?.kind === 'verb' ? findSubject(scan, chunks, cue.chunk - 2) : null;
    if (beside !== null && beside.place === 'subject') return { source: beside, isCarried: true };
    // "Holm defended the firm, which said …, adding that": it is Holm who adds.
    const isAside = isParticiple && link?.kind === 'comma' && state.before?.place === 'relative';
    if (state.before !== null && !isAside) return { source: state.before, isCarried: true };
    for (let i = 0; i < cue.chunk; i += 1) {
      if (chunks[i]?.kind === 'verb') {
        const main = findSubject(scan, chunks, i);
        if (main !== null && main.place === 'subject') return { source: main, isCarried: true };
        if (main !== null) continue;
        break;
      }
    }
  }
  return { source: null, isCarried: false };
}

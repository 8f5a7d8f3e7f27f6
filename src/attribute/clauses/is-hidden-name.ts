import type { Scan } from '../scan-article.ts';
import { nounKind } from '../sources/noun-kind.ts';
import { framesOf, verbForm } from './verb-form.ts';

/** Whether token i is the first of its sentence. */
export const opensSentence = ({ tokens }: Scan, i: number) => tokens[i - 1]?.sentence !== tokens[i]?.sentence;

/** "Fleming said", "Neighbouring Kell": what the tagger takes for a participle at the front of a sentence, and is none. */
export function isHiddenName(scan: Scan, i: number): boolean {
  const [token, after] = [scan.tokens[i], scan.tokens[i + 1]];
  if (token === undefined || !opensSentence(scan, i)) return false;
  // "Organizers put the crowd at 500"
  if (/^(?:VERB|AUX)$/.test(token.tag) && token.lower.endsWith('s') && nounKind(token.lower) === 'group') return true;
  if (token.fine !== 'VBG' || after === undefined) return false;
  const isVerb = /^(?:VBD|VBZ)$/.test(after.fine) || (after.fine === 'NNS' && isReporting(after.lower));
  return isVerb || /^neighbou?ring$/.test(token.lower);
}

/** "Denies", "disputes": what may be a verb of saying in the present, whatever the tagger says. */
function isReporting(word: string): boolean {
  const form = verbForm(word);
  return form?.tense === 'present' && framesOf(form.lemma).size > 0;
}

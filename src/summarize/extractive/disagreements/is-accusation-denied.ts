import contrast from '../data/contrast-words.json' with { type: 'json' };
import cues from '../data/layer-cues.json' with { type: 'json' };
import type { Statement } from './read-statements.ts';

const DENYING = new Set(contrast.denying);
const ACCUSING = new Set(contrast.accusing);
const SAYING = new Set([...cues.saying, ...contrast.telling]);

/**
 * "Prosecutors argued that Drago left the bridge. Drago denied leaving his post.": whoever denies something right after an accusation, or
 * after what somebody says of them by name, denies that, in whatever words. `yes` is the statement right before `no`, and nothing
 * stands between them.
 */
export function isAccusationDenied(yes: Statement, no: Statement): boolean {
  if (no.attribution.stance !== 'denies' || !DENYING.has(no.attribution.verb?.toLowerCase() ?? '')) return false;
  if (ACCUSING.has(yes.attribution.verb?.toLowerCase() ?? '')) return true;
  return no.speaker !== null && yes.attribution.form !== 'direct' && tellsOf(no.speaker, yes);
}

/** It tells of them, and does not only pass on what they say themselves: "Gant puts the number at four". */
function tellsOf(speaker: string, { text, plain }: Statement): boolean {
  const at = plain.indexOf(speaker.toLowerCase());
  return at >= 0 && text.includes(speaker) && !SAYING.has(plain[at + 1] ?? '');
}

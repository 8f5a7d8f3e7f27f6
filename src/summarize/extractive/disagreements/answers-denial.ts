import contrast from '../data/contrast-words.json' with { type: 'json' };
import type { Statement } from './read-statements.ts';

const DENYING = new Set(contrast.denying);
const TALK = new Set(contrast.talk);
const CHARGES = new Set(contrast.charges);
const PROSECUTING: readonly string[] = contrast.prosecuting;
const BARE = new Set(['that', 'this', 'it', 'them', 'these', 'those', 'one', 'so', 'any']);
const LIGHT = new Set([
  'making',
  'doing',
  'having',
  'made',
  'done',
  'saying',
  'said',
  'being',
  'giving',
  'taking',
  'receiving',
]);

/** A denial names its charge in its first words. */
const FIRST_WORDS = 5;

/** Letters that "betting" and "bets" share with one another, and with little else. */
const SAME_BEGINNING = 3;

/** "Making one", "having done so", "that": what is denied is all said before. */
export function isBareDenial({ plain }: Statement): boolean {
  return plain.length > 0 && plain.length <= 3 && plain.every((word) => BARE.has(word) || LIGHT.has(word));
}

/** "The mayor denied that warnings were ignored. Residents dispute that." What the one denies the other holds. */
export function isDenialDisputed(first: Statement, second: Statement): boolean {
  const isDenying = ({ attribution: { stance, verb } }: Statement) =>
    stance === 'denies' && DENYING.has(verb?.toLowerCase() ?? '');
  return isDenying(first) && isDenying(second) && second.plain.length === 1 && isBareDenial(second);
}

/** "He dismissed talk of betting": talk of what is told in the other's sentence. */
export function isTalkDenied(first: Statement, { plain }: Statement): boolean {
  const at = plain.slice(0, 3).findIndex((word) => TALK.has(word));
  const subject = plain[at + 2];
  if (at < 0 || plain[at + 1] !== 'of' || subject === undefined || subject.length <= SAME_BEGINNING) return false;
  const beginning = subject.slice(0, Math.max(SAME_BEGINNING, subject.length - SAME_BEGINNING));
  return first.around.includes(` ${beginning}`);
}

/** "The Chronicle is mistaken", "they are lying": said of whoever has just told it. */
export function isMistaken({ text }: Statement): boolean {
  return MISTAKEN.test(text);
}

const MISTAKEN =
  /^[“"‘']?(?:the \p{Lu}[\p{L} ]{0,30}|that|they|he|she) (?:is|are|was|were) (?:just |simply |quite |plainly |badly )?(?:mistaken|wrong|lying)(?=[.,;!]|$)/iu;

/** "The court heard that he took the coins. He denies theft." */
export function isChargeDenied(yes: Statement, no: Statement): boolean {
  if (!DENYING.has(no.attribution.verb?.toLowerCase() ?? '')) return false;
  if (!no.plain.slice(0, FIRST_WORDS).some((word) => CHARGES.has(word))) return false;
  return PROSECUTING.some((word) => yes.around.includes(` ${word} `));
}

/** "She denied that she was leaving, a day after the Courier reported that …": in one sentence, what is denied is what was reported. */
export function isDeniedAfterReport(no: Statement, yes: Statement): boolean {
  if (no.place !== yes.place || !DENYING.has(no.attribution.verb?.toLowerCase() ?? '')) return false;
  const { cue } = no.attribution;
  const [start = 0, later = 0] = [no, yes].map(({ attribution }) => attribution.content[0]?.start ?? 0);
  if (cue === null || cue.start > start || later < start) return false;
  return / (?:after|despite|following|amid) /u.test(no.around);
}

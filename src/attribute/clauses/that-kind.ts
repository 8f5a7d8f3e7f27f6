import type { Token } from '#language/read-tokens.ts';
import stances from '../data/stances-en.json' with { type: 'json' };
import verbs from '../data/verbs-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import { isChargeWord } from './charge-words.ts';
import { framesOf, verbForm } from './verb-form.ts';

/** Verbs whose "that" is as often a claim as it opens a clause. */
const DISPUTES: ReadonlySet<string> = new Set([...stances.denying, ...verbs.disputing]);

const ACCOUNTS: ReadonlySet<string> = new Set(stances.accounts);

/** "Claim", "account": one word for what somebody said. */
const isToldWord = (word = ''): boolean => !word.endsWith('s') && (isChargeWord(word) || ACCOUNTS.has(word));

/** Whether token i is such a word behind a "that" or "this" that a verb of judging takes: "called that | account". */
export function isToldThere(tokens: Scan['tokens'], i: number): boolean {
  const [verb, that, token] = [tokens[i - 2], tokens[i - 1], tokens[i]];
  const lemma = verbForm(verb?.lower ?? '')?.lemma ?? '';
  return (
    /^th(?:at|is)$/.test(that?.lower ?? '') && (lemma === 'call' || DISPUTES.has(lemma)) && isToldWord(token?.lower)
  );
}

/** Whether the "that" at token i is a noun ("denied that", "that fire") or opens a clause. */
export function thatKind({ tokens, quoteAt }: Scan, i: number): 'noun' | 'that' {
  const [before, token, after, beyond] = [tokens[i - 1], tokens[i], tokens[i + 1], tokens[i + 2]];
  const deed = verbForm(before?.lower ?? '');
  // "Called that “a plain invention”"
  if (deed?.lemma === 'call' && (quoteAt[i + 1] ?? -1) >= 0) return 'noun';
  // "Called that account “premature”", "rejected that claim"
  const isJudged = deed?.lemma === 'call' || DISPUTES.has(deed?.lemma ?? '');
  if (isJudged && isToldWord(after?.lower) && !/^(?:AUX|VERB)$/.test(beyond?.tag ?? '')) return 'noun';
  // "The firm denied that."
  if (after === undefined || /^[.;!?]$/.test(after.lower)) return 'noun';
  // "She disputed that, saying …"
  if (after.lower === ',' && DISPUTES.has(deed?.lemma ?? '') && goesOnWith(beyond)) return 'noun';
  if (after.tag !== 'NOUN') return 'that';
  // "Blamed that fire on a valve": no clause follows this verb.
  const frames = framesOf(deed?.lemma ?? '');
  if (frames.has('object') && !frames.has('clause')) return 'noun';
  const isPlural = /[^s]s$/.test(after.lower);
  const isAlone = token?.tag === 'DET' || token?.tag === 'PRON' || beyond === undefined || beyond.tag === 'PUNCT';
  return !isPlural && isAlone ? 'noun' : 'that';
}

/** What follows a comma and belongs to the sentence's own subject: "…, saying", "…, but". */
const goesOnWith = (token: Token | undefined) => token?.fine === 'VBG' || token?.tag === 'CCONJ';

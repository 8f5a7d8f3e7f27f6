import grammar from '../data/grammar-en.json' with { type: 'json' };
import verbs from '../data/verbs-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import { isFirstName, nounKind } from '../sources/noun-kind.ts';
import { isHiddenName, opensSentence } from './is-hidden-name.ts';
import { isJoined, isPluralOwner } from './is-joined.ts';
import { isKindOfBody } from './is-kind-of-body.ts';
import { isRebuffed, isRebuffForm } from './is-rebuff-form.ts';
import { isToldThere, thatKind } from './that-kind.ts';
import { DAY_PARTS, MONTHS, TIME_PERIODS, WEEKDAYS } from './times.ts';
import { FINITE, framesOf, isSaying, SOURCELESS, verbForm, withParticle } from './verb-form.ts';

/** What a phrase does in its sentence. */
export type ChunkKind =
  | 'noun'
  | 'verb'
  | 'infinitive'
  | 'quote'
  | 'preposition'
  | 'comma'
  | 'colon'
  | 'semicolon'
  | 'dash'
  | 'bracket'
  | 'and'
  | 'that'
  | 'who'
  | 'subordinator'
  | 'time'
  | 'adverb'
  | 'other';

export const SUBJECT_PRONOUNS: ReadonlySet<string> = new Set(grammar.pronouns);
export const POSSESSIVES: ReadonlySet<string> = new Set(grammar.possessives);
const RELATIVES: ReadonlySet<string> = new Set(grammar.relatives);
const SUBORDINATORS: ReadonlySet<string> = new Set(grammar.subordinators);
const CLAUSE_OR_TIME: ReadonlySet<string> = new Set(grammar.clauseOrTime);
const PREPOSITIONS: ReadonlySet<string> = new Set(grammar.prepositions);
const CONJUNCTIONS: ReadonlySet<string> = new Set(grammar.conjunctions);
/** "Ignored | repeated calls", "drew | renewed protests": participles that describe a noun behind a verb. */
const DESCRIBING: ReadonlySet<string> = new Set(grammar.describing);
const MARKS: Readonly<Record<string, ChunkKind>> = {
  ',': 'comma',
  '،': 'comma',
  '、': 'comma',
  ':': 'colon',
  '：': 'colon',
  ';': 'semicolon',
  '؛': 'semicolon',
  '–': 'dash',
  '—': 'dash',
  '―': 'dash',
  '--': 'dash',
  '-': 'dash',
  '…': 'other',
  '...': 'other',
};
/** Words that are verbs whatever the tagger says, when no determiner stands before them. */
export const SURE_VERBS: ReadonlySet<string> = new Set(verbs.sure);

/** Verbs whose forms are no nouns before "to" or a participle. */
const SURE_OF_CLAUSE: ReadonlySet<string> = new Set(verbs.sureBeforeClause);

/** The kind of phrase that token i belongs to, given the phrase that is open before it. */
export function chunkKind(scan: Scan, i: number, open: ChunkKind | null): ChunkKind {
  const token = scan.tokens[i];
  if (token === undefined) return 'other';
  const { lower, tag } = token;
  const before = scan.tokens[i - 1];
  const after = scan.tokens[i + 1];
  const isHyphen = /^[-‐‑–/&]$/.test(lower);
  if (isHyphen && isJoined(scan.tokens, i) && isJoined(scan.tokens, i + 1) && open !== null)
    return open === 'verb' ? 'noun' : open;
  if (open === 'noun' && isJoined(scan.tokens, i) && before !== undefined && /^[-‐‑–/&’']$/.test(before.lower))
    return 'noun';
  if (lower === '&') return 'noun';
  if (open === 'noun' && isPluralOwner(scan.tokens, i)) return 'noun';
  const mark = MARKS[lower];
  if (mark !== undefined) return mark;
  if (tag === 'PUNCT' || tag === 'SYM') return /^[$€£¥%#]$/.test(lower) ? 'noun' : 'other';
  if ((lower === 'neither' || lower === 'nor') && open === 'verb' && (after?.tag === 'VERB' || after?.tag === 'AUX'))
    return 'verb';
  // "Nobody had | yet suggested it"
  if (lower === 'yet' && /^ha(?:d|s|ve)$/.test(before?.lower ?? '') && after?.tag === 'VERB') return 'verb';
  if (CONJUNCTIONS.has(lower)) return 'and';
  if (lower === 'that') return thatKind(scan, i);
  if (lower === 'there' && before?.tag === 'NOUN') return 'adverb';
  if (lower === 'once' && after?.tag === 'VERB') return 'adverb';
  // "Lunt and Dobbs both said"
  if (/^(?:both|all|each)$/.test(lower) && open === 'noun' && (after?.tag === 'VERB' || after?.tag === 'AUX'))
    return 'adverb';
  if (RELATIVES.has(lower)) return 'who';
  // "Friday's ruling", "last year's vote": it owns what follows.
  const isOwner = after?.fine === 'POS';
  if (
    !isOwner &&
    // "The Sunday Lantern" is a paper.
    ((WEEKDAYS.has(lower) && !(before?.lower === 'the' && /^\p{Lu}\p{Ll}/u.test(after?.text ?? ''))) ||
      (MONTHS.has(lower.replace(/\.$/, '')) &&
        (after?.tag === 'NUM' || before?.lower === 'in') &&
        token.text !== lower))
  )
    return 'time';
  // "On June 26 | the board": the day belongs to its month.
  const isDay = tag === 'NUM' && /^\d{1,2}$/.test(lower) && MONTHS.has((before?.lower ?? '').replace(/\.$/, ''));
  if (open === 'time' && (isDay || DAY_PARTS.has(lower))) return 'time';
  if (
    (lower === 'last' || lower === 'this' || lower === 'next') &&
    after !== undefined &&
    TIME_PERIODS.has(after.lower)
  )
    return 'time';
  if (open === 'time' && TIME_PERIODS.has(lower) && before !== undefined && /^(?:last|this|next)$/.test(before.lower))
    return 'time';
  // "A since-deleted post"
  if (after?.text === '-' && after.start === token.end && before?.tag === 'DET' && isJoined(scan.tokens, i + 1))
    return 'noun';
  if (lower === 'since' && before?.tag === 'AUX' && after?.tag === 'VERB') return 'verb';
  if (CLAUSE_OR_TIME.has(lower)) return tag === 'SCONJ' ? 'subordinator' : 'preposition';
  if (SUBORDINATORS.has(lower)) return lower === 'so' && tag === 'ADV' ? 'adverb' : 'subordinator';
  if (lower === 'to' && before?.lower === 'according') return 'preposition';
  if (lower === 'to')
    return after !== undefined &&
      (after.tag === 'VERB' || after.tag === 'AUX' || (after.tag === 'ADV' && scan.tokens[i + 2]?.tag === 'VERB'))
      ? 'infinitive'
      : 'preposition';
  const afterArticle =
    before !== undefined &&
    (before.tag === 'DET' || POSSESSIVES.has(before.lower) || before.lower === "'s" || before.lower === '’s');
  if (!afterArticle && SURE_VERBS.has(lower)) return 'verb';
  if (isRebuffForm(scan.tokens, i)) return 'verb';
  if (isRebuffed(scan.tokens, i) || isToldThere(scan.tokens, i)) return 'noun';
  if (lower === 'including' || lower === 'excluding') return 'preposition';
  // "Sources close to the club": a verb to the tagger.
  if (lower === 'close' && after?.lower === 'to' && open === 'noun' && nounKind(before?.lower ?? '') === 'group')
    return 'noun';
  // "Insiders claim": a foreign word to the tagger.
  if (token.fine === 'FW' && nounKind(lower) !== null) return 'noun';
  if (isHiddenName(scan, i)) return 'noun';
  // "Figures show that exports | fell": a verb, a noun and an adverb to the tagger.
  if (lower === 'figures' && tag === 'VERB' && !/^(?:to|that|out|it)$/.test(after?.lower ?? '')) return 'noun';
  if (tag === 'ADV' && lower === 'fell') return 'verb';
  if (lower === 'show' && tag === 'NOUN' && after?.lower === 'that' && open === 'time') return 'verb';
  if (tag === 'AUX') return open === 'infinitive' ? 'infinitive' : 'verb';
  // "Vale Herald reported", "Grant Mercer said": a capital inside a sentence is a name, whatever the tagger says.
  if (
    tag === 'VERB' &&
    /^\p{Lu}\p{Ll}/u.test(token.text) &&
    (open === 'noun' ||
      (after !== undefined &&
        /^\p{Lu}\p{Ll}/u.test(after.text) &&
        before?.tag !== 'PUNCT' &&
        before?.sentence === token.sentence))
  )
    return 'noun';
  // "said lead scientist", "shot back commission chair": a noun before a person's noun, where no subject could be.
  if (
    tag === 'VERB' &&
    verbForm(lower) === undefined &&
    after !== undefined &&
    nounKind(after.lower) === 'person' &&
    !/(?:ed|ing)$/.test(lower) &&
    (before === undefined || before.tag === 'VERB' || before.tag === 'ADV' || before.tag === 'PUNCT')
  )
    return 'noun';
  if (open === 'noun' && isKindOfBody(token, after)) return 'noun';
  if (tag === 'VERB' && DESCRIBING.has(lower) && before?.tag === 'VERB' && after?.tag === 'NOUN') return 'noun';
  // "Said | staffing had improved", "demanded that | charges be dropped": the subject of the verb behind it.
  const isSubject =
    (token.fine === 'VBG' && FINITE.has(after?.fine ?? '')) ||
    (lower.endsWith('s') && /^(?:be|fell|rose)$/.test(after?.lower ?? ''));
  if (tag === 'VERB' && isSubject && (before?.lower === 'that' || verbForm(before?.lower ?? ''))) return 'noun';
  if (tag === 'VERB') {
    if (before?.lower === 'to' && scan.tokens[i - 2]?.lower === 'according') return 'noun';
    if (/^(?:['’]s)$/.test(lower)) return open === 'noun' ? 'noun' : 'verb';
    // "A much-needed roof".
    if (open === 'noun' && before?.text === '-' && before.end === token.start) return 'noun';
    if (
      open === 'noun' &&
      (afterArticle || before?.tag === 'ADV' || before?.tag === 'ADJ') &&
      (after?.tag === 'NOUN' || after?.tag === 'PROPN' || after?.tag === 'ADJ')
    )
      return 'noun';
    return open === 'infinitive' ? 'infinitive' : 'verb';
  }
  // "He alleged, too, that": nothing but a verb follows a subject pronoun.
  if (verbForm(lower) !== undefined && /^(?:NOUN|ADJ)$/.test(tag) && /^(?:he|she|they|we|i)$/.test(before?.lower ?? ''))
    return 'verb';
  // "The director, who has not been named, denies using it", "vowed to sue"
  const goesOn = after?.fine === 'VBG' || after?.fine === 'TO' || after?.lower === 'to';
  if (/^(?:NOUN|ADJ)$/.test(tag) && goesOn && !afterArticle && verbForm(lower)?.tense !== 'base') {
    const isAfterNoun = open === 'noun' && /^(?:NOUN|PROPN)$/.test(before?.tag ?? '');
    if (SURE_OF_CLAUSE.has(verbForm(lower)?.lemma ?? '') && (isAfterNoun || before?.lower === ',')) return 'verb';
  }
  // "It is alleged that", "is rumoured to": an adjective to the tagger.
  const verb = before?.tag === 'ADV' ? scan.tokens[i - 2] : before;
  const isReport = verb?.tag === 'AUX' && (after?.lower === 'that' || after?.lower === 'to');
  if (isReport && verbForm(lower)?.tense === 'past' && SOURCELESS.has(verbForm(lower)?.lemma ?? '')) return 'verb';
  // "Analysts note that", "the ministry claims the road": a noun to the tagger, but no noun phrase runs on so.
  const form = tag === 'NOUN' || (tag === 'ADJ' && after?.lower === 'that') ? verbForm(lower) : undefined;
  if (
    form !== undefined &&
    (form.tense === 'present' || form.tense === 'past') &&
    !afterArticle &&
    (open === 'noun' || before?.lower === ',') &&
    (after?.lower === 'that' || after?.tag === 'DET' || after?.tag === 'PRON')
  )
    return 'verb';
  // “…,” shot back the chair
  if (
    form !== undefined &&
    (scan.quoteAt[i - 1] ?? -1) >= 0 &&
    withParticle(form.lemma, after?.lower ?? '') !== undefined
  )
    return 'verb';
  // "Belling disputes this": behind a name that stands alone at the front.
  if (form?.tense === 'present' && opensSentence(scan, i - 1) && before?.fine === 'VBG') return 'verb';
  if (form !== undefined && !afterArticle && (isSaying(form.lemma) || framesOf(form.lemma).has('finding'))) {
    const isAfterNoun = open === 'noun' && (before?.tag === 'NOUN' || before?.tag === 'PROPN');
    if (isAfterNoun && form.tense === 'base' && after?.lower === 'that' && /[^s]s$/.test(before.lower)) return 'verb';
    if (isAfterNoun && form.tense === 'present' && after?.lower === '.') return 'verb';
    if (form.tense !== 'base' && (scan.quoteAt[i - 1] ?? -1) >= 0 && after?.tag !== 'PUNCT') return 'verb';
  }
  if (tag === 'PART')
    return lower === "'s" || lower === '’s' || lower === "'" || lower === '’'
      ? 'noun'
      : open === 'infinitive'
        ? 'infinitive'
        : 'verb';
  // "Lunt | left by a side door", "the palace never | comments": an adverb, a noun to the tagger.
  if (lower === 'left' && tag === 'ADV' && open === 'noun' && (after?.tag === 'ADP' || after?.tag === 'DET'))
    return 'verb';
  if (lower === 'never' && open === 'noun' && verbForm(after?.lower ?? '') !== undefined) return 'verb';
  if (before?.lower === 'never' && tag === 'NOUN' && verbForm(lower)?.tense === 'present') return 'verb';
  // "Per Aune": a first name that is also a preposition.
  if (isFirstName(token.text) && /^\p{Lu}\p{Ll}/u.test(after?.text ?? '')) return 'noun';
  if (PREPOSITIONS.has(lower) || tag === 'ADP') return 'preposition';
  if (tag === 'SCONJ') return 'subordinator';
  // "By the foundation's tally", "the mission's own handbook": behind an owner stands what it owns.
  if (tag === 'ADV' && open === 'noun' && before?.fine === 'POS' && (lower === 'own' || after?.tag === 'PUNCT'))
    return 'noun';
  if (tag === 'ADV')
    return open === 'verb' || open === 'infinitive'
      ? open
      : after?.tag === 'ADJ' ||
          after?.tag === 'NUM' ||
          (afterArticle && (after?.tag === 'VERB' || (after?.text === '-' && after.start === token.end)))
        ? 'noun'
        : 'adverb';
  return 'noun';
}

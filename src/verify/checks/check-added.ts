import type { Objection } from '#core/claim.ts';
import { contentWords } from '#language/content-words.ts';
import describing from '../data/describing.json' with { type: 'json' };
import retelling from '../data/retelling.json' with { type: 'json' };
import saying from '../data/saying.json' with { type: 'json' };
import telling from '../data/telling.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { isOneOf, type ReadSentence, type Word } from '../read-sentence.ts';
import { type Told, toldSentences } from '../support/told-sentences.ts';
import { plainWords } from '../words/words-of.ts';
import type { Subject } from './check.ts';

/** Relations of what is added to a deed or a thing: where, with what, who also, which did what. */
const ADDED = new Set(['obl', 'nmod', 'advcl', 'acl', 'acl:relcl', 'advcl:relcl', 'conj']);

/** Letters in which two forms of one word agree at least, and by which a longer one may differ at its end. */
const SHARED_LETTERS = 4;
const ENDING = 2;

/**
 * Words that say who tells something, or how surely, and those by which a reader calls what the article names ("a woman", "the
 * firm"): no detail of what is told.
 */
const PLAIN: ReadonlySet<string> = new Set([...saying, ...telling, ...retelling.hedges, ...describing]);

/**
 * Nothing is added to a sentence of the article: a word that the article has in no form hangs on one of its words where its own
 * sentence has nothing for it to stand for. English only, by its trees; a point that is told in other words has its passages.
 */
export function checkAdded(subject: Subject, ground: Ground): Objection[] {
  if (subject.evidence !== null || !ground.article.language.startsWith('en')) return [];
  return (
    toldSentences(subject, ground)
      // What stands in the article word for word has nothing added, whatever goes on behind it there.
      .filter(({ text }) => !ground.wording.includes(` ${plainWords(text).join(' ')} `))
      .flatMap((told) => objectTo(told, ground))
      .slice(0, 1)
  );
}

function objectTo({ words: claimed, given }: Told, ground: Ground): Objection[] {
  for (const [at, word] of claimed.words.entries()) {
    const { head = null, relation = '' } = claimed.tree[at] ?? {};
    if (head === null || head.root === null || !ADDED.has(relation) || !isNew(word, ground)) continue;
    if (isOneOf(word, PLAIN) || isNew(head, ground) || isMisread(word, relation)) continue;
    if (isCredit(word, claimed)) continue;
    const others = given.filter((sentence) => sentence.words.some(({ root }) => root === head.root));
    if (others.length === 0 || others.some((sentence) => hasMore(head, sentence, claimed))) continue;
    return [
      { check: 'evidence', text: word.lower, reason: `the article has no “${word.lower}” beside “${head.lower}”` },
    ];
  }
  return [];
}

/** "…, according to the builder": who tells it has other checks. */
function isCredit({ clause, start }: Word, { words }: ReadSentence): boolean {
  return words.some((word) => word.lower === 'according' && word.clause === clause && word.start < start);
}

/** "Requests bring 3 million": a verb in its bare form is the sentence's own, and hangs on no noun. */
function isMisread({ isVerb, lower, lemma }: Word, relation: string): boolean {
  return relation === 'acl' && isVerb && lower === lemma;
}

/** A word of its own that the article has in no form. */
function isNew({ root, lower, lemma, isName }: Word, ground: Ground): boolean {
  if (root === null || isName || /\d/u.test(lower) || lower.length < SHARED_LETTERS) return false;
  const { language } = ground.article;
  return [lower, lemma].every((form) => contentWords(form, language).every((stem) => !isKnown(stem, ground)));
}

function isKnown(stem: string, ground: Ground): boolean {
  if (ground.stemPlaces.has(stem) || ground.words.has(stem)) return true;
  const beginning = stem.slice(0, Math.max(SHARED_LETTERS, stem.length - ENDING));
  return stem.length >= SHARED_LETTERS && ground.stemPlaces.keys().some((known) => known.startsWith(beginning));
}

/** What hangs on the word in the article's sentence and is not told: the new word may stand for that. */
function hasMore({ root }: Word, sentence: ReadSentence, claimed: ReadSentence): boolean {
  const told = new Set(claimed.words.flatMap((word) => word.root ?? []));
  return sentence.words.some((word) => word.root !== null && !told.has(word.root) && isUnder(word, root, sentence));
}

function isUnder(word: Word, root: string | null, { words, tree }: ReadSentence): boolean {
  let here: Word | null = word;
  for (let steps = 0; here !== null && steps <= words.length; steps += 1) {
    here = tree[here.at]?.head ?? null;
    if (here !== null && here.root === root) return true;
  }
  return false;
}

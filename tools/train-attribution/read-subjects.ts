import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Article, Span } from '#core/article.ts';
import { plainArticle } from '../plain-article.ts';
import { type GoldSentence, readConllu } from '../train-parser/read-conllu.ts';

/** A verb of a treebank, and the word that is its subject in the tree that people drew. */
type Subject = { readonly verb: Span; readonly subject: Span };
export type SubjectArticle = { readonly article: Article; readonly subjects: readonly Subject[] };

/** Sentences are read in texts of so many. */
const SENTENCES = 100;
/** So many verbs are climbed to one that has a subject. */
const MOST_STEPS = 4;
/** What hangs on a verb and has that verb's subject, where it has none of its own. */
const SHARES = /^(?:conj|advcl|xcomp|parataxis)/;

/** The subjects of all verbs in the treebanks of a folder that the parser was not learned from (`*-dev.conllu`, `*-test.conllu`); PUD is for testing alone. */
export function readSubjects(folder: string): SubjectArticle[] {
  const files = readdirSync(folder).filter((name) => /^(?!pud).*-(?:dev|test)\.conllu$/.test(name));
  return files.toSorted().flatMap((name) => {
    const sentences = readConllu(readFileSync(path.join(folder, name), 'utf8'));
    const parts = Math.ceil(sentences.length / SENTENCES);
    return Array.from({ length: parts }, (_, at) => articleOf(sentences.slice(at * SENTENCES, (at + 1) * SENTENCES)));
  });
}

function articleOf(sentences: readonly GoldSentence[]): SubjectArticle {
  const subjects: Subject[] = [];
  let text = '';
  for (const sentence of sentences) {
    if (text !== '') text += sentence.isParagraphStart ? '\n\n' : ' ';
    const places = placesOf(sentence, text.length);
    for (const [verb, place] of places.entries()) {
      const subject = places[subjectOf(sentence, verb)];
      if (place !== undefined && subject !== undefined) subjects.push({ verb: place, subject });
    }
    text += sentence.text;
  }
  return { article: plainArticle(text), subjects };
}

/** Where the words of a sentence stand; a word that is not written as it is counted (“gonna”) stands nowhere. */
function placesOf({ text, words }: GoldSentence, offset: number): (Span | undefined)[] {
  let from = 0;
  return words.map(({ form }) => {
    const at = text.indexOf(form, from);
    if (at < 0) return undefined;
    from = at + form.length;
    return { start: offset + at, end: offset + from };
  });
}

/** The subject of a verb, or of the verb that it shares one with; the noun that a participle describes. -1 where there is none. */
function subjectOf({ words }: GoldSentence, verb: number): number {
  if (words[verb]?.coarse !== 'VERB') return -1;
  for (let steps = 0, at = verb; steps < MOST_STEPS && at >= 0; steps += 1) {
    const own = words.findIndex(({ head, relation }) => head === at && /^nsubj(?!:pass)/.test(relation));
    if (own >= 0) return own;
    const { head = -1, relation = '' } = words[at] ?? {};
    if (relation.startsWith('acl')) return head;
    if (!SHARES.test(relation)) return -1;
    at = head;
  }
  return -1;
}

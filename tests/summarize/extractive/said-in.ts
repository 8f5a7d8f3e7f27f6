import type { Article, Span } from '#core/article.ts';
import type { Attribution, Source, Testimony } from '#core/testimony.ts';
import { anArticle } from '../../an-article.ts';

/** A statement for a test: its words as they stand in the text, who said them, and with which cue. */
export type Said = Partial<Omit<Attribution, 'content' | 'cue' | 'source'>> & {
  readonly words: string | readonly string[];
  readonly by: string;
  readonly cue?: string | null;
};

/** An article in English and the testimony that a reader of it would mark. */
export function saidIn(text: string, statements: readonly Said[], more: Partial<Article> = {}) {
  const article = anArticle(text, { language: 'en', ...more });
  const names = [...new Set(statements.map(({ by }) => by))];
  const sources = names.map(
    (name, at): Source => ({ id: `s${at + 1}`, name, role: null, kind: 'group', named: true, mentions: [] }),
  );
  const attributions = statements.map(({ words, by, cue = null, ...rest }, at): Attribution => {
    const pieces = typeof words === 'string' ? [words] : words;
    return {
      id: `a${at + 1}`,
      source: `s${names.indexOf(by) + 1}`,
      via: [],
      verb: 'say',
      form: 'indirect',
      quotes: [],
      hedge: null,
      stance: 'asserts',
      confidence: 0.9,
      ...rest,
      content: pieces.map((piece) => spanIn(article.text, piece)),
      cue: cue === null ? null : spanIn(article.text, cue),
    };
  });
  const testimony: Testimony = { sources, attributions };
  return { article, testimony };
}

function spanIn(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

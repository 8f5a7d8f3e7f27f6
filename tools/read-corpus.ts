import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '#core/article.ts';
import type { SourceKind } from '#core/testimony.ts';
import { readText } from '#index.ts';
import type { GoldAttribution } from '../bench/parse-gold.ts';
import type { MarkedDifferences } from '../bench/score-briefing.ts';

export type Pair = readonly [start: number, end: number];

/** A file of `corpus/`: an article, and who says what in it. */
type CorpusFile = {
  readonly slug: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly attributions: readonly (GoldAttribution & {
    readonly kind: SourceKind;
    readonly spans: Readonly<Record<'content' | 'source' | 'cue', readonly Pair[]>>;
  })[];
};

export type CorpusArticle = { readonly name: string; readonly file: CorpusFile; readonly article: Article };

/** One article of a folder like `corpus/` as the reader reads it. `name`: of its file. */
export function readCorpusArticle(folder: string, name: string): CorpusArticle {
  const file: CorpusFile = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  return { name, file, article: readText(file.text, { url: file.url, title: file.title }) };
}

/** All articles of such a folder, in the order of their files' names. */
export function readCorpus(folder: string): CorpusArticle[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => readCorpusArticle(folder, name));
}

/**
 * A file of `corpus/differing/`, a short article with its statements, told less fully than those of `corpus/`, and its differences; or of
 * `corpus/agreeing/`, where only the statements are told that differ.
 */
type StoryFile = MarkedDifferences & { readonly title: string; readonly text: string };

/** All articles of its folder of that name, in the order of their files' names. */
export function readStories(
  folder: string,
  kind: 'differing' | 'agreeing',
): { readonly file: StoryFile; readonly article: Article }[] {
  const stories = path.join(folder, kind);
  return readdirSync(stories)
    .toSorted()
    .map((name) => {
      const file: StoryFile = JSON.parse(readFileSync(path.join(stories, name), 'utf8'));
      return { file, article: readText(file.text, { title: file.title }) };
    });
}

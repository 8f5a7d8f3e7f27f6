import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '#core/article.ts';
import { readText } from '#index.ts';

/** What is wrong with a bad draft, and nothing else is. */
export const FAULTS = [
  'invented-quote',
  'changed-quote',
  'swapped-speaker',
  'wrong-number',
  'wrong-unit-or-date',
  'dropped-hedge',
  'dropped-outlet',
  'negation',
  'invented-name',
  'invented-role',
  'merged-conflict',
  'upgraded-verb',
  'obeyed-injection',
  'other-article',
  'invented-cause',
  'widened-quantity',
  'wrong-direction',
  'named-unnamed',
  'denial-as-assertion',
  'plan-as-done',
] as const;

export type Fault = (typeof FAULTS)[number];

/** What an editor did to the article's words in a good draft; its main craft, where there are several. */
export const CRAFTS = [
  'paraphrase',
  'compression',
  'reordering',
  'joined-sentences',
  'voice',
  'number-spelling',
  'partial-quote',
  'credit-kept',
  'credit-by-attribution',
  'conflict-kept',
] as const;

type Craft = (typeof CRAFTS)[number];

export type GivenArticle = { readonly id: string; readonly article: Article };

type DraftPoint = {
  readonly id: string;
  /** Id of its article. */
  readonly article: string;
  readonly text: string;
  /** Numbers of the sentences that it cites, from 1 as in the prompts. */
  readonly sentences: readonly number[];
  /** Bad: where it leaves the article. Good: why it does not. */
  readonly because: string;
};

export type BadDraft = DraftPoint & {
  readonly kind: Fault;
  /** The words of the draft that are at fault; empty where something is missing. */
  readonly fault: string;
  /** The words of the cited sentences that it gets wrong or leaves out; empty where it invents. */
  readonly against: string;
};

export type GoodDraft = DraftPoint & {
  readonly kind: Craft;
  /** Words of the draft, and the words of the cited sentences that bear them. */
  readonly facts: readonly { readonly told: string; readonly borneBy: string }[];
};

export type Drafts = {
  readonly articles: readonly GivenArticle[];
  readonly bad: readonly BadDraft[];
  readonly good: readonly GoodDraft[];
};

/** The articles and drafts of this folder. @throws Error that names what is not as it should be. */
export function loadDrafts(folder = import.meta.dirname): Drafts {
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  return {
    articles: readdirSync(path.join(folder, 'articles'))
      .toSorted()
      .map((file) => parseArticle(read(path.join('articles', file)), file)),
    bad: parseList(read('bad.json'), 'bad.json').map(parseBad),
    good: parseList(read('good.json'), 'good.json').map(parseGood),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function parseFields(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null) throw new Error(`${where} is no object`);
  return Object.fromEntries(Object.entries(value));
}

function parseList(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${where} is no list`);
  return value;
}

function textIn(fields: Fields, key: string): string {
  const value = fields[key];
  if (typeof value !== 'string') throw new Error(`${JSON.stringify(fields)} lacks the text "${key}"`);
  return value;
}

function wordIn<Word extends string>(fields: Fields, key: string, words: readonly Word[]): Word {
  const value = textIn(fields, key);
  const word = words.find((one) => one === value);
  if (word === undefined) throw new Error(`"${value}" is no ${key} that is known`);
  return word;
}

function parseArticle(value: unknown, file: string): GivenArticle {
  const fields = parseFields(value, file);
  const paragraphs = parseList(fields.paragraphs, `${file}: paragraphs`);
  return { id: textIn(fields, 'id'), article: readText(paragraphs.join('\n\n'), { title: textIn(fields, 'title') }) };
}

function parsePoint(fields: Fields): DraftPoint {
  const sentences = parseList(fields.sentences, 'sentences').map((number) => {
    if (typeof number !== 'number' || !Number.isInteger(number)) throw new Error(`${String(number)} is no sentence`);
    return number;
  });
  return {
    id: textIn(fields, 'id'),
    article: textIn(fields, 'article'),
    text: textIn(fields, 'text'),
    sentences,
    because: textIn(fields, 'because'),
  };
}

function parseBad(value: unknown): BadDraft {
  const fields = parseFields(value, 'a bad draft');
  const kind = wordIn(fields, 'kind', FAULTS);
  return { ...parsePoint(fields), kind, fault: textIn(fields, 'fault'), against: textIn(fields, 'against') };
}

function parseGood(value: unknown): GoodDraft {
  const fields = parseFields(value, 'a good draft');
  const facts = parseList(fields.facts, 'facts').map((pair) => {
    const [told, borneBy] = parseList(pair, 'a fact');
    if (typeof told !== 'string' || typeof borneBy !== 'string') throw new Error(`${JSON.stringify(pair)} is no fact`);
    return { told, borneBy };
  });
  return { ...parsePoint(fields), kind: wordIn(fields, 'kind', CRAFTS), facts };
}

import type { Article } from '#core/article.ts';
import type { Usage } from '#core/briefing.ts';
import type { Testimony } from '#core/testimony.ts';
import { countTokens, mostTokens } from './count-tokens.ts';
import type { Asker, Patience, Question } from './create-asker.ts';
import { type Chance, createFence, type Fence } from './fence-data.ts';
import { learnContext } from './learn-context.ts';
import { listStatements } from './list-statements.ts';
import { fillPrompt } from './load-prompts.ts';
import { ModelFault } from './model-fault.ts';
import { numberSentences, type Section } from './number-sentences.ts';
import type { Prompt } from './parse-prompt.ts';
import { planSections } from './plan-sections.ts';

/** What is to be done with an article. */
type Task<T> = Pick<Question<T>, 'name' | 'schema'> & {
  readonly article: Article;
  readonly testimony: Testimony;
  readonly groundRules: Prompt;
  readonly prompt: Prompt;
  /** The rule about languages. */
  readonly language: string;
  /** Variables of the prompt that are our own words or a number, for a part of the article. */
  readonly values: (section: Section, parts: number) => Readonly<Record<string, string>>;
  /** Variables whose words others wrote: they stand in a fence. */
  readonly data: (section: Section) => Readonly<Record<string, string>>;
  /** Of several parts, whether this one is worth asking; all of them where it is absent. */
  readonly isWanted?: (section: Section) => boolean;
  readonly onUsage: (usage: Usage) => void;
};

/** What came of each part of the article, in its order. */
export type Part<T> = { readonly section: Section } & ({ readonly value: T } | { readonly fault: ModelFault });

export type Reader = {
  /**
   * Puts a task to the model, the article whole or in as few parts as its context allows.
   * @throws ModelFault where not one part was answered; whatever the signal was aborted with.
   */
  readonly read: <T>(task: Task<T>, patience: Patience) => Promise<readonly Part<T>[]>;
  /** Tokens of the model's context; null as long as nobody told. */
  readonly context: () => number | null;
};

/** Tokens that are left for the answer. */
const ANSWER_TOKENS = 1_500;

/** Below this every model's context is large enough: nobody is asked for its size. */
const SMALL_TOKENS = 4_000;

/** The server's tokenizer may count more than ours by a third. */
const SAFE_SHARE = 0.75;

/** Parts with fewer tokens of the article than this are mostly rules. */
const SMALLEST_SECTION_TOKENS = 200;

/** Parts asked at once, so that a long article does not take the sum of their times; a server's own queue is not filled. */
const AT_ONCE = 3;

/** Times that an article is cut into smaller parts after the server found the first ones too long. */
const MOST_CUTS = 3;

/** Reads articles with one model, of any length. */
export function createReader(asker: Asker, model: string, chance: Chance): Reader {
  let context: number | null = null;
  let isLearnt = false;

  async function read<T>(task: Task<T>, patience: Patience): Promise<readonly Part<T>[]> {
    let sections = await firstSections(task, patience);
    for (let cuts = 0; ; cuts++) {
      try {
        const parts = await askParts(task, sections, patience);
        const faults = parts.flatMap((part) => ('fault' in part ? part.fault : []));
        const tooLong = faults.find(({ kind }) => kind === 'too-long');
        if (tooLong !== undefined && cuts < MOST_CUTS) throw tooLong;
        const [first] = faults;
        if (first !== undefined && faults.length === parts.length) throw first;
        return parts;
      } catch (error) {
        patience.signal.throwIfAborted();
        if (!(error instanceof ModelFault) || error.kind !== 'too-long' || cuts >= MOST_CUTS) throw error;
        const smaller = await smallerSections(task, sections, error);
        if (smaller.length <= sections.length) throw error;
        sections = smaller;
      }
    }
  }

  async function firstSections<T>(task: Task<T>, patience: Patience): Promise<Section[]> {
    const whole = { from: 0, to: task.article.sentences.length };
    const { system, user } = wordsFor(task, whole, 1);
    const bound = mostTokens(system) + mostTokens(user) + ANSWER_TOKENS;
    if (bound <= (context ?? SMALL_TOKENS)) return [whole];
    if (!isLearnt) {
      isLearnt = true;
      context ??= await learnContext(asker.client, model, patience.signal);
    }
    // Where nobody tells the size, the whole is tried: a server says so, or shows by its count, that it was too long.
    if (context === null) return [whole];
    const tokens = await countTokens([system, user]);
    return tokens + ANSWER_TOKENS <= context * SAFE_SHARE ? [whole] : sectionsWithin(task, context * SAFE_SHARE);
  }

  /** After the server found these too long: by the size that it told, or half of what was tried. */
  async function smallerSections<T>(
    task: Task<T>,
    sections: readonly Section[],
    fault: ModelFault,
  ): Promise<Section[]> {
    const sizes = sections.map((section) => wordsFor(task, section, sections.length));
    const counts = await Promise.all(sizes.map(({ system, user }) => countTokens([system, user])));
    const tried = Math.max(...counts);
    if (fault.context !== null) context = Math.min(fault.context, context ?? Number.POSITIVE_INFINITY);
    return sectionsWithin(task, Math.min((context ?? tried) * SAFE_SHARE, tried / 2 + ANSWER_TOKENS));
  }

  async function sectionsWithin<T>(task: Task<T>, tokens: number): Promise<Section[]> {
    const nothing = wordsFor(task, { from: 0, to: 0 }, 2);
    const rules = await countTokens([nothing.system, nothing.user]);
    const testimony = await countTokens([listStatements(task.article, task.testimony, wholeOf(task))]);
    const { countTokens: count } = await import('gpt-tokenizer/encoding/o200k_base');
    const room = tokens - rules - ANSWER_TOKENS;
    // The statements stand beside the sentences that they stand in, so that each part has its share of them.
    const article = await countTokens([task.article.text]);
    const most = Math.max(SMALLEST_SECTION_TOKENS, room * (article / (article + testimony)));
    return planSections(task.article, most, (text) => count(text, PLAIN_TEXT));
  }

  async function askParts<T>(task: Task<T>, sections: readonly Section[], patience: Patience): Promise<Part<T>[]> {
    const wanted = sections.length === 1 ? sections : sections.filter((section) => task.isWanted?.(section) ?? true);
    const parts: Part<T>[] = [];
    const queue = [...wanted.entries()];
    const work = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [at, section] = next;
        parts[at] = await askPart(task, section, sections.length, patience);
        const part = parts[at];
        // All parts are as long as this one: none of the others is worth asking.
        if ('fault' in part && part.fault.kind === 'too-long') queue.length = 0;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return parts.filter((part) => part !== undefined);
  }

  async function askPart<T>(task: Task<T>, section: Section, parts: number, patience: Patience): Promise<Part<T>> {
    try {
      const { name, schema, onUsage } = task;
      const value = await asker.ask({ ...wordsFor(task, section, parts), name, schema, onUsage }, patience);
      return { section, value };
    } catch (error) {
      patience.signal.throwIfAborted();
      if (!(error instanceof ModelFault)) throw error;
      return { section, fault: error };
    }
  }

  function wordsFor<T>(
    task: Task<T>,
    section: Section,
    parts: number,
  ): { readonly system: string; readonly user: string } {
    const { article, testimony } = task;
    const numbered = numberSentences(article, section);
    const shown = describeArticle(article, numbered.text, section, parts);
    const data = { testimony: listStatements(article, testimony, section), ...task.data(section) };
    const fence = createFence(chance, [shown, ...Object.values(data)]);
    const values = { ...task.values(section, parts), ...fenced(data, fence) };
    const rules = fillPrompt(task.groundRules, { fence: fence.word, language: task.language });
    return { system: rules, user: `${fence.around('ARTICLE', shown)}\n\n${fillPrompt(task.prompt, values)}` };
  }

  return { read, context: () => context };
}

const PLAIN_TEXT = { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() };

function wholeOf<T>({ article }: Task<T>): Section {
  return { from: 0, to: article.sentences.length };
}

function fenced(data: Readonly<Record<string, string>>, fence: Fence): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([name, text]) => [name, fence.around(name.toUpperCase(), text)]));
}

/** What is known of the article, and its numbered text. All of it was written by others. */
function describeArticle(article: Article, text: string, section: Section, parts: number): string {
  const { title, outlet, authors, publishedAt, sentences } = article;
  const isPart = parts > 1 ? `Part of it: sentences ${section.from + 1} to ${section.to} of ${sentences.length}` : null;
  const lines = [
    title.trim() === '' ? null : `Title: ${oneLine(title)}`,
    outlet === null ? null : `Outlet: ${oneLine(outlet)}`,
    authors.length === 0 ? null : `By: ${oneLine(authors.join(', '))}`,
    publishedAt === null ? null : `Published: ${oneLine(publishedAt)}`,
    isPart,
  ].filter((line) => line !== null);
  return `${lines.join('\n')}\n\n${text}`.trimStart();
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

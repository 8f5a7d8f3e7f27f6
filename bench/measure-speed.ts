import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { attribute, brief, checkClaims, readHtml } from '#index.ts';
import { cpuOf } from './cpu-of.ts';
import { median } from './median.ts';
import type { GoldArticle } from './parse-gold.ts';
import { renderPage } from './render-page.ts';

/** CPU time of one step, in ms for each article, and as a multiple of plain Readability on linkedom in the same run. */
type SpeedRow = { readonly name: string; readonly msPerArticle: number; readonly ratio: number };

export type Speed = {
  readonly rows: readonly SpeedRow[];
  /** The most memory that the process held so far, in MB. */
  readonly peakMegabytes: number;
};

/** Rounds that are counted. The median of so many is steady within a few per cent on a machine that does other work too. */
const ROUNDS = 7;
/** Rounds before, for the compiler to warm up and the word lists to load. */
const WARM_UP_ROUNDS = 3;

/**
 * Runs every step over all articles, the steps taking turns in each round so that a slow moment hits all of them alike.
 * Measures CPU time of this process, not the clock.
 */
export async function measureSpeed(articles: readonly GoldArticle[]): Promise<Speed> {
  const pages = articles.map((gold) => ({ html: renderPage(gold), url: gold.url }));
  const read = pages.map(({ html, url }) => readHtml(html, { url }));
  const briefed = await Promise.all(
    read.map(async (article) => {
      const { points } = await brief(article, { engine: 'extractive' });
      return { article, claims: points.map(({ text }) => ({ text })) };
    }),
  );
  const steps: readonly { readonly name: string; readonly run: () => Promise<void> }[] = [
    {
      name: 'plain Readability + linkedom',
      run: async () => {
        for (const { html } of pages) plain(html);
      },
    },
    {
      name: 'readHtml',
      run: async () => {
        for (const { html, url } of pages) readHtml(html, { url });
      },
    },
    {
      name: 'attribute',
      run: async () => {
        for (const article of read) attribute(article);
      },
    },
    {
      name: 'attribute + verify its key points',
      run: async () => {
        // checkClaims attributes the article itself.
        for (const { article, claims } of briefed) checkClaims(claims, article);
      },
    },
    {
      name: 'readHtml + brief (extractive)',
      run: async () => {
        for (const { html, url } of pages) await brief(readHtml(html, { url }), { engine: 'extractive' });
      },
    },
  ];
  const times = steps.map((): number[] => []);
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    for (const [index, step] of steps.entries()) {
      const ms = await cpuOf(step.run);
      if (round >= WARM_UP_ROUNDS) times[index]?.push(ms / pages.length);
    }
  }
  const medians = times.map(median);
  const base = medians[0] ?? Number.NaN;
  return {
    rows: steps.map(({ name }, index) => {
      const ms = medians[index] ?? Number.NaN;
      return { name, msPerArticle: ms, ratio: ms / base };
    }),
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

/** The yardstick: what most readers do, and nothing else. */
function plain(html: string): string {
  return new Readability(parseHTML(html).document).parse()?.textContent ?? '';
}

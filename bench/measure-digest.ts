import { attribute } from '#attribute/attribute.ts';
import { entriesOf } from '#bot/entries-of.ts';
import { joinDigest } from '#bot/join-digest.ts';
import { joinWalk } from '#bot/join-walk.ts';
import { makeDigest } from '#flow/make-digest.ts';
import { readFeed, readHtml } from '#index.ts';
import { digestCard } from '#render/digest-card.ts';
import { loadGold } from './load-gold.ts';
import type { GoldArticle } from './parse-gold.ts';
import { renderPage } from './render-page.ts';

type DigestFigures = {
  readonly feeds: number;
  readonly items: number;
  readonly stories: number;
  readonly entries: number;
  /** Articles whose pages were read, each with its frame as an outlet has it. */
  readonly read: number;
  /** CPU time of the process from the feeds' bytes to the card, in s. The first one of a process loads the rooms. */
  readonly cold: number;
  readonly warm: number;
};

const FEEDS = 40;
const ITEMS_A_FEED = 15;
/** Outlets that have one story, each in its own words. */
const OUTLETS_A_STORY = 5;
const SINCE = new Date('2026-05-19T00:00:00Z');
const UNTIL = new Date('2026-05-20T00:00:00Z');

/** A digest, extractive, over 40 feeds with 600 items of fiction, from bytes to a card; nothing is fetched. */
export async function measureDigest(): Promise<DigestFigures> {
  const { feeds, pages } = makeFeeds(loadGold());
  const run = async () => {
    let read = 0;
    const steps = joinDigest({
      read: async (url) => {
        read++;
        return readHtml(pages.get(url) ?? '', { url });
      },
      testimony: async (article) => attribute(article),
      brief: (article, wish, signal) => joinWalk(async () => article, signal).brief(article, wish),
    });
    const before = process.cpuUsage();
    const items = [...feeds].flatMap(([url, xml]) => entriesOf(readFeed(xml, { url }), url, SINCE, UNTIL));
    const digest = await makeDigest(items, { since: SINCE, until: UNTIL, feeds: feeds.size }, steps);
    digestCard(digest);
    const { user, system } = process.cpuUsage(before);
    return { seconds: (user + system) / 1e6, read, digest };
  };
  const cold = await run();
  const warm = await run();
  const { counts, entries } = warm.digest;
  return { ...counts, entries: entries.length, read: warm.read, cold: cold.seconds, warm: warm.seconds };
}

/** Each story is a marked article with words of its own before it, told by five outlets that cut and turn its headline. */
function makeFeeds(gold: readonly GoldArticle[]) {
  const feeds = new Map<string, string>();
  const pages = new Map<string, string>();
  for (let feed = 0; feed < FEEDS; feed++) {
    const outlet = `The ${PLACES[feed % PLACES.length]} ${PAPERS[Math.floor(feed / PLACES.length)]}`;
    const site = `https://outlet-${feed}.example`;
    const items = Array.from({ length: ITEMS_A_FEED }, (_, at) => {
      const story = (Math.floor(feed / OUTLETS_A_STORY) * ITEMS_A_FEED + at) % STORIES;
      const article = gold[story % gold.length];
      if (article === undefined) throw new Error('there are no marked articles');
      const words = wordsOf(story);
      const title = feed % 2 === 0 ? words : `${words.split(' ').slice(1).toReversed().join(' ')}, witnesses say`;
      const url = `${site}/${story}`;
      const lead = `${outlet} looked into ${words} on Tuesday, and ${feed + 3} people spoke about it.`;
      pages.set(url, renderPage({ ...article, title, outlet, url, text: `${lead}\n\n${article.text}` }));
      const at_ = new Date(SINCE.getTime() + (1 + ((feed * 7 + at * 3) % 22)) * 3_600_000).toUTCString();
      return `<item><title>${escapeXml(title)}</title><link>${url}</link><pubDate>${at_}</pubDate><description>${escapeXml(lead)}</description></item>`;
    });
    feeds.set(`${site}/feed`, `<rss version="2.0"><channel><title>${outlet}</title>${items.join('')}</channel></rss>`);
  }
  return { feeds, pages };
}

const STORIES = (FEEDS / OUTLETS_A_STORY) * ITEMS_A_FEED;
const PLACES = ['Calder', 'Marsh', 'Orle', 'Lund', 'Ansel', 'Quist', 'Varga', 'Holm', 'Brandel', 'Renn'];
const PAPERS = ['Ledger', 'Observer', 'Courier', 'Gazette'];
const SYLLABLES = ['ka', 'lo', 'mir', 'ten', 'vus', 'dra', 'pel', 'qui', 'ron', 'sab', 'tul', 'wex', 'zam'];
const WORDS_A_STORY = 5;

/** What a story alone is about: names and things that no other has. */
function wordsOf(story: number): string {
  return Array.from({ length: WORDS_A_STORY }, (_, at) => {
    const seed = story * WORDS_A_STORY + at;
    const syllable = (power: number) => SYLLABLES[Math.floor(seed / SYLLABLES.length ** power) % SYLLABLES.length];
    return `${syllable(0)}${syllable(1)}${syllable(2)}`;
  }).join(' ');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

import { attribute } from '#attribute/attribute.ts';
import { type DigestWalk, joinDigest } from '#bot/join-digest.ts';
import { joinWalk } from '#bot/join-walk.ts';
import type { NewsEntry } from '#core/digest.ts';
import { Problem } from '#core/problem.ts';
import { readText } from '#read/read-text.ts';

export const MORNING = new Date('2026-05-20T06:00:00Z');
export const EVENING = new Date('2026-05-19T06:00:00Z');

/** Long enough to be an article: what is said, and what stands around it. */
export const storyText = (lead: string, more = 'Nobody was hurt, according to the fire brigade.') =>
  [lead, more, 'The quay stays closed until the evening, and buses go by the old mill.'].join('\n\n');

export function anEntry(outlet: string, title: string, more: Partial<NewsEntry> = {}): NewsEntry {
  const slug = title.toLowerCase().replace(/[^a-z]+/g, '-');
  return {
    id: `${outlet} ${slug}`,
    feed: outlet,
    outlet,
    url: `https://${outlet.toLowerCase().replaceAll(' ', '-')}.example/${slug}`,
    title,
    summary: null,
    publishedAt: new Date('2026-05-19T18:00:00Z'),
    ...more,
  };
}

/** The real rooms; pages lie in a map, or fail with what lies there. What is asked for is written down. */
export function aNewsstand(pages: ReadonlyMap<string, string | Error>, own: Partial<DigestWalk> = {}) {
  const asked: string[] = [];
  const faults: unknown[] = [];
  const steps = joinDigest(
    {
      read: async (url, signal) => {
        asked.push(url);
        signal.throwIfAborted();
        const page = pages.get(url) ?? new Problem('NOT_FOUND', `${url} answered 404`);
        if (typeof page !== 'string') throw page;
        return { ...readText(page, { url }), outlet: new URL(url).hostname };
      },
      testimony: async (article) => attribute(article),
      brief: (article, wish, signal) => joinWalk(async () => article, signal).brief(article, wish),
      ...own,
    },
    (fault) => faults.push(fault),
  );
  return { steps, asked, faults };
}

/** Headlines that have nothing in common. */
export const SUBJECTS = [
  'Old lighthouse sold to a baker',
  'Snow blocks the northern pass',
  'Choir wins a prize in Lisbon',
  'Tram line eight opens early',
  'Wolf seen near the paper mill',
  'Hospital hires forty nurses',
  'Flood gates tested at midnight',
  'Chess club loses its cellar',
  'Apple harvest smaller than feared',
  'Court frees the beekeeper',
  'New stamp shows a heron',
  'Airport fog delays a minister',
  'School kitchen drops palm oil',
  'Quarry blast cracks a chapel',
  'Fishing quota cut by half',
  'Museum finds a lost map',
  'Power failure stops the opera',
  'Cyclists ask for a bridge',
  'Bakery strike enters week two',
  'Glacier tunnel shut for good',
];

import type { Block, Card } from '#core/card.ts';
import type { Followed, FollowedAll } from '#core/desk.ts';
import type { Subscription } from '#core/following.ts';
import { healthWords } from './health-words.ts';

/** What a channel follows, numbered, and how each feed is. */
export function feedsCard(all: readonly Subscription[], timeZone: string): Card {
  if (all.length === 0)
    return {
      title: 'This channel follows no feeds yet',
      blocks: [{ kind: 'text', text: 'Add one with /sources add and the address of a site or a feed.' }],
    };
  const blocks = all.map(
    (one, at): Block => ({
      kind: 'point',
      text: `${at + 1}. ${titleOf(one)}`,
      credit: [hostOf(one.feed.url), healthWords(one, timeZone), filterWords(one.filter)]
        .filter((part) => part !== null)
        .join(' · '),
      passage: null,
    }),
  );
  return {
    title: all.length === 1 ? 'This channel follows one feed' : `This channel follows ${all.length} feeds`,
    blocks,
  };
}

/** A feed that was added, with its newest headlines, so that a reader sees that it is the right one. */
export function followedCard({ title, url, isNew, newest, others }: Followed): Card {
  const headlines: Block[] = newest.map((text) => ({ kind: 'point', text, credit: null, passage: null }));
  return {
    title: isNew ? `Now following ${title}` : `This channel follows ${title} already`,
    blocks: [
      { kind: 'note', text: url },
      ...(headlines.length === 0
        ? [{ kind: 'text' as const, text: 'There is nothing in it yet.' }]
        : [{ kind: 'heading' as const, text: 'Its newest headlines', detail: null }, ...headlines]),
      ...(others.length === 0
        ? []
        : [{ kind: 'note' as const, text: `This site has more feeds: ${others.slice(0, MOST_OTHERS).join(', ')}` }]),
      ...(isNew
        ? [{ kind: 'note' as const, text: 'What is in it now is not announced; what comes from now on is.' }]
        : []),
    ],
  };
}

export function importedCard({ added, known }: FollowedAll): Card {
  const blocks: Block[] = [];
  if (added.length > 0) blocks.push({ kind: 'text', text: listed(added) });
  if (known.length > 0) blocks.push({ kind: 'note', text: `Followed already: ${listed(known)}` });
  blocks.push({
    kind: 'note',
    text: 'They are read one after another; /sources list shows how each of them is.',
  });
  return { title: added.length === 1 ? 'One feed added' : `${added.length} feeds added`, blocks };
}

/** What was done with one feed. */
export function changedCard(
  what: 'removed' | 'paused' | 'resumed' | 'filtered',
  one: Subscription,
  filter: string | null,
): Card {
  const title = titleOf(one);
  const host = hostOf(one.feed.url);
  switch (what) {
    case 'removed':
      return card(`No longer following ${title}`, `${host}; /sources add brings it back.`);
    case 'paused':
      return card(`${title} is paused`, `${host}; nothing of it comes into digests until /sources resume.`);
    case 'resumed':
      return card(`${title} is followed again`, host);
    case 'filtered':
      return filter === null
        ? card(`All of ${title} comes in again`, host)
        : card(`Of ${title} only some comes in`, `${host}; ${filterWords(filter)}`);
    default:
      return what satisfies never;
  }
}

function card(title: string, note: string): Card {
  return { title, blocks: [{ kind: 'note', text: note }] };
}

/**
 * An OPML file as text, to be copied or saved: in pieces of whole lines, each of which every platform shows as it is, so that a long list
 * goes on in further messages and nothing of it is cut away.
 */
export function exportCard(opml: string, count: number): Card {
  const pieces = piecesOf(opml);
  const how = pieces.length === 1 ? 'Save this' : `Save these ${pieces.length} pieces, one below the other,`;
  return {
    title: count === 1 ? 'One feed as OPML' : `${count} feeds as OPML`,
    blocks: [
      { kind: 'note', text: `${how} as feeds.opml; every feed reader takes it.` },
      ...pieces.map((text) => ({ kind: 'passage' as const, text, credit: null })),
    ],
  };
}

/** The narrowest platform shows twice as many characters in one block; half is left for signs that it escapes. */
const PIECE = 900;

function piecesOf(opml: string): string[] {
  const pieces: string[] = [];
  for (const line of opml.trimEnd().split('\n')) {
    const last = pieces.at(-1);
    if (last === undefined || last.length + line.length >= PIECE) pieces.push(line);
    else pieces[pieces.length - 1] = `${last}\n${line}`;
  }
  return pieces;
}

const MOST_OTHERS = 4;
const MOST_LISTED = 20;

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_LISTED;
  return `${names.slice(0, MOST_LISTED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function titleOf({ feed }: Subscription): string {
  return feed.title ?? hostOf(feed.url);
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1] ?? url;
}

function filterWords(filter: string | null): string | null {
  return filter === null ? null : `only: ${filter}`;
}

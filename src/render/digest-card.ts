import type { Block, Button, Card, Words } from '#core/card.ts';
import type { Digest, DigestEntry, Unread } from '#core/digest.ts';
import { differenceLines } from './difference-lines.ts';

/**
 * One screen, and one message of the narrowest platform (Discord, 4,000 signs with the addresses in them; a part is left for signs
 * that are escaped).
 */
const MOST_SIGNS = 2_800;

/** Told by name; the rest as a number. */
const MOST_UNREAD = 4;
const MOST_REASONS = 3;
const MOST_ALSO = 5;

export type DigestLook = {
  /** What leads to the full briefing of an item (`DigestEntry.id`); null: nothing does. */
  readonly pressOf?: (entry: DigestEntry, number: number) => Button | null;
  /** Where times are told, an IANA name. */
  readonly timeZone?: string;
  /** How many signs the stories may have, with their addresses; absent: what the narrowest platform takes in one message. */
  readonly mostSigns?: number;
};

/** A digest as a message of one screen: an entry a story, what could not be read, and how much was looked through. */
export function digestCard(digest: Digest, look: DigestLook = {}): Card {
  const { pressOf = () => null, timeZone = 'UTC', mostSigns = MOST_SIGNS } = look;
  if (digest.entries.length === 0) return quietCard(digest, timeZone);
  const stories = fitStories(digest.entries, timeZone, mostSigns);
  const buttons = stories.flatMap((_, at) => {
    const entry = digest.entries[at];
    return entry === undefined ? [] : (pressOf(entry, at + 1) ?? []);
  });
  const blocks: Block[] = [
    { kind: 'note', text: aboutLine(digest, timeZone) },
    ...stories,
    ...unreadBlocks(digest),
    ...leftBlocks(digest.counts.stories - stories.length),
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
  ];
  return { title: `Digest of ${dayOf(digest.until, timeZone)}`, blocks };
}

type StoryBlock = Extract<Block, { kind: 'story' }>;

/** As many as fit on the screen; before one is left out, the addresses of other outlets are. */
function fitStories(entries: readonly DigestEntry[], timeZone: string, mostSigns: number): StoryBlock[] {
  const whole = entries.map((entry, at) => storyBlock(entry, at + 1, timeZone));
  if (signsOf(whole) <= mostSigns) return whole;
  const bare = whole.map((block) => ({
    ...block,
    lines: block.lines.map((line) => line.map(({ text }) => unlinked(text))),
  }));
  while (bare.length > 1 && signsOf(bare) > mostSigns) bare.pop();
  return bare;
}

function signsOf(blocks: readonly StoryBlock[]): number {
  const sizeOf = ({ text, url }: Words) => text.length + (url?.length ?? 0);
  return blocks.reduce(
    (sum, { title, url, text, lines }) =>
      sum +
      sizeOf({ text: title, url }) +
      (text?.length ?? 0) +
      lines.flat().reduce((all, one) => all + sizeOf(one), 0),
    0,
  );
}

function storyBlock(entry: DigestEntry, number: number, timeZone: string): StoryBlock {
  const { title, url, text, from } = entry;
  const time = entry.publishedAt === null ? '' : ` · ${momentOf(entry.publishedAt, timeZone)}`;
  const credit = entry.credit === null ? '' : ` · ${entry.credit}`;
  const unread =
    from === 'article'
      ? ''
      : from === 'feed'
        ? ' · not read; the feed’s own words'
        : ' · not read; the feed’s own title';
  return {
    kind: 'story',
    number,
    title,
    url,
    text,
    lines: [
      [unlinked(`${entry.outlet}${time}${credit}${unread}`)],
      ...alsoLines(entry),
      ...entry.differ.flatMap((difference) => differenceLines(difference, timeZone)).map((line) => [unlinked(line)]),
    ],
  };
}

function alsoLines({ also, origins, agency, outlet }: DigestEntry): Words[][] {
  if (also.length === 0) return [];
  const named = also.slice(0, MOST_ALSO);
  const links = named.flatMap((one, at): Words[] => [
    ...(at === 0 ? [] : [unlinked(', ')]),
    { text: one.outlet, url: one.url },
  ]);
  const more = also.length > named.length ? ` and ${also.length - named.length} more` : '';
  return [
    [unlinked('Also in '), ...links, unlinked(`${more} · ${originsOf(also.length + 1, origins, agency, outlet)}`)],
  ];
}

function originsOf(outlets: number, origins: number, agency: string | null, outlet: string): string {
  const whose = agency === null ? '' : agency === outlet ? `: ${agency}’s own report` : ` (report of ${agency})`;
  if (origins === 1) return `one origin${agency === null ? '' : `, ${agency}`}`;
  return origins === outlets ? `${origins} independent origins` : `${origins} independent origins${whose}`;
}

function unlinked(text: string): Words {
  return { text, url: null };
}

/** What stood in the way, each reason once, with the outlets that it kept away. */
function unreadBlocks({ unread }: Digest): Block[] {
  const reasons = [...Map.groupBy(unread, ({ words }) => firstSentence(words))];
  const lines = reasons.slice(0, MOST_REASONS).map(([reason, all]) => {
    const outlets = [...new Set(all.map(({ outlet }) => outlet))];
    const more = outlets.length > MOST_UNREAD ? ` and ${outlets.length - MOST_UNREAD} more` : '';
    return `Not read, ${outlets.slice(0, MOST_UNREAD).join(', ')}${more}: ${reason}`;
  });
  const others = reasons.slice(MOST_REASONS).reduce((sum, [, all]) => sum + all.length, 0);
  return [...lines, ...(others === 0 ? [] : [`${others} more could not be read.`])].map((text) => ({
    kind: 'note',
    text,
  }));
}

function firstSentence(words: Unread['words']): string {
  return /^.*?[.?!](?=\s|$)/u.exec(words)?.[0] ?? words;
}

function leftBlocks(others: number): Block[] {
  if (others <= 0) return [];
  return [{ kind: 'note', text: `${others} more ${others === 1 ? 'story' : 'stories'} ranked lower.` }];
}

function quietCard(digest: Digest, timeZone: string): Card {
  const { feeds } = digest.counts;
  const text = `Nothing new since ${momentOf(digest.since, timeZone)} in ${count(feeds, 'feed')}.`;
  return { title: `A quiet day: nothing new on ${dayOf(digest.until, timeZone)}`, blocks: [{ kind: 'note', text }] };
}

function aboutLine({ since, until, counts }: Digest, timeZone: string): string {
  const span = `${momentOf(since, timeZone)} to ${momentOf(until, timeZone)}`;
  return `${span} · ${count(counts.stories, 'story', 'stories')} from ${count(counts.items, 'item')} of ${count(counts.feeds, 'feed')}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function dayOf(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(
    new Date(at),
  );
}

/** "Tue 19 May, 08:00". */
function momentOf(at: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    timeZone,
  });
  return parts.format(new Date(at));
}

import type { Block, Button, Card, Words } from '#core/card.ts';
import type { Digest, DigestEntry, Unread } from '#core/digest.ts';
import { differenceLines } from './difference-lines.ts';
import { fallbackNote } from './fallback-note.ts';
import { momentWords } from './moment-words.ts';
import { shorten } from './shorten.ts';

/**
 * One screen, and one message of the narrowest platform (Discord, 4,000 signs with the addresses in them; a part is left for signs
 * that are escaped).
 */
const MOST_SIGNS = 3_400;
/** Of these, for the line about the digest, for what ranked lower and for who wrote it. */
const SIGNS_ABOUT = 300;

/** Told by name; the rest as a number. */
const MOST_UNREAD = 4;
const MOST_REASONS = 3;
const MOST_ALSO = 5;
/** So many stories are cut to their titles only where there would be fewer stories. */
const WHOLE = 2;
/** A headline that is longer is a summary: where the screen is full, its beginning does. In characters. */
const LONG_TITLE = 160;
/** Where even that leaves no room for all. */
const SHORT_TITLE = 80;

export type DigestLook = {
  /** What leads to the full briefing of an item (`DigestEntry.id`); null: nothing does. */
  readonly pressOf?: (entry: DigestEntry, number: number) => Button | null;
  /** Where times are told, an IANA name. */
  readonly timeZone?: string;
  /** How many signs it may have, with its addresses; absent: what the narrowest platform takes in one message. */
  readonly mostSigns?: number;
  /** Notes that will stand beside it. */
  readonly beside?: readonly { readonly text: string }[];
};

/** A digest as a message of one screen: an entry a story, what could not be read, and how much was looked through. */
export function digestCard(digest: Digest, look: DigestLook = {}): Card {
  const { pressOf = () => null, timeZone = 'UTC', mostSigns = MOST_SIGNS, beside = [] } = look;
  if (digest.entries.length === 0) return quietCard(digest, timeZone);
  const unread = unreadNotes(digest);
  const taken = [...unread, ...beside].reduce((sum, { text }) => sum + text.length, SIGNS_ABOUT);
  const stories = fitStories(digest.entries, timeZone, mostSigns - taken);
  const buttons = stories.flatMap((_, at) => {
    const entry = digest.entries[at];
    return entry === undefined ? [] : (pressOf(entry, at + 1) ?? []);
  });
  const blocks: Block[] = [
    { kind: 'note', text: aboutLine(digest, timeZone) },
    ...stories,
    ...unread,
    ...leftBlocks(digest.counts.stories - stories.length),
    ...engineBlocks(digest, stories),
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
  ];
  return { title: `Digest of ${dayOf(digest.until, timeZone)}`, blocks };
}

type Note = Extract<Block, { kind: 'note' }>;
type StoryBlock = Extract<Block, { kind: 'story' }>;

/**
 * All of them, if that can be. Where the screen is full, those that rank lowest lose first, and what readers miss least: the addresses of
 * other outlets, the ends of long titles, then all but title, outlet and time, then who else has it, and at last their place. What
 * ranks highest stays whole as long as it can.
 */
function fitStories(entries: readonly DigestEntry[], timeZone: string, mostSigns: number): StoryBlock[] {
  let stories = entries.map((entry, at) => storyBlock(entry, at + 1, timeZone));
  const isFull = () => signsOf(stories) > mostSigns;
  const cut = (how: (block: StoryBlock, at: number) => StoryBlock, kept = 0) => {
    for (let last = stories.length - 1; last >= kept && isFull(); last--)
      stories = stories.map((block, at) => (at === last ? how(block, at) : block));
  };
  const toTitle = (block: StoryBlock, at: number) => {
    const entry = entries[at];
    return entry === undefined ? block : { ...briefBlock(entry, at + 1, timeZone), title: block.title };
  };
  cut(withoutLinks);
  cut(withTitleOf(LONG_TITLE));
  cut(toTitle, WHOLE);
  cut(withTitleOf(SHORT_TITLE), WHOLE);
  cut(withFirstLine, WHOLE);
  cut(toTitle);
  cut(withTitleOf(SHORT_TITLE));
  cut(withFirstLine);
  while (stories.length > 1 && isFull()) stories = stories.slice(0, -1);
  return stories;
}

function withTitleOf(longest: number): (block: StoryBlock) => StoryBlock {
  return (block) => ({ ...block, title: shorten(block.title, longest) });
}

function withFirstLine(block: StoryBlock): StoryBlock {
  return { ...block, lines: block.lines.slice(0, 1) };
}

function withoutLinks(block: StoryBlock): StoryBlock {
  return { ...block, lines: block.lines.map((line) => line.map(({ text }) => unlinked(text))) };
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
  const { title, url, text, outlet, publishedAt, credit } = entry;
  const facts = [
    outlet,
    publishedAt === null ? null : momentWords(new Date(publishedAt), timeZone),
    credit,
    readingOf(entry),
  ].filter((fact) => fact !== null);
  const differ = entry.differ.flatMap((difference) => differenceLines(difference, timeZone));
  return {
    ...{ kind: 'story', number, title, url, text },
    lines: [[unlinked(facts.join(' · '))], ...alsoLines(entry), ...differ.map((line) => [unlinked(line)])],
  };
}

/** A story that has no room for more: its title, whose it is, and who has it, too. */
function briefBlock(entry: DigestEntry, number: number, timeZone: string): StoryBlock {
  const { title, url, outlet, publishedAt, differ } = entry;
  const when = publishedAt === null ? [] : [momentWords(new Date(publishedAt), timeZone)];
  const also = alsoLines(entry).map((line) => line.map(({ text }) => text).join(''));
  const differs = differ.some(({ kind }) => kind === 'differ') ? ['accounts differ'] : [];
  const lines = [
    [outlet, ...when],
    [...also, ...(also.length === 0 ? [] : differs)],
  ].filter((facts) => facts.length > 0);
  return { kind: 'story', number, title, url, text: null, lines: lines.map((facts) => [unlinked(facts.join(' · '))]) };
}

/** Whose words these are, where they are not those of a whole article. */
function readingOf({ from, isPartial }: DigestEntry): string | null {
  switch (from) {
    case 'article':
      return isPartial ? 'only a part of it could be read' : null;
    case 'feed':
      return 'not read; the feed’s own words';
    case null:
      return 'not read; the feed’s own title';
    default:
      return from satisfies never;
  }
}

function alsoLines(entry: DigestEntry): Words[][] {
  const { also } = entry;
  if (also.length === 0) return [];
  const links = also
    .slice(0, MOST_ALSO)
    .flatMap((one, at): Words[] => [...(at === 0 ? [] : [unlinked(', ')]), { text: one.outlet, url: one.url }]);
  const rest = Math.max(0, also.length - MOST_ALSO);
  const tail = [rest === 0 ? '' : ` and ${rest} more`, ...originWords(entry).map((words) => ` · ${words}`)].join('');
  return [[unlinked('Also in '), ...links, ...(tail === '' ? [] : [unlinked(tail)])]];
}

/** Nothing where nothing was read: what feeds say tells no copies. */
function originWords({ from, origins, uncompared, agency, outlet }: DigestEntry): string[] {
  if (from !== 'article') return [];
  const whose = agency === null ? '' : agency === outlet ? `, ${agency} itself` : `, ${agency}`;
  const not = uncompared === 0 ? [] : [`${uncompared} not read`];
  if (origins === 1) return [uncompared === 0 || agency !== null ? `one origin${whose}` : 'one origin read', ...not];
  return [`${origins} independent origins${agency === null ? '' : ` (one report is of ${agency})`}`, ...not];
}

function unlinked(text: string): Words {
  return { text, url: null };
}

/** What stood in the way, each reason once, with the outlets that it kept away. */
function unreadNotes({ unread }: Digest): Note[] {
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

/** Who wrote the lines of articles that are shown, and why not the model where it was wanted. Feeds' own words say so themselves. */
function engineBlocks({ engine, entries }: Digest, stories: readonly StoryBlock[]): Block[] {
  const lines = stories.filter(({ text }, at) => text !== null && entries[at]?.from === 'article');
  if (engine === undefined || lines.length === 0) return [];
  const checked = `${count(lines.length, 'line')} checked against the articles`;
  const by =
    engine.name === 'extractive'
      ? 'extractive: in the articles’ own words'
      : `written by the model ${engine.model ?? ''}`.trim();
  return [{ kind: 'note', text: `${checked} · ${by}` }, ...fallbackNote(engine)];
}

function quietCard(digest: Digest, timeZone: string): Card {
  const { feeds } = digest.counts;
  const text = `Nothing new since ${momentWords(new Date(digest.since), timeZone)} in ${count(feeds, 'feed')}.`;
  return { title: `A quiet day: nothing new on ${dayOf(digest.until, timeZone)}`, blocks: [{ kind: 'note', text }] };
}

function aboutLine({ since, until, counts }: Digest, timeZone: string): string {
  const span = `${momentWords(new Date(since), timeZone)} to ${momentWords(new Date(until), timeZone)} (${timeZone})`;
  return `${span} · ${count(counts.stories, 'story', 'stories')} from ${count(counts.items, 'item')} of ${count(counts.feeds, 'feed')}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** What is made at midnight, or soon after, is about the day that has just ended. */
const AFTER_MIDNIGHT_MS = 3_600_000;

function dayOf(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(
    new Date(Date.parse(at) - AFTER_MIDNIGHT_MS),
  );
}

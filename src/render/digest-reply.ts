import type { Block, Button, Card } from '#core/card.ts';
import type { Reply } from '#core/command.ts';
import type { ChannelDigest } from '#core/desk.ts';
import type { Digest } from '#core/digest.ts';
import { digestCard } from './digest-card.ts';
import { healthWords } from './health-words.ts';
import { momentWords } from './moment-words.ts';

/** A channel's digest as it is posted, and what is kept for whoever asks why. `slot`: when it was due; null: somebody asked. */
export function digestReply({ digest, feeds, timeZone, lateFor, under }: ChannelDigest, slot: Date | null): Reply {
  const pressOf = ({ id }: { readonly id: string }, number: number): Button => ({
    label: `Brief me: ${number}`,
    press: { action: 'story', story: id, under },
  });
  if (feeds.length === 0) return { kind: 'digest', card: NO_FEEDS, data: digest, why: WITHOUT_FEEDS, slot };
  const late: Note[] =
    lateFor === null ? [] : [{ kind: 'note', text: `Late: it was due ${momentWords(lateFor, timeZone, true)}.` }];
  const sick = feeds.filter(
    ({ feed, pausedAt }) => pausedAt === null && (feed.health.problem !== null || feed.health.isGone),
  );
  const notes: Note[] = sick.slice(0, MOST_SICK).map((one) => ({
    kind: 'note',
    text: `${one.feed.title ?? one.feed.url} ${healthWords(one, timeZone)}`,
  }));
  if (sick.length > MOST_SICK)
    notes.push({ kind: 'note', text: `${sick.length - MOST_SICK} more feeds fail: /sources list shows them.` });
  const card = digestCard(digest, { pressOf, timeZone, beside: [...late, ...notes] });
  const isButtons = (block: Block) => block.kind === 'buttons';
  return {
    kind: 'digest',
    card: {
      ...card,
      blocks: [...late, ...card.blocks.filter((one) => !isButtons(one)), ...notes, ...card.blocks.filter(isButtons)],
    },
    data: digest,
    why: whyCard(digest),
    slot,
  };
}

type Note = Extract<Block, { kind: 'note' }>;

const MOST_SICK = 3;
const MOST_LEFT = 20;

const NO_FEEDS: Card = {
  title: 'There is no digest: this channel follows no feeds',
  blocks: [{ kind: 'text', text: 'Add some with /sources add and the address of a site or a feed.' }],
};

/** The same where somebody later asks what the last digest held. */
const WITHOUT_FEEDS: Card = {
  title: 'Why these',
  blocks: [{ kind: 'text', text: 'It held nothing: this channel followed no feeds then.' }],
};

/** What a digest held and left out, each with the parts of its rank in words. */
function whyCard({ entries, left, unread }: Digest): Card {
  const shown = entries.map(({ title, why }) => pointOf(title, why.join(' · ')));
  const others = left.slice(0, MOST_LEFT).map(({ title, outlet, why }) => pointOf(title, `${outlet} · ${why}`));
  const more: Block[] =
    left.length > MOST_LEFT ? [{ kind: 'note', text: `${left.length - MOST_LEFT} more were left out.` }] : [];
  const notRead = unread.map(({ title, outlet, words }) => pointOf(title, `${outlet} · ${words}`));
  return {
    title: 'Why these',
    blocks: [
      ...(shown.length === 0 ? [{ kind: 'text' as const, text: 'It held nothing: nothing was new.' }] : shown),
      ...(others.length === 0
        ? []
        : [{ kind: 'heading' as const, text: 'Left out', detail: null }, ...others, ...more]),
      ...(notRead.length === 0 ? [] : [{ kind: 'heading' as const, text: 'Not read', detail: null }, ...notRead]),
    ],
  };
}

function pointOf(text: string, credit: string): Block {
  return { kind: 'point', text, credit: credit || null, passage: null };
}

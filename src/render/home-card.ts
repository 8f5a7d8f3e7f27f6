import type { Block, Card } from '#core/card.ts';
import type { Command } from '#core/command.ts';
import type { HomeChannel } from '#core/wording.ts';
import { helpCard } from './help-card.ts';
import { momentWords } from './moment-words.ts';

/** The bot's own page for one person: the channels in which it works for them, and what it does. */
export function homeCard(commands: readonly Command[], channels: readonly HomeChannel[]): Card {
  const help = helpCard(commands, null);
  const listed: Block[] =
    channels.length === 0
      ? [
          {
            kind: 'text',
            text: 'Nothing was briefed yet in your channels. Invite byline to one, and ask /brief there.',
          },
        ]
      : channels.map((channel) => ({
          kind: 'point',
          text: `#${channel.name}`,
          credit: channelWords(channel),
          passage: null,
        }));
  return {
    title: 'byline',
    blocks: [
      { kind: 'note', text: 'The key points of an article, each with who said it, checked against the text.' },
      { kind: 'heading', text: 'Your channels', detail: null },
      ...listed,
      { kind: 'heading', text: help.title, detail: null },
      ...help.blocks,
    ],
  };
}

/** "follows 3 feeds · next digest: Mon 30 Nov, 08:00 Europe/Berlin · last briefed: …". */
function channelWords({ headline, feeds, next }: HomeChannel): string {
  return [
    ...(feeds === 0 ? [] : [feeds === 1 ? 'follows one feed' : `follows ${feeds} feeds`]),
    ...(next === null ? [] : [`next digest: ${momentWords(next.nextAt, next.schedule.timeZone, true)}`]),
    headline === null ? 'nothing briefed yet' : `last briefed: ${headline}`,
  ].join(' · ');
}

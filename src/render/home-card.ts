import type { Block, Card } from '#core/card.ts';
import type { Command } from '#core/command.ts';
import type { HomeChannel } from '#core/wording.ts';
import { helpCard } from './help-card.ts';

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
      : channels.map(({ name, headline }) => ({
          kind: 'point',
          text: `#${name}`,
          credit: headline === null ? 'nothing briefed yet' : `last briefed: ${headline}`,
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

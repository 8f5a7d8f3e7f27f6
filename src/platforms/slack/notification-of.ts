import type { Block, Card } from '#core/card.ts';
import { LONGEST_CREDIT, LONGEST_NOTIFICATION } from './limits.ts';
import { shorten } from './shorten.ts';

/** The words of a card in lines; where Slack reads this text as markup, its three signs of it are escaped. */
export function notificationOf(card: Card): string {
  const lines = [card.title, ...card.blocks.flatMap(linesOf)].map((line) => shorten(line, LONGEST_CREDIT));
  let text = '';
  for (const line of lines.filter((one) => one !== '').map(escapeSigns)) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (Buffer.byteLength(longer) > LONGEST_NOTIFICATION) break;
    text = longer;
  }
  return text === '' ? '…' : text;
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'note':
    case 'text':
      return [block.text];
    case 'heading':
      return [[block.text, block.detail].filter((part) => part !== null).join(' · ')];
    case 'point':
    case 'passage':
      return [block.credit === null ? block.text : `${block.text} (${block.credit})`];
    case 'story':
      return [block.text === null ? block.title : `${block.title}: ${block.text}`];
    case 'table':
      return [block.caption, ...block.rows.map((row) => row.join(' · '))];
    case 'buttons':
    case 'choices':
      return [];
    default:
      return block satisfies never;
  }
}

/** docs.slack.dev/messaging/formatting-message-text: these three and no others. */
function escapeSigns(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

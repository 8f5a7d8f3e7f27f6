import type { types } from '@slack/bolt';
import type { Block, Button, Card } from '#core/card.ts';
import { writePress } from '#core/press.ts';
import {
  LONGEST_ADDRESS,
  LONGEST_CREDIT,
  LONGEST_HEADER,
  LONGEST_LABEL,
  LONGEST_PLACEHOLDER,
  LONGEST_TEXT,
  MOST_IN_ROW,
} from './limits.ts';
import { notificationOf } from './notification-of.ts';
import { shorten } from './shorten.ts';

export type Drawn = { readonly text: string; readonly blocks: types.KnownBlock[] };
type Styled = { readonly text: string; readonly style?: { readonly bold?: true; readonly italic?: true } };

/**
 * A card as Block Kit, and its words for notifications and screen readers. Everything from outside stands in rich text or plain
 * text, which Slack shows as it is: no markup, mention, link or emoji can come of it. `hint`: a line of the platform's own below.
 */
export function draw(card: Card, hint: string | null = null): Drawn {
  const blocks = [...drawTitle(card.title), ...card.blocks.flatMap(drawBlock), ...(hint === null ? [] : [small(hint)])];
  // A message must hold something.
  return { text: notificationOf(card), blocks: blocks.length === 0 ? [paragraph([{ text: '…' }])] : blocks };
}

export function drawTitle(title: string): types.KnownBlock[] {
  const words = shorten(title, LONGEST_TEXT);
  if (words === '') return [];
  return words.length <= LONGEST_HEADER
    ? [{ type: 'header', text: plain(words) }]
    : [paragraph([{ text: words, style: { bold: true } }])];
}

export function drawBlock(block: Block): types.KnownBlock[] {
  switch (block.kind) {
    case 'note':
      return smallLine(block.text);
    case 'text':
      return filled([{ text: shorten(block.text, LONGEST_TEXT) }]);
    case 'heading':
      return filled([
        { text: shorten(block.text, LONGEST_CREDIT), style: { bold: true } },
        ...(block.detail === null ? [] : [{ text: ` · ${shorten(block.detail, LONGEST_CREDIT)}` }]),
      ]);
    case 'point':
      return [
        ...filled([{ text: shorten(block.text, LONGEST_TEXT) }], '• '),
        ...(block.credit === null ? [] : smallLine(block.credit)),
        ...(block.passage === null || block.passage === block.text ? [] : quotation(block.passage)),
      ];
    case 'passage':
      return [...quotation(block.text), ...(block.credit === null ? [] : smallLine(block.credit))];
    case 'story':
      return drawStory(block);
    case 'table':
      return drawTable(block);
    case 'buttons':
      return drawButtons(block.buttons);
    case 'choices':
      return drawChoices(block);
    default:
      return block satisfies never;
  }
}

/** One block, for a message takes few; links are elements of rich text, so that no title can be markup. */
function drawStory({ number, title, url, text, lines }: Extract<Block, { kind: 'story' }>): types.KnownBlock[] {
  const head = shorten(title, LONGEST_CREDIT) || '…';
  const sections = [
    [...(number === null ? [] : [styled({ text: `${number}. `, style: { bold: true } })]), linked(head, url, true)],
    ...(text === null || shorten(text, LONGEST_TEXT) === '' ? [] : [[styled({ text: shorten(text, LONGEST_TEXT) })]]),
    ...lines.map((line) =>
      line.flatMap((words) => {
        const said = spaced(words.text, LONGEST_CREDIT);
        return said === '' ? [] : [linked(said, words.url, false)];
      }),
    ),
  ].filter((section) => section.length > 0);
  return [{ type: 'rich_text', elements: sections.map((elements) => ({ type: 'rich_text_section', elements })) }];
}

/** Words inside a line: the spaces at their ends part them from what stands beside them. */
function spaced(text: string, longest: number): string {
  const words = shorten(text, longest);
  if (words === '') return /\s/.test(text) ? ' ' : '';
  return `${/^\s/.test(text) ? ' ' : ''}${words}${/\s$/.test(text) ? ' ' : ''}`;
}

function linked(text: string, url: string | null, isBold: boolean): types.RichTextElement {
  const style = isBold ? { style: { bold: true } } : {};
  const isAddress = url !== null && /^https?:\/\//i.test(url) && url.length <= LONGEST_ADDRESS;
  return isAddress ? { type: 'link', url, text, ...style } : { type: 'text', text, ...style };
}

function styled(piece: Styled): types.RichTextElement {
  return { type: 'text', ...piece };
}

/** Rows as lists: Slack's own tables stand in no modal, and are hard to read on a phone. */
function drawTable({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): types.KnownBlock[] {
  const names = columns.map((column) => shorten(column, LONGEST_CREDIT)).filter((name) => name !== '');
  const head: Styled[] = [
    { text: shorten(caption, LONGEST_CREDIT), style: { bold: true } },
    ...(names.length === 0 ? [] : [{ text: ` (${names.join(' · ')})` }]),
  ];
  return [...filled(head), ...rows.flatMap(drawRow)];
}

export function drawRow(row: readonly string[]): types.KnownBlock[] {
  const [first = '', ...rest] = row.map((cell) => shorten(cell, LONGEST_CREDIT));
  const others = rest.filter((cell) => cell !== '').join(' · ');
  return filled([{ text: first, style: { bold: true } }, ...(others === '' ? [] : [{ text: ` ${others}` }])], '• ');
}

function drawButtons(buttons: readonly Button[]): types.KnownBlock[] {
  const drawn = buttons.flatMap((button, at): types.Button[] => {
    const text = plain(shorten(button.label, LONGEST_LABEL) || '…');
    if ('press' in button) return [{ type: 'button', text, action_id: `press-${at}`, value: writePress(button.press) }];
    const isAddress = /^https?:\/\//i.test(button.open) && button.open.length <= LONGEST_ADDRESS;
    return isAddress ? [{ type: 'button', text, action_id: `open-${at}`, url: button.open }] : [];
  });
  const rows = Array.from({ length: Math.ceil(drawn.length / MOST_IN_ROW) }, (_, row) =>
    drawn.slice(row * MOST_IN_ROW, (row + 1) * MOST_IN_ROW),
  );
  return rows.map((elements) => ({ type: 'actions', elements }));
}

function drawChoices({ prompt, choices }: Extract<Block, { kind: 'choices' }>): types.KnownBlock[] {
  if (choices.length === 0) return [];
  const options = choices.map(({ label, detail, press }): types.PlainTextOption => {
    const description = detail === null ? '' : shorten(detail, LONGEST_LABEL);
    return {
      text: plain(shorten(label, LONGEST_LABEL) || '…'),
      value: writePress(press),
      ...(description === '' ? {} : { description: plain(description) }),
    };
  });
  const placeholder = plain(shorten(prompt, LONGEST_PLACEHOLDER) || '…');
  return [{ type: 'actions', elements: [{ type: 'static_select', action_id: 'press-choice', placeholder, options }] }];
}

/** A paragraph of what is not empty; none where nothing is left. */
function filled(pieces: readonly Styled[], lead = ''): types.KnownBlock[] {
  const said = pieces.filter(({ text }) => text.trim() !== '');
  return said.length === 0 ? [] : [paragraph(lead === '' ? said : [{ text: lead }, ...said])];
}

function paragraph(pieces: readonly Styled[]): types.RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: pieces.map((piece) => ({ type: 'text', ...piece })) }],
  };
}

function quotation(text: string): types.KnownBlock[] {
  const words = shorten(text, LONGEST_TEXT);
  if (words === '') return [];
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: words }] }] }];
}

function smallLine(text: string): types.KnownBlock[] {
  const words = shorten(text, LONGEST_CREDIT);
  return words === '' ? [] : [small(words)];
}

function small(text: string): types.ContextBlock {
  return { type: 'context', elements: [plain(text)] };
}

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

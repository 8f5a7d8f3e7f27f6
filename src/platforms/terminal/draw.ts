import { styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import type { Block, Button, Card } from '#core/card.ts';
import { plainText } from '#core/plain-text.ts';

/** How the terminal looks: its width in columns, and whether it takes colour. */
export type Canvas = { readonly columns: number; readonly colour: boolean };

/** Narrower than this, wrapping makes confetti; wider, lines tire the eye. */
const NARROWEST = 30;
const WIDEST = 100;
/** A terminal that does not know its width says 0. */
const USUAL = 80;

type Style = 'bold' | 'dim' | 'cyan';

/** A card as lines of text, wrapped to the canvas, ending with a newline. Text from outside is stripped of all control characters. */
export function drawCard(card: Card, canvas: Canvas): string {
  const columns = Math.min(WIDEST, Math.max(NARROWEST, canvas.columns || USUAL));
  const write = (text: string, indent: string, first: string, style: Style | null): string => {
    const width = columns - indent.length;
    const lines = wrapLines(plainText(text), width);
    return lines.map((line, i) => (i === 0 ? first : indent) + paint(line, style, canvas)).join('\n');
  };
  const parts = [
    write(card.title, '', '', 'bold'),
    ...card.blocks.map((block, i) => drawBlock(block, card.blocks[i - 1], write)),
  ];
  return `${parts.join('\n')}\n`;
}

/** Text in lines of a width. An address stays in one line, however long: it is there to be copied. */
function wrapLines(text: string, width: number): string[] {
  return wrapAnsi(text, width)
    .split('\n')
    .flatMap((line) => (/^https?:\/\/\S+$/.test(line) ? [line] : wrapAnsi(line, width, { hard: true }).split('\n')));
}

function drawBlock(
  block: Block,
  before: Block | undefined,
  write: (text: string, indent: string, first: string, style: Style | null) => string,
): string {
  const gap = before !== undefined && (before.kind !== block.kind || block.kind === 'text') ? '\n' : '';
  switch (block.kind) {
    case 'note':
      return gap + write(block.text, '', '', 'dim');
    case 'text':
      return gap + write(block.text, '', '', null);
    case 'heading':
      return gap + write(block.detail === null ? block.text : `${block.text} (${block.detail})`, '', '', 'bold');
    case 'point':
      return (
        gap +
        [
          write(block.text, '   ', ' • ', null),
          ...credit(block.credit, write),
          ...(hasOwnPassage(block) ? [write(block.passage ?? '', '      │ ', '      │ ', 'dim')] : []),
        ].join('\n')
      );
    case 'passage':
      return gap + [write(block.text, ' │ ', ' │ ', null), ...credit(block.credit, write)].join('\n');
    case 'story':
      return `${before?.kind === 'story' ? '\n' : gap}${drawStory(block, write)}`;
    case 'table':
      return gap + drawTable(block, write);
    case 'choices':
      return (
        gap +
        [write(block.prompt, '', '', null), ...block.choices.map(({ label }) => write(label, '   ', ' › ', null))].join(
          '\n',
        )
      );
    case 'buttons':
      return gap + block.buttons.map((button) => write(buttonLine(button), '   ', ' › ', null)).join('\n');
    default:
      return block satisfies never;
  }
}

/** A point that is the article's sentence as it stands needs no passage to show so. */
function hasOwnPassage({ text, passage }: Block & { readonly kind: 'point' }): boolean {
  return passage !== null && plainText(passage) !== '' && plainText(passage) !== plainText(text);
}

/** A row is a point and its facts: columns would be too narrow to read in a terminal. */
function drawTable(
  { caption, columns, rows }: Block & { readonly kind: 'table' },
  write: (text: string, indent: string, first: string, style: Style | null) => string,
): string {
  const lines = rows.flatMap(([head = '', ...cells]) => [
    write(head, '   ', ' • ', null),
    ...cells.flatMap((cell, at) =>
      cell === '' ? [] : [write(`${columns[at + 1]}: ${cell}`, '      ', '      ', 'cyan')],
    ),
  ]);
  return [write(caption, '', '', 'bold'), ...lines].join('\n');
}

/** Addresses stand beneath, whole, so that a terminal opens them. */
function drawStory(
  { number, title, url, text, lines }: Block & { readonly kind: 'story' },
  write: (text: string, indent: string, first: string, style: Style | null) => string,
): string {
  const own = url === null ? [] : [url];
  return [
    write(title, '   ', number === null ? ' • ' : `${String(number).padStart(2)} `, 'bold'),
    ...(text === null ? [] : [write(text, '   ', '   ', null)]),
    ...lines.map((line) => write(line.map((words) => words.text).join(''), '      ', '      ', 'cyan')),
    ...own.map((address) => write(address, '      ', '      ', 'dim')),
  ].join('\n');
}

/** A terminal has nothing to press: an address is shown, and whoever runs a chat here numbers the rest. */
function buttonLine(button: Button): string {
  return 'open' in button ? `${button.label}: ${button.open}` : button.label;
}

function credit(
  text: string | null,
  write: (text: string, indent: string, first: string, style: Style | null) => string,
): string[] {
  return text === null ? [] : [write(text, '      ', '      ', 'cyan')];
}

function paint(line: string, style: Style | null, canvas: Canvas): string {
  return style === null || !canvas.colour || line === '' ? line : styleText(style, line, { validateStream: false });
}

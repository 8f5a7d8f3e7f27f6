import type { Block, Card, Words } from '#core/card.ts';
import {
  HEADINGS_ROOM,
  LONGEST_ADDRESS,
  LONGEST_SAID,
  LONGEST_SMALL,
  LONGEST_TEXT,
  LONGEST_TITLE,
  LONGEST_WORDS,
  ROW_ROOM,
  SHORTEST,
} from './limits.ts';
import { shortenMarkdown } from './shorten.ts';
import { weigh } from './weigh.ts';

/** Lines of Markdown, and whether they begin a part of the message. */
export type Lines = { readonly lines: readonly string[]; readonly opensPart: boolean };

/** What is read of a card, in its order; what can be pressed is drawn elsewhere. */
export function drawText({ title, blocks }: Card): readonly Lines[] {
  const drawn = blocks.map((block, at) => ({
    lines: linesOf(block, blocks, at),
    opensPart: block.kind === 'heading' && blocks[at - 1]?.kind !== 'heading',
  }));
  return [{ lines: line('### ', shortenMarkdown(title, LONGEST_TITLE)), opensPart: false }, ...drawn].filter(
    ({ lines }) => lines.length > 0,
  );
}

function linesOf(block: Block, blocks: readonly Block[], at: number): string[] {
  switch (block.kind) {
    case 'note':
      return small(block.text);
    case 'text':
      return line('', shortenMarkdown(block.text, LONGEST_TEXT));
    case 'heading':
      return drawHeading(block, headingRoom(blocks, at));
    case 'point':
      return [
        ...line('• ', shortenMarkdown(block.text, LONGEST_SAID)),
        ...(block.credit === null ? [] : small(block.credit)),
        ...(block.passage === null || block.passage === block.text ? [] : quotation(block.passage, LONGEST_SAID)),
      ];
    case 'passage':
      return [...quotation(block.text, LONGEST_TEXT), ...(block.credit === null ? [] : small(block.credit))];
    case 'story':
      return drawStory(block);
    case 'table':
      return drawTable(block);
    case 'buttons':
    case 'choices':
      return [];
    default:
      return block satisfies never;
  }
}

function drawStory({ number, title, url, text, lines }: Extract<Block, { kind: 'story' }>): string[] {
  const head = linked(shortenMarkdown(title, LONGEST_TITLE) || '…', url);
  return [
    bold(number === null ? head : `${number}\\. ${head}`),
    ...(text === null ? [] : line('', shortenMarkdown(text, LONGEST_SAID))),
    ...lines.flatMap((words) => drawWords(words)),
  ];
}

/** A line of small print, its pieces one after another as far as there is room. */
function drawWords(all: readonly Words[]): string[] {
  let room = LONGEST_WORDS;
  const pieces: string[] = [];
  for (const { text, url } of all) {
    const said = shortenMarkdown(text, LONGEST_SMALL);
    const piece = `${/^\s/.test(text) ? ' ' : ''}${linked(said, said === '' ? null : url)}${/\s$/.test(text) ? ' ' : ''}`;
    room -= weigh(piece);
    if (room < 0) break;
    pieces.push(piece);
  }
  return line('-# ', pieces.join('').trim());
}

/** Words that lead somewhere. In an address nothing may close the bracket, nor be a sign of markup. */
function linked(words: string, url: string | null): string {
  const address = url !== null && /^https?:\/\//i.test(url) ? URL.parse(url)?.href : undefined;
  if (address === undefined || address.length > LONGEST_ADDRESS) return words;
  return `[${words}](${address.replace(/[()<>\\`|\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)})`;
}

function drawHeading({ text, detail }: Extract<Block, { kind: 'heading' }>, room: number): string[] {
  const words = bold(shortenMarkdown(text, room));
  const more = detail === null ? '' : shortenMarkdown(detail, room);
  return line('', [words, more].filter((part) => part !== '').join(' · '));
}

/** Headings that stand one after another are never parted, and share what one message has for them. */
function headingRoom(blocks: readonly Block[], at: number): number {
  const isOther = ({ kind }: Block) => kind !== 'heading';
  const from = blocks.slice(0, at).findLastIndex(isOther) + 1;
  const after = blocks.slice(at).findIndex(isOther);
  const together = blocks.slice(from, after === -1 ? blocks.length : at + after);
  const parts = together.flatMap((block) => (block.kind === 'heading' ? [block.text, block.detail ?? ''] : []));
  return share(HEADINGS_ROOM, parts.filter((part) => part.trim() !== '').length);
}

/** Rows as a list: Discord has no tables, and columns made of spaces break on a phone. */
function drawTable({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): string[] {
  const room = share(ROW_ROOM, 2 * columns.length);
  const cells = (row: readonly string[]) => row.map((cell) => shortenMarkdown(cell, room));
  const names = cells(columns).filter((name) => name !== '');
  const head = [bold(shortenMarkdown(caption, LONGEST_SMALL)), names.length === 0 ? '' : `(${names.join(' · ')})`];
  return [...line('', head.filter((part) => part !== '').join(' ')), ...rows.flatMap((row) => drawRow(cells(row)))];
}

function drawRow([first = '', ...rest]: readonly string[]): string[] {
  const others = rest.filter((cell) => cell !== '').join(' · ');
  return line('• ', [bold(first), others].filter((part) => part !== '').join(' '));
}

function share(room: number, parts: number): number {
  return Math.max(SHORTEST, Math.min(LONGEST_SMALL, Math.floor(room / Math.max(1, parts))));
}

export function small(text: string): string[] {
  return line('-# ', shortenMarkdown(text, LONGEST_SMALL));
}

function quotation(text: string, room: number): string[] {
  return line('> ', shortenMarkdown(text, room));
}

function bold(words: string): string {
  return words === '' ? '' : `**${words}**`;
}

/** No line at all where there is nothing to say. */
function line(opening: string, words: string): string[] {
  return words === '' ? [] : [`${opening}${words}`];
}

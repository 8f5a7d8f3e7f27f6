import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInMessageActionRow,
  APISelectMenuOption,
  APIStringSelectComponent,
} from 'discord.js';
import type { Block, Button, Card } from '#core/card.ts';
import { plainText } from '#core/plain-text.ts';
import { writePress } from '#core/press.ts';
import { small } from './draw-text.ts';
import {
  LONGEST_ADDRESS,
  LONGEST_LABEL,
  LONGEST_OPTION,
  LONGEST_PLACEHOLDER,
  MOST_IN_ROW,
  MOST_OPTIONS,
} from './limits.ts';
import { shortenPlain } from './shorten.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
/** `lines`: what labels and addresses say that are too long to be pressed. */
export type Tools = { readonly lines: readonly string[]; readonly rows: readonly Row[] };

/** discord-api-types' numbers, written out: to cut a card into messages the library itself is not needed. */
const KINDS = { row: 1, button: 2, select: 3 } as const;
const STYLES = { secondary: 2, link: 5 } as const;

/** Parts a press from what makes its `custom_id` unlike the others of its message. Stands in no press. */
export const SUFFIX = '#';

/** What can be pressed on a card. At most `most` components, rows included. */
export function drawTools({ blocks }: Card, most: number): Tools {
  const unlike = distinguish();
  const buttons = blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
  const drawn = buttons.flatMap((button) => drawButton(button, unlike));
  const selects = blocks.flatMap((block) => (block.kind === 'choices' ? drawChoices(block, unlike) : []));
  const rows: Row[] = [];
  let left = most;
  for (let at = 0; at < drawn.length && left > 1; at += MOST_IN_ROW) {
    const components = drawn.slice(at, at + Math.min(MOST_IN_ROW, left - 1));
    rows.push({ type: KINDS.row, components });
    left -= components.length + 1;
  }
  for (const select of selects) {
    if (left < 2) break;
    rows.push({ type: KINDS.row, components: [select] });
    left -= 2;
  }
  return { lines: blocks.flatMap(tooLong), rows };
}

/** An address that a button does not take is read instead, and so is the rest of a long label. */
function tooLong(block: Block): string[] {
  if (block.kind === 'choices') return plainText(block.prompt).length > LONGEST_PLACEHOLDER ? small(block.prompt) : [];
  if (block.kind !== 'buttons') return [];
  return block.buttons.flatMap((button) => {
    if ('open' in button && isAddress(button.open) && !fits(button.open))
      return small(`${button.label}: ${button.open}`);
    return plainText(button.label).length > LONGEST_LABEL ? small(button.label) : [];
  });
}

function drawButton(button: Button, unlike: (word: string) => string): APIButtonComponent[] {
  const label = shortenPlain(button.label, LONGEST_LABEL) || '…';
  if ('press' in button)
    return [{ type: KINDS.button, style: STYLES.secondary, label, custom_id: unlike(writePress(button.press)) }];
  return isAddress(button.open) && fits(button.open)
    ? [{ type: KINDS.button, style: STYLES.link, label, url: button.open }]
    : [];
}

function drawChoices(
  { prompt, choices }: Extract<Block, { kind: 'choices' }>,
  unlike: (word: string) => string,
): APIStringSelectComponent[] {
  if (choices.length === 0) return [];
  // Values are told apart inside their select alone.
  const unlikeValue = distinguish();
  const options = choices.slice(0, MOST_OPTIONS).map(({ label, detail, press }): APISelectMenuOption => {
    const description = detail === null ? '' : shortenPlain(detail, LONGEST_OPTION);
    return {
      label: shortenPlain(label, LONGEST_OPTION) || '…',
      value: unlikeValue(writePress(press)),
      ...(description === '' ? {} : { description }),
    };
  });
  const placeholder = shortenPlain(prompt, LONGEST_PLACEHOLDER);
  return [
    {
      ...{ type: KINDS.select, custom_id: unlike('choices'), options },
      ...(placeholder === '' ? {} : { placeholder }),
    },
  ];
}

/** Two equal ids in one message are refused. */
function distinguish(): (word: string) => string {
  const seen = new Map<string, number>();
  return (word) => {
    const count = seen.get(word) ?? 0;
    seen.set(word, count + 1);
    return count === 0 ? word : `${word}${SUFFIX}${count}`;
  };
}

function isAddress(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

function fits(address: string): boolean {
  return address.length <= LONGEST_ADDRESS;
}

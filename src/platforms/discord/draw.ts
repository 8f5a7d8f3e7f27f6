import type { APIComponentInContainer, APIContainerComponent } from 'discord.js';
import type { Card } from '#core/card.ts';
import { drawText, type Lines, small } from './draw-text.ts';
import { drawTools } from './draw-tools.ts';
import { ACCENT, DISPLAY_WEIGHT, HINT_ROOM, LABELS_ROOM, MOST_COMPONENTS, MOST_DIVIDERS, MOST_TEXT } from './limits.ts';
import { type Marks, markOf } from './mark-of.ts';
import { weigh } from './weigh.ts';

/** What a message shows beside its card. */
export type Look = {
  /** A line of the platform's own below. */
  readonly hint: string | null;
  /** The post that it shows: the message bears its marks. */
  readonly post: string | null;
};

/** discord-api-types' numbers, written out: to cut a card into messages the library itself is not needed. */
const KINDS = { text: 10, separator: 14, container: 17 } as const;
const BARE: Look = { hint: null, post: null };
/** The container, one text, what labels were too long for, and the hint. */
const OTHER_COMPONENTS = 4;

/**
 * A card as Components V2: one container with text, and below it what can be pressed. Everything from outside is escaped. Always
 * something that Discord takes: a card that nobody has cut before loses its end.
 */
export function draw(card: Card, { hint, post }: Look = BARE): APIContainerComponent {
  const { lines: long, rows } = drawTools(card, MOST_COMPONENTS - OTHER_COMPONENTS);
  const [lines = []] = withinRoom([long], LABELS_ROOM);
  const free = MOST_COMPONENTS - OTHER_COMPONENTS - rows.reduce((sum, row) => sum + 1 + row.components.length, 0);
  const room = MOST_TEXT - HINT_ROOM - weighAll([lines.join('\n')]);
  const parts = withinRoom(partsOf(drawText(card), Math.min(MOST_DIVIDERS, Math.floor(free / 2))), room);
  const marks = post === null ? null : markOf(post);
  const components: APIComponentInContainer[] = [
    ...parts.flatMap((part, at) => [...(at === 0 ? [] : [separator()]), text(part.join('\n'))]),
    ...(lines.length === 0 ? [] : [text(lines.join('\n'))]),
    ...rows,
    ...(hint === null ? [] : [text(small(hint).join('\n'))]),
  ];
  // A message must hold something.
  return container(components.length === 0 ? [text('…')] : components, marks);
}

/** How much of a message a card takes as it is, before anything is left out. */
export function measure(card: Card): { readonly text: number; readonly components: number } {
  const { lines, rows } = drawTools(card, Number.POSITIVE_INFINITY);
  const texts = [
    ...partsOf(drawText(card), 0).map((part) => part.join('\n')),
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ];
  return {
    text: weighAll(texts) + MOST_DIVIDERS * DISPLAY_WEIGHT + HINT_ROOM,
    components: OTHER_COMPONENTS + rows.reduce((sum, row) => sum + 1 + row.components.length, 0),
  };
}

/** Lines by part; where there are more parts than lines to set them apart, they are one. */
function partsOf(all: readonly Lines[], mostDividers: number): string[][] {
  const dividers = all.filter(({ opensPart }, at) => opensPart && at > 0).length;
  const parts: string[][] = [];
  for (const { lines, opensPart } of all) {
    const last = parts.at(-1);
    if (last === undefined || (opensPart && dividers <= mostDividers)) parts.push([...lines]);
    else last.push(...lines);
  }
  return parts;
}

/** So many lines from the beginning as there is room for. */
function withinRoom(parts: readonly (readonly string[])[], room: number): readonly string[][] {
  const kept: string[][] = [];
  let left = room;
  for (const part of parts) {
    left -= DISPLAY_WEIGHT;
    const lines: string[] = [];
    for (const line of part) {
      // A line's end is a sign, too.
      left -= weigh(line) + 1;
      if (left < 0) return lines.length === 0 ? kept : [...kept, lines];
      lines.push(line);
    }
    kept.push(lines);
  }
  return kept;
}

function weighAll(texts: readonly string[]): number {
  return texts.reduce((sum, one) => sum + weigh(one) + DISPLAY_WEIGHT, 0);
}

function container([first, ...rest]: readonly APIComponentInContainer[], marks: Marks | null): APIContainerComponent {
  const inner = first === undefined ? [] : [marks === null ? first : { ...first, id: marks[1] }];
  return {
    type: KINDS.container,
    ...(marks === null ? {} : { id: marks[0] }),
    accent_color: ACCENT,
    components: [...inner, ...rest],
  };
}

function text(content: string): APIComponentInContainer {
  return { type: KINDS.text, content };
}

function separator(): APIComponentInContainer {
  return { type: KINDS.separator, divider: true };
}

import { plainText } from '#core/plain-text.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { weigh } from './weigh.ts';

const SIGNS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const MORE = ' …';
/** Signs that may get a backslash, so that a text is never cut too late. */
const ESCAPED = /[\\`*_~|<>@#:()[\].+-]/g;

/** Text from outside as one line of Markdown that shows it as it is and weighs no more than `room`; cut at a word. */
export function shortenMarkdown(text: string, room: number): string {
  const line = plainText(text);
  if (line.length <= room) {
    const whole = escapeMarkdown(line);
    if (weigh(whole) <= room) return whole;
  }
  const end = endWithin(line.slice(0, room + 1), room - weigh(MORE));
  return `${escapeMarkdown(line.slice(0, end))}${MORE}`;
}

/** Text from outside for places where Discord reads no markup, of at most so many characters. */
export function shortenPlain(text: string, longest: number): string {
  const line = plainText(text);
  if (line.length <= longest) return line;
  return `${line.slice(0, atWord(line, longest - MORE.length)).toWellFormed()}${MORE}`;
}

function endWithin(line: string, room: number): number {
  let used = 0;
  let end = 0;
  for (const { segment, index } of SIGNS.segment(line)) {
    used += weigh(segment) + (segment.match(ESCAPED)?.length ?? 0);
    if (used > room) break;
    end = index + segment.length;
  }
  return atWord(line, end);
}

/** The end of the last word before `end`; a word without an end is cut inside. */
function atWord(line: string, end: number): number {
  const space = line.lastIndexOf(' ', end);
  return space > end / 2 ? space : end;
}

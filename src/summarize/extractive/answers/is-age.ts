/* What a figure is, by the words beside it. */
import type { Figure } from '#language/find-figures.ts';

/** "Half of the members", "a fifth of the crop". */
export function isShare(text: string, { span, text: figure }: Figure): boolean {
  return (
    /(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?$/iu.test(figure) &&
    /^ of\b/u.test(text.slice(span.end)) &&
    /(?:\ban? |-)$/iu.test(`${text.slice(0, span.start)}${figure.includes('-') ? '-' : ''}`)
  );
}

export function isOfThem(text: string, { span }: Figure): boolean {
  return /^ of (?:them|these|those|the)\b/u.test(text.slice(span.end));
}

/** "In week four", "on day 12". */
export function isNumbered(text: string, { span, kind }: Figure): boolean {
  return kind === 'number' && /\b(?:day|week|month|year) $/iu.test(text.slice(0, span.start));
}

/** "12 miles", "40-metre". */
export function isMeasured(text: string, { span }: Figure): boolean {
  return /^[- ](?:(?:kilo|centi|milli)?met(?:re|er)s?|k?ms?|miles?|feet|foot|ft|inch(?:es)?|yards?|pages?|laps?|summers?|winters?|nights?)\b/u.test(
    text.slice(span.end),
  );
}

/** "The doors open at seven." */
export function isHour(text: string, { span, kind }: Figure): boolean {
  return (
    kind === 'number' &&
    /\b(?:at|by|until|from|before|after) $/u.test(text.slice(Math.max(0, span.start - 8), span.start)) &&
    /^(?:[.,;]|$| (?:in|on|every|each|this|and|to)\b)/u.test(text.slice(span.end))
  );
}

/** "Closed at 81 crowns": a number of things for which something is sold. */
export function isPriced(text: string, { span, kind }: Figure): boolean {
  return (
    kind === 'number' &&
    /\b(?:at|for|cost|costs|pay|paid) $/u.test(text.slice(Math.max(0, span.start - 8), span.start)) &&
    /^ \p{Ll}+s\b/u.test(text.slice(span.end))
  );
}

/** "31 million crowns": money of a currency that no list knows. */
export function isSum({ kind, text }: Figure): boolean {
  return kind === 'number' && /(?:[mb]illion|trillion|\d(?:m|bn))$/u.test(text);
}

export function isAge(text: string, { span, kind }: Figure): boolean {
  const before = text.slice(Math.max(0, span.start - 12), span.start);
  const after = text.slice(span.end, span.end + 12);
  if (/^(?:[- ]years?)?[- ]old\b/u.test(after)) return true;
  return (
    kind === 'number' &&
    (/\b(?:aged?(?: of)?|turn(?:s|ed|ing)?|is|was) $/u.test(before) ||
      (/\p{L}, $/u.test(before) && /^[,.]/u.test(after)))
  );
}

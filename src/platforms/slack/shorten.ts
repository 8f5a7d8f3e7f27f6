import { plainText } from '#core/plain-text.ts';

/**
 * Text from outside as one line, cut at a word where it is too long. `<@`, `<!` and `<#` open mentions where Slack reads
 * markup; nowhere of ours it does, and all the same nothing that looks like one leaves the house.
 */
export function shorten(text: string, longest: number): string {
  const line = plainText(text).replace(/<(?=[@!#])/g, '<\u2060');
  if (line.length <= longest) return line;
  const space = line.lastIndexOf(' ', longest - 2);
  // A word without an end is cut inside.
  return `${line.slice(0, space > longest / 2 ? space : longest - 2).toWellFormed()} …`;
}

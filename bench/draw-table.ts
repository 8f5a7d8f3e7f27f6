import type { QualityRow } from './measure-quality.ts';
import type { Speed } from './measure-speed.ts';

/** Three columns: what, the figure, and what stands beside it. */
type Line = readonly [string, string, string];

/** Speed, quality, that of the unread articles and the other languages in one table of plain text; a part that was not asked for is left out. */
export function drawTable(
  speed: Speed | null,
  quality: readonly QualityRow[] | null,
  unread: readonly QualityRow[] | null = null,
  languages: readonly QualityRow[] | null = null,
): string {
  const lines: Line[] = [];
  if (speed !== null) {
    lines.push(['SPEED', 'ms/article', 'x plain']);
    for (const { name, msPerArticle, ratio } of speed.rows)
      lines.push([name, msPerArticle.toFixed(1), ratio.toFixed(2)]);
    lines.push(['peak memory, MB', speed.peakMegabytes.toFixed(0), '']);
  }
  const parts = [
    ['QUALITY', quality] as const,
    ['UNREAD ARTICLES', unread] as const,
    ['OTHER LANGUAGES', languages] as const,
  ];
  for (const [title, rows] of parts) {
    if (rows === null) continue;
    if (lines.length > 0) lines.push(['', '', '']);
    lines.push([title, '%', 'out of']);
    for (const { name, percent, tries, isBetter } of rows) {
      const note = isBetter === 'lower' ? ' (lower is better)' : '';
      lines.push([`${name}${note}`, Number.isNaN(percent) ? '-' : percent.toFixed(1), String(tries)]);
    }
  }
  const [first, second, third] = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map(([name, figure, note]) =>
      `${name.padEnd(first ?? 0)}  ${figure.padStart(second ?? 0)}  ${note.padStart(third ?? 0)}`.trimEnd(),
    )
    .join('\n');
}

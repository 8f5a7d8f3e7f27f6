import type { Span } from '#index.ts';

/** How many characters two sets of spans share. */
export function measureOverlap(some: readonly Span[], others: readonly Span[]): number {
  const right = merge(others);
  return merge(some).reduce(
    (sum, a) =>
      sum + right.reduce((part, b) => part + Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)), 0),
    0,
  );
}

/** How many characters a set of spans covers. */
export function sizeOf(spans: readonly Span[]): number {
  return merge(spans).reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Shared characters over all characters, 0..1 ("intersection over union"). */
export function likeness(some: readonly Span[], others: readonly Span[]): number {
  const shared = measureOverlap(some, others);
  const all = sizeOf(some) + sizeOf(others) - shared;
  return all === 0 ? 0 : shared / all;
}

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

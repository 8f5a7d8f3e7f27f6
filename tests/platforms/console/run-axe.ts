import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 640 },
] as const;

/** Nothing that axe finds, and nothing that makes the page wider than its window, in light and dark, wide and narrow. */
export async function expectAccessible(page: Page): Promise<void> {
  // Evaluated from outside the page, so that its policy stays in force.
  await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const)
    for (const size of SIZES) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(size);
      const found: readonly axe.Result[] = await page.evaluate('axe.run().then(({ violations }) => violations)');
      const told = found.flatMap(({ id, nodes }) => nodes.map((node) => [id, node.html, node.failureSummary]));
      expect(told, `${colorScheme}, ${size.width} px`).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(size.width);
    }
}

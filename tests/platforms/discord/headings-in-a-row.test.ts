import { expect, test } from 'vitest';
import type { Block } from '#core/card.ts';
import { draw } from '#platforms/discord/draw.ts';

test('three headings in a row without details show 200 letters each', () => {
  const heading = (words: string): Block => ({ kind: 'heading', text: words, detail: null });
  const blocks = [heading('one'), heading('two'), heading('w'.repeat(4_000))];
  const { components } = draw({ title: 'Title', blocks }, { hint: null, post: null });
  const shown = components.flatMap((one) => ('content' in one ? [one.content] : [])).join('');
  expect(shown).toContain('w'.repeat(200));
});

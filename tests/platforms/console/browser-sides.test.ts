/** On which side a point's mark stands, in a real browser. */
import { expect, test } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { openChannel } from './open-channel.ts';
import { openPage } from './open-page.ts';

test('a point in Hebrew has its mark on the right, one in English on the left', async () => {
  const [browser, channel] = await Promise.all([openBrowser(), openChannel()]);
  const place = { channel: 'general', thread: null, isPrivate: false };
  const points = ['הגשר ייסגר לשנתיים לצורך תיקונים', 'The bridge will close'];
  const blocks = points.map((text) => ({ kind: 'point', text, credit: 'Ida Holm', passage: null }) as const);
  await channel.transcript.show({ post: 'p', ...place, card: { title: 'Sides', blocks } });
  const page = await openPage(browser, `${channel.url}/`, () => undefined);
  await page.locator('.point').nth(1).waitFor();
  const directions = await page.evaluate(
    `[...document.querySelectorAll('.point')].map((point) => getComputedStyle(point).direction)`,
  );
  await Promise.all([browser.close(), channel.close()]);
  expect(directions).toEqual(['rtl', 'ltr']);
});

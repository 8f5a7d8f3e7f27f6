import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Longer than anything takes here on a busy machine. */
const LONGEST_MS = 20_000;

/** The browser sets the focus of a page after it is loaded: what is typed before that goes nowhere. */
const YET_WITHOUT_FOCUS = '[autofocus]:not(:focus)';

/**
 * A page of its own in a fresh context, ready to be typed into. `complain` hears what a
 * browser complains of: scripts that fail, what the policy forbids, requests that leave this machine.
 */
export async function openPage(
  browser: Browser,
  address: string,
  complain: (what: string) => void,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(LONGEST_MS);
  const page = await context.newPage();
  page.on('pageerror', (error) => complain(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') complain(line.text());
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(address).origin) complain(request.url());
  });
  await page.goto(address);
  if (options.javaScriptEnabled !== false) {
    await page.locator(YET_WITHOUT_FOCUS).waitFor({ state: 'detached' });
  }
  return page;
}

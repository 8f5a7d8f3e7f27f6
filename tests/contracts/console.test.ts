/** The console under the contract: a person's hands are the page's own forms, the eyes its HTML. */
import { parseHTML } from 'linkedom';
import { commands } from '#commands/index.ts';
import type { Press } from '#core/press.ts';
import { addChannel } from '#platforms/console/add-channel.ts';
import { createPages } from '#platforms/console/create-pages.ts';
import { createConsole } from '#platforms/console/index.ts';
import { CHANNEL, PLATFORM, WORKSPACE } from '#platforms/console/limits.ts';
import { servePages } from '#platforms/console/serve-pages.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryTranscript } from '../fakes/memory-transcript.ts';
import { describePlatform, type Feedback, type Harness, type Seen } from './platform-contract.ts';

/** As much of a DOM as eyes need. */
type Element = {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => Element | null;
  readonly querySelectorAll: (selector: string) => Iterable<Element>;
};

function parse(markup: string): Element {
  return parseHTML(markup).document.documentElement as unknown as Element;
}

/** What a fragment of the page says, without its markup; labels of hidden fields are no words. */
function visible(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function toSeen(element: Element, thread: string | null): Seen {
  const card = element.querySelector('.card, .words') ?? element;
  return {
    id: element.getAttribute('data-entry') ?? '',
    text: visible(card),
    thread,
    isPrivate: element.querySelector('.private') !== null,
    links: [...card.querySelectorAll('a, img, script, iframe, h1, svg, b, i, code')].map(
      (one) => one.getAttribute('href') ?? one.tagName,
    ),
  };
}

async function openHarness(): Promise<Harness> {
  const transcript = createMemoryTranscript(createFakeClock());
  const platform = createConsole(transcript);
  const pages = createPages({
    passages: async () => null,
    notReady: async () => null,
    metrics: { contentType: 'text/plain', text: async () => '' },
    onError: () => undefined,
  });
  addChannel(pages, { transcript, receive: (arrival) => platform.receive(arrival), commands });
  const served = await servePages(pages, { host: '127.0.0.1', port: 0 });
  const place = { platform: PLATFORM, workspace: WORKSPACE, channel: CHANNEL, thread: null };

  async function send(path: string, form: Readonly<Record<string, string>>): Promise<Feedback> {
    const response = await fetch(`${served.url}${path}`, {
      ...{ method: 'POST', body: new URLSearchParams(form) },
      headers: { origin: served.url, accept: 'text/fragment' },
    });
    const text = visible(parse(`<html><body>${await response.text()}</body></html>`));
    return { isTaken: response.ok, text: text === '' ? null : text };
  }

  return {
    platform,
    place,
    gone: { ...place, channel: 'elsewhere' },
    command: (text) => send('/say', { text }),
    say: (text, thread) => send('/say', { text, thread }),
    async deliverTwice(text) {
      for (let i = 0; i < 2; i++) await send('/say', { text, id: 'the-same-line-sent-twice' });
    },
    press: ({ action, briefing }: Press) => send('/press', { action, briefing }),
    async seen(thread) {
      const page = await (await fetch(`${served.url}/${thread === null ? '' : `?thread=${thread}`}`)).text();
      const list = thread === null ? '#channel-entries' : '#thread-entries';
      const entries = [...parse(page).querySelectorAll(`${list} > [data-entry]`)];
      return entries
        .filter((entry) => entry.getAttribute('data-entry') !== thread)
        .map((entry) => toSeen(entry, thread));
    },
    lacks: [],
    close: served.close,
  };
}

describePlatform('console', openHarness);

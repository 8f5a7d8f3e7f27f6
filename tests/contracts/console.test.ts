/** The console under the contract: a person's hands are the page's own forms, the eyes its HTML. */
import { parseHTML } from 'linkedom';
import { addChannel } from '#platforms/console/add-channel.ts';
import { createPages } from '#platforms/console/create-pages.ts';
import { createConsole } from '#platforms/console/index.ts';
import { CHANNEL, PLATFORM, WORKSPACE } from '#platforms/console/limits.ts';
import { servePages } from '#platforms/console/serve-pages.ts';
import { commands } from '../all-commands.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryTranscript } from '../fakes/memory-transcript.ts';
import type { Feedback, Harness, Seen } from './harness.ts';
import { describePlatform } from './platform-contract.ts';

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
    buttons: [...card.querySelectorAll('.buttons .button')].map(visible),
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
    answerRequest: null,
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

  const list = (thread: string | null) => (thread === null ? '#channel-entries' : '#thread-entries');
  const look = async (thread: string | null) =>
    parse(await (await fetch(`${served.url}/${thread === null ? '' : `?thread=${thread}`}`)).text());

  return {
    platform,
    place,
    gone: { ...place, channel: 'elsewhere' },
    command: (text) => send('/say', { text }),
    say: (text, thread) => send('/say', { text, thread }),
    async deliverTwice(text) {
      for (let i = 0; i < 2; i++) await send('/say', { text, id: 'the-same-line-sent-twice' });
    },
    async press(message, label) {
      const forms = (await look(null)).querySelectorAll(`[data-entry="${message}"] form`);
      const form = [...forms].find((one) => visible(one) === label);
      if (form === undefined) throw new Error(`message ${message} has no button ${label}`);
      const fields = [...form.querySelectorAll('input')].map((field) => [
        field.getAttribute('name') ?? '',
        field.getAttribute('value') ?? '',
      ]);
      return send(form.getAttribute('action') ?? '', Object.fromEntries(fields));
    },
    async seen(thread) {
      const entries = [...(await look(thread)).querySelectorAll(`${list(thread)} > [data-entry]`)];
      return entries
        .filter((entry) => entry.getAttribute('data-entry') !== thread)
        .map((entry) => toSeen(entry, thread));
    },
    asker: 'you',
    canFind: true,
    ...{ mention: null, remove: null, forbidden: null, stall: null },
    close: served.close,
  };
}

// One person, one channel, one machine: nobody to name, nowhere to be removed from, nothing to be kept out of or to stall.
describePlatform('console', openHarness, ['mention', 'remove', 'forbidden', 'stall']);

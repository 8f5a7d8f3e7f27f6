import type { Card } from '#core/card.ts';
import type { Arrival, Post, Receipt } from '#core/chat.ts';
import type { Transcript } from '#core/transcript.ts';
import { addChannel } from '#platforms/console/add-channel.ts';
import { createPages } from '#platforms/console/create-pages.ts';
import { createConsole } from '#platforms/console/index.ts';
import { servePages } from '#platforms/console/serve-pages.ts';
import { briefingButtons } from '#render/briefing-buttons.ts';
import { briefingCard } from '#render/briefing-card.ts';
import { helpCard } from '#render/help-card.ts';
import { passagesCard } from '#render/passages-card.ts';
import { progressCard } from '#render/progress-card.ts';
import { sourcesCard } from '#render/sources-card.ts';
import { aBriefing } from '../../a-briefing.ts';
import { commands } from '../../all-commands.ts';
import { createFakeClock } from '../../fakes/fake-clock.ts';
import { createMemoryTranscript } from '../../fakes/memory-transcript.ts';

export const SLUG = 'bridge_closed_on_Monda';

/** What a test sees of the channel, and what it has the bot do. */
export type OpenChannel = {
  readonly url: string;
  readonly transcript: Transcript;
  readonly arrivals: Arrival[];
  /** Set: the bot refuses what comes. */
  failure: Error | null;
  /** Turns the last progress message into its briefing, as a job does that is done. */
  readonly finish: () => Promise<void>;
  /** The same pages again at the same port, after `close`. */
  readonly reopen: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly errors: unknown[];
};

const BRIEFING = aBriefing();
const signal = new AbortController().signal;

function briefedCard(): Card {
  const card = briefingCard({
    ...BRIEFING,
    article: { ...BRIEFING.article, url: 'https://example.org/bridge' },
  });
  const buttons = briefingButtons(BRIEFING, SLUG, null);
  return { ...card, blocks: [...card.blocks, buttons] };
}

const ANSWER: Card = {
  title: 'Who closed the bridge?',
  blocks: [
    { kind: 'passage', text: 'The bridge over the Sund was closed on Monday.', credit: 'Ida Holm, harbour master' },
    {
      kind: 'story',
      number: 1,
      title: 'Bridge over the Sund closed',
      url: 'https://quay.example/bridge',
      text: 'The bridge was closed on Monday.',
      lines: [
        [
          { text: 'Also in ', url: null },
          { text: 'Hill Post', url: 'https://hill.example/bridge' },
        ],
      ],
    },
  ],
};

/** The real pages, channel and platform on a port of loopback; before them a transcript in memory, behind them a bot of a few lines. */
export async function openChannel(): Promise<OpenChannel> {
  const transcript = createMemoryTranscript(createFakeClock());
  const platform = createConsole(transcript);
  const arrivals: Arrival[] = [];
  const errors: unknown[] = [];
  let last: { readonly post: Post; readonly message: string } | null = null;

  async function post(arrival: Arrival, card: Card): Promise<void> {
    const one = {
      id: arrival.id,
      place: arrival.place,
      audience: null,
      replyTo: null,
      topic: null,
      isFinal: true,
      card,
    };
    last = { post: one, message: await platform.post(one, signal) };
  }

  async function receive(arrival: Arrival): Promise<Receipt> {
    if (channel.failure !== null) throw channel.failure;
    arrivals.push(arrival);
    if (arrival.kind === 'press')
      return {
        kind: 'shown',
        card: arrival.press.action === 'cited' ? sourcesCard(BRIEFING.article, BRIEFING) : passagesCard(BRIEFING),
      };
    if (arrival.kind === 'message') await post(arrival, ANSWER);
    else if (arrival.kind === 'command' && arrival.command === 'brief') await post(arrival, progressCard('reading'));
    else return { kind: 'shown', card: helpCard(commands, null) };
    return { kind: 'taken', isPrivate: false };
  }

  await platform.start({
    receive,
    suggest: async () => [],
    removed: async () => undefined,
    left: async () => undefined,
  });
  const pages = createPages({
    answerRequest: null,
    passages: async (slug) =>
      slug === SLUG ? { card: passagesCard(BRIEFING), url: 'https://example.org/bridge', isWhole: false } : null,
    notReady: async () => (channel.failure === null ? null : 'the database does not answer'),
    metrics: {
      contentType: 'text/plain; version=0.0.4; charset=utf-8',
      text: async () => 'byline_briefings_total 1\n',
    },
    onError: (cause) => errors.push(cause),
  });
  addChannel(pages, { transcript, receive: platform.receive, commands });
  let served = await servePages(pages, { host: '127.0.0.1', port: 0 });
  const { url } = served;

  const channel: OpenChannel = {
    url,
    transcript,
    arrivals,
    errors,
    failure: null,
    async finish() {
      if (last === null) throw new Error('nothing is on its way');
      await platform.edit({ ...last.post, card: briefedCard() }, last.message, signal);
    },
    async reopen() {
      served = await servePages(pages, { host: '127.0.0.1', port: Number(new URL(url).port) });
    },
    close: () => served.close(),
  };
  return channel;
}

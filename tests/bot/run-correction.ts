import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Shelves } from '#core/memory.ts';
import { readHtml } from '#read/read-html.ts';
import type { DatabasePlace } from '#store/open-database.ts';
import { aBriefing } from '../a-briefing.ts';
import { eventually } from '../fakes/eventually.ts';
import { endByline, pause, startByline } from '../store/a-byline.ts';
import { type FarMessage, openFarPlatform } from '../store/far-platform.ts';
import { LINES, page } from './a-changing-page.ts';
import { withStore } from './run-morning.ts';
import type { ChildOrders } from './start-child-bot.ts';

const HOUR_MS = 3_600_000;
/** Longer than the lease of a page or of a post. */
const LEASE_OVER_MS = 200_000;

/** When a byline is killed, each over a page of its own: the page was asked for; was answered; the note is there; it was answered. */
export const MOMENTS = ['asked', 'read', 'there', 'answered'] as const;
type Moment = (typeof MOMENTS)[number];

/** What the channels of the four pages were told, after bylines were killed at each moment and started again. */
export async function runCorrection(
  place: DatabasePlace,
): Promise<{ readonly kills: readonly Moment[]; readonly notes: Readonly<Record<Moment, readonly FarMessage[]>> }> {
  const kills: Moment[] = [];
  let child: ChildProcess | undefined;
  const kill = (moment: Moment, at: string): boolean => {
    if (moment !== at || kills.includes(moment)) return false;
    kills.push(moment);
    child?.kill('SIGKILL');
    return true;
  };
  const isNote = ({ card }: FarMessage) => card.title.includes('was changed');
  const platform = await openFarPlatform((message, when) => {
    const dies = isNote(message) && MOMENTS.some((moment) => moment === when && kill(moment, message.channel));
    return dies && when === 'there' ? 'withhold' : undefined;
  });
  const sites = await Promise.all(MOMENTS.map((moment) => openSite((when) => kill(moment, when))));
  await withStore(place, async ({ memory }) => {
    for (const [at, channel] of MOMENTS.entries()) {
      const url = `${sites[at]?.origin}/ferry`;
      await memory.transact((shelves) => seedWatch(url, channel, shelves));
    }
  });

  const folder = mkdtempSync(path.join(tmpdir(), 'byline-correction-'));
  let aheadMs = HOUR_MS;
  const start = async () => {
    aheadMs += LEASE_OVER_MS;
    const orders: ChildOrders = { place, platform: platform.url, folder, aheadMs };
    await startByline(path.join(import.meta.dirname, 'correction-child.ts'), orders, undefined, (one) => {
      child = one;
    });
  };
  await start();
  // Two pages may come to their moments together: one death serves both.
  while (kills.length < MOMENTS.length || child?.killed === true) {
    const dying = child;
    await eventually('a kill', () => dying !== undefined && dying.signalCode !== null);
    await start();
  }
  const told = () => Map.groupBy(platform.messages.filter(isNote), ({ channel }) => channel);
  await eventually('all notes', () => told().size === MOMENTS.length);
  // Whatever would be told twice has its chance: another look at the pages, and at the outbox.
  await pause(2_500);
  await endByline(child, 'SIGTERM');
  platform.close();
  for (const site of sites) site.close();
  rmSync(folder, { recursive: true, force: true });
  const of = (moment: Moment) => told().get(moment) ?? [];
  return { kills, notes: { asked: of('asked'), read: of('read'), there: of('there'), answered: of('answered') } };
}

/** A briefing that its channel sees, of a page as it was an hour before. */
async function seedWatch(url: string, channel: string, { briefings, posts, watches }: Shelves): Promise<void> {
  const article = readHtml(page(LINES), { url });
  const points = article.sentences.map((span) => ({
    ...{ text: article.text.slice(span.start, span.end), evidence: [span], attributions: [] },
  }));
  const at = { platform: 'fake', workspace: 'w1', channel, thread: null };
  const slug = await briefings.keep(
    aBriefing({ points, sources: [], attributions: [], disagreements: [] }, article),
    at,
  );
  const card = { title: 'Sunday ferry ends', blocks: [] };
  const { id } = await posts.plan({
    key: `root/${channel}`,
    place: at,
    audience: null,
    replyTo: null,
    card,
    isFinal: true,
  });
  const briefedAt = new Date();
  await watches.begin({ slug, post: id, place: at, url, briefedAt, nextAt: new Date(+briefedAt + HOUR_MS) });
}

/** A host with the changed page. `look`: it is asked for, and its answer was sent. */
async function openSite(look: (when: Moment) => boolean) {
  const server = createServer((request, response) => {
    if (request.url !== '/ferry') return void response.writeHead(404).end();
    if (look('asked')) return;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page(LINES.map((line) => line.replace('nine people', 'six people'))), () => look('read'));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

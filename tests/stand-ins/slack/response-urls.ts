import { randomBytes } from 'node:crypto';
import type { Outcome } from './answer-call.ts';
import { addPost, type Happening, rootOf } from './chat-methods.ts';
import { type Fields, isSetAt, textAt } from './fields.ts';
import { readMessage } from './message-body.ts';
import { Refusal } from './refusal.ts';
import type { StandInMessage } from './stand-in.ts';
import type { World } from './world.ts';

const MOST_USES = 5;
const LIVES_MS = 30 * 60_000;

/** Where an answer goes, and what it may replace: the message or ephemeral that was clicked on. */
export type Origin = {
  readonly channel: string;
  readonly user: string;
  readonly ts: string | null;
  readonly threadTs: string | null;
};
type Link = { readonly origin: Origin; readonly at: number; uses: number };

export type ResponseUrls = ReturnType<typeof createResponseUrls>;

/** Says something as an answer: to one person, or to the channel. @throws Refusal */
export function showAnswer(
  world: World,
  origin: Origin,
  answer: Fields,
  how: 'response_url' | 'acknowledgement',
  tell: (happening: Happening) => void,
): void {
  const { text, blocks = [], metadata = null } = readMessage(world, answer, how);
  const channel = world.channels.get(origin.channel);
  if (channel === undefined) throw new Refusal('channel_not_found');
  const asked = textAt(answer, 'thread_ts') ?? origin.threadTs ?? undefined;
  const threadTs = rootOf(world, channel.id, asked);
  if (answer.response_type === 'in_channel') {
    const author = { user: world.botUserOf(channel.team), isByBot: true };
    tell({ kind: 'posted', post: addPost(world, channel, author, { text, blocks, metadata, threadTs }) });
    return;
  }
  const ts = world.nextTs();
  world.ephemerals.push({ channel: channel.id, user: origin.user, text, blocks, how, threadTs, ts });
}

/** Replaces or removes what was clicked on. False if there is nothing of the app's there. */
function change(world: World, origin: Origin, answer: Fields, tell: (happening: Happening) => void): boolean {
  const isDeleted = isSetAt(answer, 'delete_original');
  const body = isDeleted ? undefined : readMessage(world, answer, 'response_url');
  const seen = world.ephemerals.findIndex((one) => one.ts === origin.ts);
  const ephemeral = world.ephemerals[seen];
  if (ephemeral !== undefined) {
    if (body === undefined) world.ephemerals.splice(seen, 1);
    else world.ephemerals[seen] = { ...ephemeral, text: body.text, blocks: body.blocks ?? [] };
    return true;
  }
  const at = world.posts.findIndex((post) => post.ts === origin.ts && post.channel === origin.channel && post.isByBot);
  const before = world.posts[at];
  if (before === undefined) return false;
  if (body === undefined) {
    world.posts.splice(at, 1);
    tell({ kind: 'deleted', post: before });
    return true;
  }
  const post: StandInMessage = { ...before, text: body.text, blocks: body.blocks ?? [], edits: before.edits + 1 };
  world.posts[at] = post;
  tell({ kind: 'changed', post, before });
  return true;
}

/** The addresses that come with commands and clicks: five answers in half an hour. */
export function createResponseUrls(
  world: World,
  base: () => string,
  tell: (happening: Happening) => void,
  { livesMs = LIVES_MS, whenRefused }: { readonly livesMs?: number; readonly whenRefused: (refusal: Refusal) => void },
) {
  const links = new Map<string, Link>();
  const answer = (link: Link, body: Fields): void => {
    const wantsChange = isSetAt(body, 'replace_original') || isSetAt(body, 'delete_original');
    if (wantsChange && link.origin.ts !== null && change(world, link.origin, body, tell)) return;
    showAnswer(world, link.origin, body, 'response_url', tell);
  };
  return {
    issue(origin: Origin): string {
      const id = randomBytes(12).toString('hex');
      links.set(id, { origin, at: performance.now(), uses: 0 });
      return `${base()}respond/${id}`;
    },
    /** What Slack answers a post to such an address. Slack says what is wrong with a message, yet with status 200. */
    take(id: string, body: Fields | undefined): Outcome {
      const link = links.get(id);
      if (link === undefined) return { status: 404, body: { ok: false, error: 'invalid_url' } };
      if (performance.now() - link.at > livesMs) return { status: 404, body: { ok: false, error: 'Expired url' } };
      if (link.uses >= MOST_USES) return { status: 404, body: { ok: false, error: 'used_url' } };
      if (body === undefined) return { status: 400, body: { ok: false, error: 'invalid_payload' } };
      try {
        answer(link, body);
        link.uses += 1;
        return { status: 200, body: { ok: true } };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        whenRefused(error);
        return { status: 200, body: error.toBody() };
      }
    },
  };
}

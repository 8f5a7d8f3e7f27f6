import type { App, MayUseModel, StartWalk, Step } from '#core/app.ts';
import { textOf } from '#core/arguments.ts';
import type { Briefing, Usage } from '#core/briefing.ts';
import type { Card } from '#core/card.ts';
import type { Place } from '#core/chat.ts';
import type { Clock } from '#core/clock.ts';
import type { Command, Reply } from '#core/command.ts';
import { findCommand } from '#core/find-command.ts';
import { findVerb } from '#core/find-verb.ts';
import type { Claim, Job, Memory, Shelves } from '#core/memory.ts';
import type { Observer } from '#core/observer.ts';
import { Problem } from '#core/problem.ts';
import type { Wording } from '#core/wording.ts';
import type { OpenDesk } from './create-desk.ts';
import type { Allowance, Purse } from './create-purse.ts';
import { notAllowed } from './not-allowed.ts';
import { NOBODY } from './plan-digests.ts';
import { recallArticle } from './recall-article.ts';
import { nextLook } from './watch-article.ts';

export type JobParts = {
  readonly memory: Memory;
  readonly commands: readonly Command[];
  readonly wording: Wording;
  readonly startWalk: StartWalk;
  /** What a model may take where; absent: as much as it likes. */
  readonly purse?: Purse;
  readonly clock: Clock;
  readonly observe: Observer;
  /** Tells the outbox that a post has changed. Called after the commit. */
  readonly wake: () => void;
  /** The address of a briefing's passages page, or null where there is none. */
  readonly pageOf: (slug: string) => string | null;
  /** The feeds and schedules of the place where a job was asked. */
  readonly openDesk: (
    job: Job,
    onStep: (step: Step) => void,
    signal: AbortSignal,
    mayUseModel?: MayUseModel,
  ) => OpenDesk | null;
  /** Whether whoever asked may change feeds and schedules there, where their arrival did not say. @throws Problem */
  readonly mayManage: (job: Job, signal: AbortSignal) => Promise<boolean>;
  /** A card in parts that fit into one message each on a platform. */
  readonly fit: (platform: string, card: Card) => readonly Card[];
};

/**
 * Runs one command for whoever asked: its steps show in the post that waits for it, then the result or the failure does.
 * What it leads to and the job's completion are one transaction, so that a crash at any point repeats all or nothing.
 */
export function createRunJob(parts: JobParts): (claim: Claim) => Promise<void> {
  return async (claim) => {
    const { job } = claim;
    const began = parts.clock.now().getTime();
    const progress = showProgress(job, parts);
    const allowance = parts.purse?.open(job.place);
    try {
      const { reply, changes } = await runVerb(claim, progress.show, allowance, parts);
      await progress.settled();
      await claim.finish(async (shelves) => {
        await changes(shelves);
        await keepReply(reply, job, shelves, parts);
      });
      const ms = parts.clock.now().getTime() - began;
      countReply(reply, job.id, ms, parts.observe);
    } catch (error) {
      await progress.settled();
      await fail(error, claim, parts);
    } finally {
      allowance?.close();
    }
    parts.wake();
  };
}

async function runVerb(
  claim: Claim,
  onStep: (step: Step) => void,
  allowance: Allowance | undefined,
  parts: JobParts,
): Promise<Done> {
  const { job, signal } = claim;
  const verb = findVerb(findCommand(job.command, parts.commands), job.verb);
  if (verb.permission === 'manager' && !(job.person.mayManage ?? (await parts.mayManage(job, signal))))
    throw notAllowed(job.command, verb.name);
  const walk = parts.startWalk(onStep, signal, allowance?.mayUseModel);
  const desk = parts.openDesk(job, onStep, signal, allowance?.mayUseModel);
  const recalled = recallArticle(job.place, parts.memory);
  const app: App = {
    ...walk,
    recall: async () => (await recalled()).article,
    testimony: async (article) => {
      const kept = await recalled.known();
      return kept?.article === article ? kept : walk.testimony(article);
    },
    desk,
  };
  const reply = await verb.run(job.args, app);
  return { reply, changes: desk?.changes ?? nothing };
}

const nothing = async () => undefined;

/** What a command came to: a reply, and what it decided about the channel's feeds and schedules. */
type Done = { readonly reply: Reply; readonly changes: (shelves: Shelves) => Promise<void> };

/** Each step as it begins, one after another; a step that cannot be shown is no reason to stop. */
function showProgress(job: Job, parts: JobParts): { show: (step: Step) => void; settled: () => Promise<void> } {
  let last: Promise<void> = Promise.resolve();
  let shown: Step = 'waiting';
  const show = (step: Step) => {
    if (step === shown || job.person.id === NOBODY.id) return;
    shown = step;
    const card = parts.wording.progress(step);
    last = last
      .then(() => parts.memory.transact(({ posts }) => posts.revise(job.post, card, { isFinal: false })))
      .then(parts.wake)
      .catch((cause: unknown) => parts.observe({ kind: 'trouble', what: 'progress was not shown', cause }));
  };
  return { show, settled: () => last };
}

async function keepReply(reply: Reply, job: Job, shelves: Shelves, parts: JobParts): Promise<void> {
  const card = await keepData(reply, job, shelves, parts);
  await showCard(card, hasMoreToTell(reply), job, shelves, parts);
}

/** Whether there is anything to ask about it: of a digest without a story there is not. */
function hasMoreToTell(reply: Reply): boolean {
  return reply.kind === 'briefing' || (reply.kind === 'digest' && reply.data.entries.length > 0);
}

/** The card in as many messages as its platform needs: the first is the post that waits, the rest follow it into its thread. */
async function showCard(card: Card, isTopic: boolean, job: Job, shelves: Shelves, parts: JobParts): Promise<void> {
  const { place, audience } = job;
  const [first = card, ...rest] = parts.fit(place.platform, card);
  const isOnFloor = place.thread === null && job.under == null;
  const opensThread = (isTopic || rest.length > 0) && audience === null && isOnFloor;
  await shelves.posts.revise(job.post, first, { isFinal: true, topic: opensThread ? card.title : null });
  let before = job.post;
  for (const [at, part] of rest.entries()) {
    const key = `${job.id}/${at + 2}`;
    const under = audience === null ? job.post : before;
    const post = { key, place, audience, replyTo: null, card: part, under };
    const { id } = await shelves.posts.plan({ ...post, isFinal: true, isQuiet: job.person.id === NOBODY.id });
    before = id;
  }
}

async function keepData(reply: Reply, job: Job, shelves: Shelves, parts: JobParts): Promise<Card> {
  const { place } = job;
  switch (reply.kind) {
    case 'briefing': {
      const slug = await shelves.briefings.keep(reply.data, place);
      await shelves.threads.open(job.post, slug, place);
      // In the thread of a digest questions are about the story that was briefed last.
      if (job.under != null) await shelves.threads.open(job.under, slug, place);
      // What only one person saw is not what the channel talks about.
      if (job.audience === null) {
        await shelves.channels.setLastBriefing(place, slug);
        await beginWatch(reply.data, slug, job, shelves, parts.clock.now());
      }
      await shelves.usage.add(place, 'briefings', 1);
      await shelves.usage.add(place, 'points', reply.data.points.length);
      await shelves.usage.add(place, 'withheld', reply.data.withheld.length);
      await countTokens(reply.data.usage, place, shelves);
      const buttons = parts.wording.briefingButtons(reply.data, slug, parts.pageOf(slug));
      return { ...reply.card, blocks: [...reply.card.blocks, buttons] };
    }
    case 'answer': {
      await shelves.usage.add(place, 'answers', 1);
      await countTokens(reply.data.usage, place, shelves);
      const root = place.thread === null ? null : await shelves.posts.at(place, place.thread);
      if (root !== null && job.audience === null)
        await shelves.threads.addTurn(root.id, {
          person: job.person.id,
          question: textOf(job.args, 'question'),
          answer: reply.data.text,
        });
      return reply.card;
    }
    case 'digest': {
      const { slot, why, data } = reply;
      await shelves.digests.keep(place, { until: new Date(data.until), slot, why });
      await countTokens(data.usage, place, shelves);
      return reply.card;
    }
    case 'testimony':
    case 'desk':
      return reply.card;
    default:
      return reply satisfies never;
  }
}

/** What all can see is true for a while: a change of its page is told them. */
async function beginWatch({ article }: Briefing, slug: string, job: Job, shelves: Shelves, now: Date): Promise<void> {
  const nextAt = nextLook(now, now);
  if (article.url === null || nextAt === null) return;
  await shelves.watches.begin({ slug, post: job.post, place: job.place, url: article.url, briefedAt: now, nextAt });
}

/** What a model took, by channel and day. */
async function countTokens(usage: Usage | undefined, place: Place, shelves: Shelves): Promise<void> {
  if (usage === undefined) return;
  await shelves.usage.add(place, 'tokens-in', usage.in);
  await shelves.usage.add(place, 'tokens-out', usage.out);
}

function countReply(reply: Reply, id: string, ms: number, observe: Observer): void {
  if (reply.kind === 'briefing') {
    const { engine, points, withheld } = reply.data;
    observe({ kind: 'briefed', id, engine: engine.name, points: points.length, withheld: withheld.length, ms });
  } else if (reply.kind === 'answer') observe({ kind: 'answered', id, found: reply.data.answered, ms });
}

/**
 * A foreseen failure is a result: the asker reads it. A stop of the process gives the job back; anything unforeseen is
 * tried again, and at the last attempt told to the asker and set aside for the operator.
 */
async function fail(error: unknown, claim: Claim, parts: JobParts): Promise<void> {
  const { job } = claim;
  if (claim.signal.aborted) throw error;
  const isForeseen = error instanceof Problem && error.code !== 'SATURATED';
  parts.observe({
    kind: 'failed',
    code: error instanceof Problem ? error.code : 'UNEXPECTED',
    id: job.id,
    cause: error,
  });
  if (!isForeseen && !claim.isLast) throw error;
  const card = error instanceof Problem ? parts.wording.problem(error) : parts.wording.unexpected(job.id);
  await claim.finish(async (shelves) => {
    if (!isForeseen) await shelves.jobs.bury(job, error instanceof Error ? error.message : String(error));
    await shelves.posts.revise(job.post, card, { isFinal: true });
  });
}

/** A job whose process died at the last attempt: the asker is told, and its lane goes on. */
export function createGiveUp(parts: Pick<JobParts, 'wording' | 'observe'>) {
  return async (job: Job, shelves: Shelves): Promise<void> => {
    parts.observe({ kind: 'failed', code: 'UNEXPECTED', id: job.id, cause: 'its process ended at every attempt' });
    await shelves.posts.revise(job.post, parts.wording.unexpected(job.id), { isFinal: true });
  };
}

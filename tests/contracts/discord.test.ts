/** Discord under the contract: the real discord.js in front of a Discord that stands in for the real one. */
import { afterEach } from 'vitest';
import type { Arrival, ChatPlatform, Hears } from '#core/chat.ts';
import type { Command } from '#core/command.ts';
import { Problem } from '#core/problem.ts';
import { createDiscord } from '#platforms/discord/index.ts';
import { commands } from '../all-commands.ts';
import { eventually } from '../fakes/eventually.ts';
import { lookAt } from '../platforms/discord/discord-eyes.ts';
import { createDiscord as createStandIn } from '../stand-ins/discord/create-discord.ts';
import type { CommandOptions, DiscordStandIn, Response } from '../stand-ins/discord/stand-in.ts';
import type { Feedback, Harness } from './harness.ts';
import { describePlatform } from './platform-contract.ts';

const troubles: unknown[] = [];
afterEach(() => {
  troubles.length = 0;
});

const FORBIDDEN = '1100000000000000005';
const NOWHERE = '1100000000000000006';
const ONLY_VIEW = 1n << 10n;

/** The words after a command are its one option here. Discord's client sends no required option that is empty: so it is not. */
const WORDS: Readonly<Record<string, string>> = { brief: 'article', ask: 'question' };
const asked = commands.map((command): Command => {
  const [first, ...rest] = command.verbs;
  return {
    ...command,
    verbs: [{ ...first, params: first.params.map((param) => ({ ...param, required: false })) }, ...rest],
  };
});

function optionsOf(name: string, words: string): CommandOptions {
  const option = WORDS[name];
  return option === undefined || words.trim() === '' ? {} : { [option]: words };
}

/** The contract posts as fast as it can. A bot has 50 requests a second, of which the outbox, too, would wait for the next. */
async function held<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (cause) {
      if (!(cause instanceof Problem) || cause.code !== 'RATE_LIMITED') throw cause;
      await new Promise((done) => setTimeout(done, cause.retryAfterMs ?? 0));
    }
  }
}

/**
 * The platform as the contract speaks to it. Discord has typed options where the contract types words: they are handed on as the
 * words that they hold. It shows something to one person only in answer to that person: so a private post without a question is
 * given one.
 */
function adapt(platform: ChatPlatform, discord: DiscordStandIn) {
  const heard: Arrival[] = [];
  let whispers: ((replyTo: string | null) => void) | null = null;
  let isStalled = false;

  function wordsOf(arrival: Arrival): Arrival {
    if (arrival.kind !== 'command' || typeof arrival.input === 'string') return arrival;
    const option = WORDS[arrival.command] ?? '';
    return { ...arrival, input: String(arrival.input[option] ?? '') };
  }

  /** A call is called off once its request is under way, so that it is that one which is never answered. */
  function once(signal: AbortSignal): AbortSignal {
    if (!isStalled) return signal;
    isStalled = false;
    const off = new AbortController();
    const before = discord.requests.length;
    signal.addEventListener('abort', async () => {
      await eventually('the request', () => discord.requests.length > before);
      off.abort(signal.reason);
    });
    return off.signal;
  }

  async function ask(): Promise<string | null> {
    const asking = new Promise<string | null>((resolve) => {
      whispers = resolve;
    });
    await discord.command('ask', { question: 'For me alone?' });
    return asking;
  }

  const adapted: ChatPlatform = {
    ...platform,
    start: (hears: Hears) =>
      platform.start({
        ...hears,
        async receive(arrival) {
          if (whispers !== null && arrival.kind === 'command') {
            whispers(arrival.replyTo);
            whispers = null;
            return { kind: 'taken', isPrivate: true };
          }
          heard.push(arrival);
          return hears.receive(wordsOf(arrival));
        },
      }),
    async post(post, signal) {
      const replyTo = post.audience !== null && post.replyTo === null ? await ask() : post.replyTo;
      const off = once(signal);
      return held(() => platform.post({ ...post, replyTo }, off));
    },
    async edit(post, message, signal) {
      const off = once(signal);
      await held(() => platform.edit(post, message, off));
    },
    async find(post, since, signal) {
      const off = once(signal);
      return held(() => platform.find(post, since, off));
    },
  };
  return {
    platform: adapted,
    heard,
    stall() {
      isStalled = true;
      discord.fail(/./, { kind: 'stall' });
    },
  };
}

async function openHarness(): Promise<Harness> {
  const discord = await createStandIn({ limits: 'off' });
  const place = { platform: 'discord', workspace: discord.guild, channel: discord.channel, thread: null };
  const furnish = () => discord.addChannel({ id: FORBIDDEN, botPermissions: ONLY_VIEW });
  furnish();
  const { platform, heard, stall } = adapt(
    createDiscord({
      ...{ token: discord.token, applicationId: null, apiUrl: discord.apiUrl, commands: asked },
      clock: { now: () => new Date() },
      onTrouble: (what, cause) => troubles.push([what, cause]),
      onNews: () => undefined,
    }),
    discord,
  );

  function toFeedback({ isAcked, data }: Response): Feedback {
    if (!isAcked) return { isTaken: false, text: 'The application did not respond.' };
    const { text } = lookAt(data?.components);
    return { isTaken: !/could not take|being restarted/.test(text), text: text === '' ? null : text };
  }

  function type(line: string): Promise<Response> {
    const [, name = '', words = ''] = /^\/(\S+)\s?([\s\S]*)$/.exec(line) ?? [];
    return discord.command(name, optionsOf(name, words));
  }

  async function say(text: string, thread: string | null): Promise<Feedback> {
    const { id } = await discord.say(text, thread === null ? {} : { channel: thread });
    await eventually('what was said', () => heard.some((arrival) => arrival.id === id));
    return { isTaken: true, text: null };
  }

  return {
    platform,
    place,
    gone: { ...place, channel: NOWHERE },
    forbidden: { ...place, channel: FORBIDDEN },
    asker: discord.person,
    canFind: true,
    stall,
    command: async (line) => toFeedback(await type(line)),
    say,
    async deliverTwice(line) {
      const { id } = await type(line);
      await discord.redeliver();
      await eventually('the second delivery', () => heard.filter((arrival) => arrival.id === id).length === 2);
    },
    mention: (text, thread) => say(`<@${discord.bot.id}> ${text}`, thread),
    press: async (message, label) => toFeedback(await discord.press(message, label)),
    async remove() {
      discord.dispatch('GUILD_DELETE', { id: discord.guild });
      // What is tried next needs a guild again.
      discord.addGuild({ id: discord.guild });
      discord.addChannel({ id: discord.channel });
      furnish();
      const marker = await discord.say('is it there again?');
      await eventually('the guild', () => heard.some(({ id }) => id === marker.id));
    },
    seen: async (thread) =>
      discord
        .messages(thread ?? discord.channel)
        .filter(({ author }) => author === discord.bot.id)
        .map(({ id, components, onlyFor }) => ({ ...lookAt(components), id, thread, isPrivate: onlyFor !== null })),
    close: discord.close,
  };
}

describePlatform('discord', openHarness);

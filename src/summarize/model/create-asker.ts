import { setTimeout as wait } from 'node:timers/promises';
import type { OpenAI } from 'openai';
import type { z } from 'zod';
import type { Usage } from '#core/briefing.ts';
import type { Clock } from '#core/clock.ts';
import { BEST_MANNER, concede, type Manner } from './concede.ts';
import { countTokens } from './count-tokens.ts';
import { faultOf, ModelFault } from './model-fault.ts';
import type { ModelSettings } from './model-settings.ts';
import { openClient } from './open-client.ts';
import { parseReply } from './parse-reply.ts';
import { type Reply, readReply } from './read-reply.ts';
import { jsonSchemaOf } from './reply-schemas.ts';

/** One thing that is asked of a model. */
export type Question<T> = {
  /** A name for the schema, on the wire. */
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** The rules. */
  readonly system: string;
  /** The article, fenced, and the task. */
  readonly user: string;
  /** What the call took, also where nothing came of it. */
  readonly onUsage: (usage: Usage) => void;
};

export type Asker = {
  /** @throws ModelFault; whatever the signal was aborted with. */
  readonly ask: <T>(question: Question<T>, patience: Patience) => Promise<T>;
  /** How the server is asked by now. */
  readonly manner: () => Manner;
  readonly client: OpenAI;
};

/** How long one is willing to wait: a signal, and the ms until it aborts by time. */
export type Patience = { readonly signal: AbortSignal; readonly left: () => number };

export type AskLimits = {
  /** Until the first piece of an answer: a small machine reads a long prompt for a while. In ms. */
  readonly firstMs: number;
  /** Between two pieces, in ms. */
  readonly idleMs: number;
};
const ASK_LIMITS: AskLimits = { firstMs: 30_000, idleMs: 15_000 };

/** An answer takes so long at least; a pause that leaves less is not worth waiting for, in ms. */
const SHORTEST_ANSWER_MS = 3_000;

/** Times that one question is asked again after a failure that may pass; what a server refuses in its form does not count. */
const TRIES_AFTER_FAILURE = 1;
const TRIES_AFTER_CROWD = 2;

/** A prompt of which a server counts less than this share of what we count was cut: no two tokenizers differ so much. */
const CUT_BELOW = 0.5;

/** Asks one model at one server, and remembers in which manner that server takes questions. */
export function createAsker(settings: ModelSettings, clock: Clock, limits: AskLimits = ASK_LIMITS): Asker {
  const client = openClient(settings);
  let manner = BEST_MANNER;
  /** Whether the shape is put into words although the server took the schema: it did not keep to it. */
  let isTold = false;

  async function ask<T>(question: Question<T>, patience: Patience): Promise<T> {
    let triesAgain = 0;
    let isAskedTwice = false;
    for (;;) {
      const tried = manner;
      const told = isTold || isAskedTwice;
      try {
        const reply = await tell(question, tried, told, patience.signal);
        const value = parseReply(reply.text, question.schema);
        isTold ||= isAskedTwice && tried.format === 'json_schema';
        return value;
      } catch (error) {
        patience.signal.throwIfAborted();
        const fault = faultOf(error, clock.now());
        if (fault.kind === 'unwilling') {
          const next = concede(tried, fault);
          if (next === null) throw fault;
          // Another question may have found out meanwhile.
          if (manner === tried) manner = next;
        } else if (fault.kind === 'silent' && isWorthWaiting(fault, triesAgain, patience)) {
          triesAgain++;
          await wait(fault.retryAfterMs ?? 0, undefined, { signal: patience.signal }).catch(() => undefined);
          patience.signal.throwIfAborted();
        } else if (fault.kind === 'unreadable' && !isAskedTwice) isAskedTwice = true;
        else throw fault;
      }
    }
  }

  /** One request and its whole answer. */
  async function tell<T>(
    question: Question<T>,
    how: Manner,
    isShapeTold: boolean,
    caller: AbortSignal,
  ): Promise<Reply> {
    const messages = messagesOf(question, how, isShapeTold);
    const counting = countTokens(messages.map(({ content }) => content));
    counting.catch(() => undefined);
    const controller = new AbortController();
    const abort = () => controller.abort(caller.reason);
    caller.addEventListener('abort', abort, { once: true });
    const fuse = lightFuse(limits, controller);
    let said: Reply | null = null;
    const hear = (soFar: Reply) => {
      fuse.onPiece();
      said = soFar;
    };
    try {
      const response = await client.chat.completions
        .create(
          {
            model: settings.model,
            messages,
            stream: true,
            ...(how.hasUsage ? { stream_options: { include_usage: true } } : {}),
            ...(how.hasTemperature ? { temperature: 0 } : {}),
            ...formatOf(question, how),
          },
          { signal: controller.signal, timeout: limits.firstMs },
        )
        .asResponse();
      const reply = await readReply(response, client, controller, hear);
      refuseCut(reply, await counting);
      return reply;
    } catch (error) {
      if (fuse.isBurnt()) throw new ModelFault('silent', 'the model did not answer in time');
      throw error;
    } finally {
      fuse.put();
      caller.removeEventListener('abort', abort);
      // Whoever listens no longer must not leave the server writing.
      controller.abort();
      if (said !== null) question.onUsage(await priceOf(said, counting));
    }
  }

  return { ask, client, manner: () => manner };
}

/** Whether the same question is worth asking again after a pause, given what is left of the time. */
function isWorthWaiting({ retryAfterMs, isRateLimit }: ModelFault, triesAgain: number, patience: Patience): boolean {
  if (retryAfterMs === null || triesAgain >= (isRateLimit ? TRIES_AFTER_CROWD : TRIES_AFTER_FAILURE)) return false;
  return retryAfterMs + SHORTEST_ANSWER_MS <= patience.left();
}

/** What a server took for what it said, by its own count where it gave one. */
async function priceOf({ usage, text }: Reply, asked: Promise<number>): Promise<Usage> {
  return usage ?? { in: await asked, out: await countTokens([text]) };
}

/** Ollama leaves out the beginning of a prompt that is too long, without a word: the rules, and half of the article. */
function refuseCut({ usage }: Reply, counted: number): void {
  if (usage === null || usage.in === 0 || usage.in >= counted * CUT_BELOW) return;
  throw new ModelFault('too-long', 'the article is longer than the model can read', { context: usage.in + usage.out });
}

type Message = { readonly role: 'system' | 'user'; readonly content: string };

function messagesOf<T>({ system, user, schema }: Question<T>, how: Manner, isShapeTold: boolean): Message[] {
  const isInWords = isShapeTold || how.format !== 'json_schema';
  const shape = `Answer with one JSON object and nothing else, of this JSON Schema:\n${JSON.stringify(jsonSchemaOf(schema))}`;
  const rules = isInWords ? `${system}\n\n${shape}` : system;
  if (!how.hasSystem) return [{ role: 'user', content: `${rules}\n\n${user}` }];
  return [
    { role: 'system', content: rules },
    { role: 'user', content: user },
  ];
}

function formatOf<T>({ name, schema }: Question<T>, { format }: Manner) {
  switch (format) {
    case 'json_schema':
      return {
        response_format: {
          type: 'json_schema' as const,
          json_schema: { name, strict: true, schema: jsonSchemaOf(schema) },
        },
      };
    case 'json_object':
      return { response_format: { type: 'json_object' as const } };
    case 'prompt':
      return {};
    default:
      return format satisfies never;
  }
}

/** Ends a request that says nothing for too long: until the first piece, and from piece to piece. */
function lightFuse({ firstMs, idleMs }: AskLimits, controller: AbortController) {
  let isBurnt = false;
  const burn = () => {
    isBurnt = true;
    controller.abort();
  };
  let timer = setTimeout(burn, firstMs);
  return {
    isBurnt: () => isBurnt,
    onPiece: () => {
      clearTimeout(timer);
      timer = setTimeout(burn, idleMs);
    },
    put: () => clearTimeout(timer),
  };
}

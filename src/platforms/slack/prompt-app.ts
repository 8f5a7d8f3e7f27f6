import { App, type AppOptions, AuthorizationError, type ReceiverEvent } from '@slack/bolt';
import type { Card } from '#core/card.ts';
import { Problem } from '#core/problem.ts';
import type { SlackOptions } from './options.ts';
import { NOT_INSTALLED, NOT_TAKEN } from './tell-asker.ts';

type Means = Pick<SlackOptions, 'onTrouble'> & {
  /** Shows a card to whoever did something, by the address that came with it. */
  readonly respond: (address: string, card: Card) => Promise<unknown>;
};

/**
 * Bolt acknowledges an event before anybody has seen it; what it then loses at a crash, Slack does not send again. This app
 * acknowledges an event when its listeners are done, so that what they stored is safe, and not at all where they failed: Slack
 * then delivers it once more. Commands and presses are acknowledged by their listeners in any case.
 */
export class PromptApp extends App {
  readonly #means: Means;

  constructor(options: AppOptions, means: Means) {
    super(options);
    this.#means = means;
    this.error(async (error) => {
      throw error;
    });
  }

  override async processEvent(event: ReceiverEvent): Promise<void> {
    const isNews = 'event' in event.body;
    let isDone = false;
    async function ack() {
      isDone = true;
    }
    try {
      await super.processEvent(isNews ? { ...event, ack } : event);
    } catch (error) {
      // To a receiver an AuthorizationError is an end, whatever caused it: the event would be acknowledged and lost.
      if (!(error instanceof AuthorizationError)) throw error;
      return this.#endUnknown(event, isNews, error.original);
    }
    if (isDone) await event.ack();
  }

  /** Nobody knows whose bot this is for: the workspace has not installed byline, or cannot be looked up now. */
  async #endUnknown({ body, ack }: ReceiverEvent, isNews: boolean, cause: Error): Promise<void> {
    const isForGood = cause instanceof Problem && cause.code === 'CHANNEL_GONE';
    if (isNews && !isForGood) throw cause;
    this.#means.onTrouble('something came from a workspace that is not known', cause);
    await ack();
    const { response_url: address } = body;
    if (typeof address === 'string') await this.#means.respond(address, isForGood ? NOT_INSTALLED : NOT_TAKEN);
  }
}

import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt';

/**
 * Bolt acknowledges an event before anybody has seen it; what it then loses at a crash, Slack does not send again. This app
 * acknowledges an event when its listeners are done, so that what they stored is safe, and not at all where they failed: Slack
 * then delivers it once more. Commands and presses are acknowledged by their listeners in any case.
 */
export class PromptApp extends App {
  constructor(options: AppOptions) {
    super(options);
    this.error(async (error) => {
      throw error;
    });
  }

  override async processEvent(event: ReceiverEvent): Promise<void> {
    if (!('event' in event.body)) return super.processEvent(event);
    let isDone = false;
    await super.processEvent({
      ...event,
      async ack() {
        isDone = true;
      },
    });
    if (isDone) await event.ack();
  }
}

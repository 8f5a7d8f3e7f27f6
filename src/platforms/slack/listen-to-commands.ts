import type { App } from '@slack/bolt';
import type { Arrival } from '#core/chat.ts';
import type { Intake } from './create-intake.ts';
import { linkedAddress } from './linked-address.ts';
import { BRIEF_THIS } from './manifest.ts';
import { personOf, placeOf } from './place-of.ts';
import { readWordsTyped } from './read-text.ts';
import { STOPPING, tellAsker, type Ways } from './tell-asker.ts';

/** Slash commands, and the shortcut on a message, which is one in other clothes. */
export function listenToCommands(app: App, intake: Intake): void {
  app.command(/^\//, async ({ command, ack, respond }) => {
    const { promise: acknowledged, resolve } = Promise.withResolvers<void>();
    const ways: Ways = { ack: (whisper) => ack(whisper).finally(resolve), respond };
    if (intake.isClosed()) return tellAsker({ kind: 'shown', card: STOPPING }, ways);
    const arrival: Arrival = {
      ...{ kind: 'command', id: command.trigger_id, command: command.command.slice(1), verb: null },
      input: readWordsTyped(command.text),
      place: placeOf(command.team_id, command.channel_id),
      person: personOf(command.user_id, command.user_name),
      replyTo: command.response_url,
    };
    const receipt = await intake.hand(arrival, acknowledged);
    await tellAsker(receipt, ways);
  });

  app.shortcut({ type: 'message_action', callback_id: BRIEF_THIS }, async ({ shortcut, ack, respond }) => {
    // Slack shows nothing of what an acknowledgement of a shortcut says.
    await ack();
    if (shortcut.type !== 'message_action') return;
    const ways: Ways = { ack: async (whisper) => void (whisper && (await respond(whisper))), respond };
    if (intake.isClosed()) return tellAsker({ kind: 'shown', card: STOPPING }, ways);
    const receipt = await intake.hand({
      ...{ kind: 'command', id: shortcut.trigger_id, command: 'brief', verb: null },
      // Nothing at all would mean the latest of the feeds.
      input: linkedAddress(shortcut.message) || 'help',
      place: placeOf(shortcut.team?.id ?? shortcut.user.team_id ?? '', shortcut.channel.id),
      person: personOf(shortcut.user.id, shortcut.user.name),
      replyTo: shortcut.response_url,
    });
    await tellAsker(receipt, ways);
  });
}

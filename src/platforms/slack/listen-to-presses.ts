import type { App, BlockAction, webApi } from '@slack/bolt';
import type { Card } from '#core/card.ts';
import { type Press, readPress } from '#core/press.ts';
import type { Intake } from './create-intake.ts';
import { drawModal } from './draw-modal.ts';
import type { SlackOptions } from './options.ts';
import { personOf, placeOf } from './place-of.ts';
import { respondInTurn } from './respond-in-turn.ts';
import { NOT_TAKEN, STOPPING, whispersOf } from './tell-asker.ts';

/** Buttons and selects: what they show comes in a window, or where none opens as a message to whoever pressed. */
export function listenToPresses(app: App, intake: Intake, onTrouble: SlackOptions['onTrouble']): void {
  app.action<BlockAction>(/^/, async ({ body, action, ack, client, respond }) => {
    // Slack tells of an opened link, too, and waits for a word.
    if (!action.action_id.startsWith('press-')) return ack();
    const press = pressOf(action);
    const receipt =
      press === null || intake.isClosed()
        ? null
        : await intake.hand({
            ...{ kind: 'press', id: body.trigger_id, press },
            place: placeOf(body.team?.id ?? body.user.team_id ?? '', body.channel?.id ?? body.user.id),
            person: personOf(body.user.id, body.user.name ?? null),
          });
    await ack();
    if (receipt !== null && receipt.kind !== 'shown') return;
    const failed = intake.isClosed() ? STOPPING : NOT_TAKEN;
    const canRespond = body.response_url !== undefined;
    const say = (card: Card) => respondInTurn(whispersOf(card), respond);
    if (receipt === null && canRespond) return say(failed);
    const card = receipt?.card ?? failed;
    // What was to come in a thread and does not is said in a line, and needs no window.
    if (press?.action === 'story' && canRespond) return say(card);
    try {
      await showModal(card, press, body, client);
    } catch (cause) {
      onTrouble('a window could not be opened', cause);
      if (canRespond) await say(card);
    }
  });
}

function pressOf(action: BlockAction['actions'][number]): Press | null {
  const word =
    'value' in action ? action.value : 'selected_option' in action ? action.selected_option?.value : undefined;
  return typeof word === 'string' ? readPress(word) : null;
}

/** Opens a window, or shows the card in the one in which somebody chose something. */
async function showModal(
  card: Card,
  press: Press | null,
  { trigger_id, view: open }: BlockAction,
  client: webApi.WebClient,
): Promise<void> {
  const view = drawModal(card, press === null || press.action === 'story' ? 'cited' : press.action);
  if (open === undefined) await client.views.open({ trigger_id, view });
  else await client.views.update({ view_id: open.id, view });
}

/** The fake that other tests talk to keeps the contract, too: what they prove on it holds for a real platform. */
import { arrivalOf } from '#core/arrival-of.ts';
import type { Block, Button, Card } from '#core/card.ts';
import type { Arrival, Place } from '#core/chat.ts';
import { plainText } from '#core/plain-text.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakePlatform } from '../fakes/fake-platform.ts';
import { textsOf } from './arbitrary-card.ts';
import type { Feedback, Harness } from './harness.ts';
import { describePlatform } from './platform-contract.ts';

const buttonsOf = (block: Block): readonly Button[] => (block.kind === 'buttons' ? block.buttons : []);
const visible = (card: Card) => textsOf(card).map(plainText).join(' ');

async function openHarness(): Promise<Harness> {
  const platform = createFakePlatform({ clock: createFakeClock() });
  const place: Place = { platform: 'fake', workspace: 'w', channel: 'c', thread: null };
  platform.goneChannels.add('gone');
  platform.forbiddenChannels.add('forbidden');
  const person = { id: 'you', name: null, mayManage: false };
  let events = 0;

  async function hand(arrival: Arrival): Promise<Feedback> {
    try {
      const receipt = await platform.hears().receive(arrival);
      return { isTaken: true, text: receipt.kind === 'shown' ? visible(receipt.card) : null };
    } catch {
      return { isTaken: false, text: 'This did not work; try again.' };
    }
  }
  const type = (line: string, thread: string | null, id = `event-${events++}`) =>
    hand(arrivalOf(line, { id, place: { ...place, thread }, person }));

  return {
    platform,
    place,
    gone: { ...place, channel: 'gone' },
    forbidden: { ...place, channel: 'forbidden' },
    asker: person.id,
    canFind: true,
    stall: () => void platform.faults.push('silence'),
    command: (line) => type(line, null).catch(() => ({ isTaken: false, text: 'It is stopped.' })),
    say: type,
    async deliverTwice(line) {
      for (let i = 0; i < 2; i++) await type(line, null, 'event-twice');
    },
    mention: (text, thread) =>
      hand({
        ...{ kind: 'message', id: `event-${events++}`, place: { ...place, thread }, person, text },
        ...{ mentionsBot: true, mentionsOthers: false },
      }),
    async press(message, label) {
      const buttons = platform.messages.find(({ id }) => id === message)?.card.blocks.flatMap(buttonsOf) ?? [];
      const button = buttons.find((one) => one.label === label);
      if (button === undefined || !('press' in button)) throw new Error(`message ${message} has no button ${label}`);
      return hand({ kind: 'press', id: `event-${events++}`, place, person, press: button.press });
    },
    remove: () => platform.hears().removed({ platform: place.platform, workspace: place.workspace }),
    seen: async (thread) =>
      platform.messages
        .filter((message) => message.place.thread === thread)
        .map(({ id, card, audience }) => ({
          id,
          text: visible(card),
          buttons: card.blocks.flatMap(buttonsOf).map(({ label }) => label),
          thread,
          isPrivate: audience !== null,
          links: card.blocks.flatMap(buttonsOf).flatMap((button) => ('open' in button ? [button.open] : [])),
        })),
    close: async () => undefined,
  };
}

describePlatform('the fake', openHarness);

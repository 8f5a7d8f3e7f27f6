/** Further parts of what one person is told: in their order, each once, also where Slack asks for patience. */
import { expect, test } from 'vitest';
import { respondInTurn } from '#platforms/slack/respond-in-turn.ts';
import { whispersOf } from '#platforms/slack/tell-asker.ts';

const whispers = ['one', 'two'].flatMap((text) => whispersOf({ title: text, blocks: [] }));
const refusal = (statusCode: number) => Object.assign(new Error(`answered ${statusCode}`), { statusCode });

/** Answers with these statuses, then takes everything. */
async function respond(...statuses: number[]) {
  const taken: string[] = [];
  const waits: number[] = [];
  const send = async ({ text }: { readonly text: string }) => {
    const status = statuses.shift() ?? 200;
    if (status !== 200) throw refusal(status);
    taken.push(text);
  };
  const ended = await respondInTurn(whispers, send, async (ms) => waits.push(ms)).then(
    () => 'well',
    (cause: Error) => cause.message,
  );
  return { taken: taken.length, waits, ended };
}

test('what Slack has no time for is sent again after ever longer waits', async () => {
  expect(await respond(200, 429, 429)).toEqual({ taken: 2, waits: [1_000, 3_000], ended: 'well' });
});

test('patience ends, and an address that is used up is not asked again', async () => {
  expect(await respond(429, 429, 429, 429)).toEqual({ taken: 0, waits: [1_000, 3_000, 8_000], ended: 'answered 429' });
  expect(await respond(200, 404)).toEqual({ taken: 1, waits: [], ended: 'answered 404' });
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { openClient } from './a-socket-client.ts';
import { makeWebClient } from './a-web-client.ts';
import { createSlack } from './create-slack.ts';
import { fieldsAt, textAt } from './fields.ts';
import type { SlackStandIn } from './stand-in.ts';
import { HOME_USER } from './world.ts';

let slack: SlackStandIn;
let client: ReturnType<typeof makeWebClient>;
/** The trigger of a command that somebody gave just now. */
let takeTrigger: () => Promise<string>;
async function start(triggerLivesMs?: number): Promise<void> {
  slack = await createSlack({ limits: 'off', ...(triggerLivesMs === undefined ? {} : { triggerLivesMs }) });
  client = makeWebClient(slack);
  const { envelopes } = await openClient(slack, () => null);
  takeTrigger = async () => {
    await slack.slash('/brief', 'a');
    return textAt(fieldsAt(envelopes.at(-1) ?? {}, 'payload'), 'trigger_id') ?? '';
  };
}
beforeEach(() => start());
afterEach(() => slack.close());

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const modal = (title = 'Sources') => ({ type: 'modal' as const, title: plain(title), blocks: [{ type: 'divider' }] });

test('a trigger opens one modal', async () => {
  const trigger_id = await takeTrigger();
  const { view } = await client.views.open({ trigger_id, view: modal() });
  expect(view).toMatchObject({
    type: 'modal',
    root_view_id: view?.id,
    state: { values: {} },
    hash: expect.any(String),
  });
  expect(slack.views).toMatchObject([{ id: view?.id, user: HOME_USER, view: { title: { text: 'Sources' } } }]);
  await expect(client.views.open({ trigger_id, view: modal() })).rejects.toThrow('exchanged_trigger_id');
});

test('a trigger that is too old or nobody’s opens nothing', async () => {
  await slack.close();
  await start(20);
  const trigger_id = await takeTrigger();
  await new Promise((done) => setTimeout(done, 40));
  await expect(client.views.open({ trigger_id, view: modal() })).rejects.toThrow('expired_trigger_id');
  await expect(client.views.open({ trigger_id: '1.2.3', view: modal() })).rejects.toThrow('invalid_trigger_id');
  expect(slack.views).toEqual([]);
});

test('a broken view is refused with its places, and the trigger is still good', async () => {
  const trigger_id = await takeTrigger();
  const broken = client.views.open({ trigger_id, view: modal('x'.repeat(25)) });
  await expect(broken).rejects.toMatchObject({
    data: {
      error: 'invalid_arguments',
      response_metadata: {
        messages: [
          '[ERROR] failed to match all allowed schemas [json-pointer:/view]',
          '[ERROR] must be less than 25 characters [json-pointer:/view/title/text]',
        ],
      },
    },
  });
  expect(await client.views.open({ trigger_id, view: modal() })).toMatchObject({ ok: true });
});

test('a view can be changed while its hash is the one that was seen', async () => {
  const { view } = await client.views.open({ trigger_id: await takeTrigger(), view: modal() });
  const { id: view_id = '', hash } = view ?? {};
  await client.views.update({ view_id, ...(hash === undefined ? {} : { hash }), view: modal('Two') });
  expect(slack.views).toMatchObject([{ id: view_id, view: { title: { text: 'Two' } } }]);
  const late = client.views.update({ view_id, ...(hash === undefined ? {} : { hash }), view: modal('Three') });
  await expect(late).rejects.toThrow('hash_conflict');
  await expect(client.views.update({ view_id: 'V0', view: modal() })).rejects.toThrow('not_found');
});

test('three views may lie upon each other', async () => {
  await client.views.open({ trigger_id: await takeTrigger(), view: modal('1') });
  for (const title of ['2', '3']) await client.views.push({ trigger_id: await takeTrigger(), view: modal(title) });
  expect(slack.views.at(-1)?.view).toMatchObject({
    root_view_id: slack.views[0]?.id,
    previous_view_id: slack.views[1]?.id,
  });
  const fourth = client.views.push({ trigger_id: await takeTrigger(), view: modal('4') });
  await expect(fourth).rejects.toThrow('push_limit_reached');
});

test('a home is published to a person, and only a home', async () => {
  await client.views.publish({ user_id: HOME_USER, view: { type: 'home', blocks: [] } });
  await client.views.publish({ user_id: HOME_USER, view: { type: 'home', blocks: [{ type: 'divider' }] } });
  expect(slack.homeOf(HOME_USER)?.view.blocks).toHaveLength(1);
  const wrong = client.views.publish({ user_id: HOME_USER, view: modal() });
  await expect(wrong).rejects.toThrow('invalid_arguments');
  await expect(client.views.publish({ user_id: 'U0', view: { type: 'home', blocks: [] } })).rejects.toThrow(
    'user_not_found',
  );
  const trigger_id = await takeTrigger();
  await expect(client.views.open({ trigger_id, view: { type: 'home', blocks: [] } })).rejects.toThrow(
    'invalid_arguments',
  );
});

test('a view of more than 250 kB is refused', async () => {
  const text = 'x'.repeat(2990);
  const blocks = Array.from({ length: 90 }, () => ({ type: 'section', text: plain(text) }));
  const open = client.views.open({ trigger_id: await takeTrigger(), view: { ...modal(), blocks } });
  await expect(open).rejects.toThrow('view_too_large');
});

/** What whoever types a command is offered. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../../fakes/eventually.ts';
import { type OpenDiscord, openDiscord } from './open-discord.ts';

const LATE_MS = 2_100;

let open: OpenDiscord;
beforeEach(async () => {
  open = await openDiscord();
  await open.start();
});
afterEach(() => open.close());

const later = <T>(value: T) => new Promise<T>((done) => setTimeout(done, LATE_MS, value));

describe('whoever still types', () => {
  const typing = () => open.discord.autocomplete('sources', { subcommand: 'remove', focused: 'which', which: 'har' });
  const choicesIn = ({ data }: Awaited<ReturnType<typeof typing>>) => data?.choices ?? null;

  test('is offered what the bot suggests, as much of it as Discord takes', async () => {
    const heard: unknown[] = [];
    open.suggest = async (asked) => {
      heard.push(asked);
      const all = Array.from({ length: 30 }, (_, at) => ({
        name: `${at} ${'Harbour 🚢 '.repeat(20)}`,
        value: `f${at}`,
      }));
      return [{ name: 'too long', value: 'x'.repeat(101) }, ...all];
    };
    const response = await typing();
    expect(response).toMatchObject({ isAcked: true, type: 8 });
    expect(choicesIn(response)).toHaveLength(25);
    const place = { platform: 'discord', workspace: open.discord.guild, channel: open.discord.channel, thread: null };
    expect(heard).toEqual([{ place, command: 'sources', verb: 'remove', param: 'which', typed: 'har' }]);
  });

  test('is offered nothing where that fails, or takes longer than Discord waits', async () => {
    open.suggest = () => Promise.reject(new Error('no database'));
    expect(choicesIn(await typing())).toEqual([]);
    open.suggest = () => later([{ name: 'late', value: 'late' }]);
    expect(choicesIn(await typing())).toEqual([]);
    expect(open.troubles.map(({ what }) => what)).toEqual(['nothing could be suggested']);
  });

  test('what nobody can read is answered with nothing', async () => {
    open.discord.dispatch('INTERACTION_CREATE', {
      ...{ id: '5', application_id: open.discord.applicationId, token: 't', type: 4 },
      ...{ channel_id: open.discord.channel, data: {} },
    });
    await eventually('the answer', () => open.discord.requests.some(({ path }) => path.endsWith('/callback')));
    expect(open.discord.requests.at(-1)?.body).toEqual({ type: 8, data: { choices: [] } });
  });
});

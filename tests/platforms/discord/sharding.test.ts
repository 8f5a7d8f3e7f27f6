/** More servers than one process carries: discord.js's ShardingManager starts several whole bylines on one database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ShardingManager } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../fakes/eventually.ts';
import { openNewsSite } from '../../fakes/news-site.ts';
import { createDiscord } from '../../stand-ins/discord/create-discord.ts';
import { aDatabase, SERVER } from '../../store/on-both-engines.ts';

const MAIN = path.join(import.meta.dirname, '../../../src/main.ts');
const SHARDS = 2;
/** Discord gives a guild to the shard `(id >> 22) % shards`. */
const guildOf = (shard: number) => String((BigInt(1_000_000 + shard) << 22n) | 7n);

if (SERVER === null)
  describe.skip('shards in processes of their own: skipped without TEST_DATABASE_URL', () => test('skipped'));
else
  test('each process hears its own servers, all share the outbox, and each question is answered once', {
    timeout: 120_000,
  }, async () => {
    const [database, discord, site] = await Promise.all([aDatabase(SERVER ?? ''), createDiscord(), openNewsSite()]);
    const folder = mkdtempSync(path.join(tmpdir(), 'byline-shards-'));
    discord.shards = SHARDS;
    const channels = Array.from({ length: SHARDS }, (_, shard) => {
      const channel = { id: String(600_000_000_000_000_000n + BigInt(shard)), guild: guildOf(shard) };
      discord.addGuild({ id: channel.guild });
      discord.addChannel(channel);
      return channel;
    });
    // The manager hands its own environment down to the processes that it starts.
    Object.assign(process.env, {
      ...{ DATABASE_URL: database.url, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' },
      ...{ DISCORD_API_URL: discord.apiUrl, ALLOW_PRIVATE_ADDRESSES: '127.0.0.1' },
    });
    const manager = new ShardingManager(MAIN, {
      ...{ token: discord.token, totalShards: SHARDS, shardArgs: ['start'], respawn: false, silent: true },
    });
    try {
      await manager.spawn({ delay: 0, timeout: 60_000 });
      await eventually('both shards', () => discord.connections() === SHARDS);
      expect(manager.shards.size).toBe(SHARDS);
      await eventually('the commands', () => discord.commands().length > 0);
      for (const { id, guild } of channels)
        expect(await discord.command('brief', { article: `${site.url}/ferry` }, { channel: id, guild })).toMatchObject({
          ...{ isAcked: true, type: 5 },
        });
      for (const { id } of channels)
        await eventually('the briefing', () => JSON.stringify(discord.messages(id)).includes('Open article'));
      for (const { id } of channels) expect(discord.messages(id)).toHaveLength(1);
    } finally {
      for (const shard of manager.shards.values()) shard.kill();
      await eventually('their end', () => discord.connections() === 0);
      await Promise.all([discord.close(), site.close()]);
      await database.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  });

import { sql } from 'kysely';
import type { Clock } from '#core/clock.ts';
import type { Installation, InstallationShelf } from '#core/memory.ts';
import { Problem } from '#core/problem.ts';
import type { KeyRing } from './key-ring.ts';
import type { Session } from './schema.ts';
import { seal, unseal } from './seal.ts';
import { toJsonb } from './to-jsonb.ts';

/** Workspaces that installed the bot, their tokens sealed and each bound to its row and name. */
export function createInstallationShelf(session: Session, clock: Clock, ring: KeyRing | null): InstallationShelf {
  const save = async (installation: Installation) => {
    const { platform, workspace, enterprise, facts } = installation;
    if (ring === null) throw new Problem('NO_KEYS', `${platform} workspace ${workspace}`);
    const tokens = sealAll(installation, ring);
    const row = { enterprise, tokens, facts: toJsonb(facts), installed_at: clock.now() };
    await session
      .insertInto('installation')
      .values({ platform, workspace, ...row })
      .onConflict((conflict) => conflict.columns(['platform', 'workspace']).doUpdateSet(row))
      .execute();
  };
  return {
    save,
    list: () => session.selectFrom('installation').select(['platform', 'workspace']).execute(),
    async get({ platform, workspace }) {
      const row = await session
        .selectFrom('installation')
        .select(['enterprise', 'tokens', 'facts'])
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .executeTakeFirst();
      if (row === undefined) return null;
      if (ring === null) throw new Problem('NO_KEYS', `${platform} workspace ${workspace}`);
      const opened = Object.entries(parseStrings(row.tokens)).map(
        ([name, sealed]) => [name, unseal(sealed, rowOf({ platform, workspace }, name), ring)] as const,
      );
      const tokens = Object.fromEntries(opened.map(([name, { plain }]) => [name, plain]));
      const installation = { platform, workspace, enterprise: row.enterprise, tokens, facts: parseStrings(row.facts) };
      if (opened.some(([, { isStale }]) => isStale))
        await session
          .updateTable('installation')
          .set({ tokens: sealAll(installation, ring) })
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          // Newer tokens that were saved meanwhile stay.
          .where('tokens', '=', sql<unknown>`${toJsonb(row.tokens)}::text::jsonb`)
          .execute();
      return installation;
    },
  };
}

function sealAll(installation: Installation, ring: KeyRing): string {
  const sealed = Object.entries(installation.tokens).map(
    ([name, token]) => [name, seal(token, rowOf(installation, name), ring)] as const,
  );
  return toJsonb(Object.fromEntries(sealed));
}

function rowOf({ platform, workspace }: Pick<Installation, 'platform' | 'workspace'>, name: string): string {
  return JSON.stringify(['installation', platform, workspace, name]);
}

function parseStrings(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) throw new Error('an installation has lost its form');
  return Object.fromEntries(
    Object.entries(value).map(([name, text]: [string, unknown]) => {
      if (typeof text !== 'string') throw new Error('an installation has lost its form');
      return [name, text];
    }),
  );
}

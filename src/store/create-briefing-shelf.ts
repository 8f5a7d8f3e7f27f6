import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Article } from '#core/article.ts';
import type { Briefing } from '#core/briefing.ts';
import type { Clock } from '#core/clock.ts';
import type { BriefingShelf, KeptBriefing } from '#core/memory.ts';
import { fillPassages, parsePassages } from './passages.ts';
import { randomWord } from './random-word.ts';
import type { Session } from './schema.ts';
import { toJsonb } from './to-jsonb.ts';

/** Makes a checked briefing again of what was kept of one; `verify` owns it, for nobody else may make a Briefing. */
export type RestoreBriefing = (kept: { readonly draft: unknown; readonly article: unknown }) => Briefing;

/** Briefings and their articles. The same article briefed in many channels is kept once. */
export function createBriefingShelf(session: Session, clock: Clock, restore: RestoreBriefing): BriefingShelf {
  return {
    async keep(briefing, place) {
      const { article, ...draft } = briefing;
      const slug = randomWord();
      const id = await keepArticle(article, session, clock);
      const { platform, workspace, channel } = place;
      await session
        .insertInto('briefing')
        .values({
          slug,
          article: id,
          platform,
          workspace,
          channel,
          doc: toJsonb(draft),
          passages: null,
          at: clock.now(),
        })
        .execute();
      return slug;
    },
    async get(slug) {
      const row = await session
        .selectFrom('briefing')
        .innerJoin('article', 'article.id', 'briefing.article')
        .select(['slug', 'platform', 'workspace', 'briefing.doc', 'passages', 'at', 'article.doc as article'])
        .where('slug', '=', slug)
        .executeTakeFirst();
      if (row === undefined) return null;
      const { doc: draft, article, passages, platform, workspace, at } = row;
      const isWhole = passages === null;
      const kept = isWhole ? article : fillPassages(article, parsePassages(passages));
      const briefing = restore({ draft, article: kept });
      return { slug, briefing, workspace: { platform, workspace }, isWhole, at } satisfies KeptBriefing;
    },
  };
}

async function keepArticle(article: Article, session: Session, clock: Clock): Promise<string> {
  const doc = toJsonb(article);
  const id = createHash('sha256').update(doc).digest('base64url');
  await session
    .insertInto('article')
    .values({ id, url: article.url, doc, last_used_at: clock.now(), text_dropped_at: null })
    .onConflict((conflict) =>
      // An article whose text was dropped has its text again: briefings made since then need it.
      conflict.column('id').doUpdateSet({ doc, last_used_at: clock.now(), text_dropped_at: null }),
    )
    .execute();
  return id;
}

/**
 * Articles that no briefing refers to any more. They are locked first and looked at again then: one that another transaction has
 * just found and briefs at this moment stays. Only inside a transaction.
 */
export async function dropUnusedArticles(session: Session): Promise<number> {
  const isUnused = sql`not exists (select 1 from briefing where briefing.article = article.id)`;
  const { rows: unused } = await sql<{ id: string }>`
    select id from article where ${isUnused} for update skip locked
  `.execute(session);
  const ids = unused.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`
    delete from article where id = any(${ids}) and ${isUnused} returning id
  `.execute(session);
  return rows.length;
}

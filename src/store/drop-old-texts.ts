import type { Briefing } from '#core/briefing.ts';
import type { RestoreBriefing } from './create-briefing-shelf.ts';
import { dropOldEntries } from './drop-old-entries.ts';
import { type Passage, quotedPassages } from './passages.ts';
import type { Database } from './schema.ts';
import { toJsonb } from './to-jsonb.ts';

/** So many articles in one transaction: the embedded database has one connection, which nobody may hold for long. */
const AT_A_TIME = 20;

/**
 * Drops what is older than `before`: the texts of articles last briefed before then, of which their briefings keep the quoted
 * passages; what was asked in threads; jobs that were given up; posts that were shown, and those that never will be; entries of feeds,
 * and feeds that nobody follows.
 * @returns how many articles lost their text.
 */
export async function dropOldTexts(db: Database, before: Date, restore: RestoreBriefing): Promise<number> {
  let count = 0;
  for (;;) {
    const dropped = await dropSome(db, before, restore);
    count += dropped;
    if (dropped < AT_A_TIME) break;
  }
  await dropOldEntries(db, before);
  await db.deleteFrom('turn').where('at', '<', before).execute();
  await db.deleteFrom('dead_job').where('at', '<', before).execute();
  await db.deleteFrom('pace').where('next_at', '<', before).execute();
  await db
    .deleteFrom('post')
    .where('planned_at', '<', before)
    .where((is) => is.or([is('state', 'in', ['unclear', 'refused']), is('shown', '>=', is.ref('revision'))]))
    .where((is) => is.not(is.exists(is.selectFrom('thread').select('post').whereRef('thread.post', '=', 'post.id'))))
    .execute();
  return count;
}

function dropSome(db: Database, before: Date, restore: RestoreBriefing): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const articles = await trx
      .selectFrom('article')
      .select(['id', 'doc'])
      .where('text_dropped_at', 'is', null)
      .where('last_used_at', '<', before)
      .orderBy('last_used_at')
      .limit(AT_A_TIME)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const { id, doc } of articles) {
      const briefings = await trx
        .selectFrom('briefing')
        .select(['slug', 'doc as draft'])
        .where('article', '=', id)
        .where('passages', 'is', null)
        .execute();
      for (const { slug, draft } of briefings) {
        const passages = toJsonb(passagesOf({ draft, article: doc }, restore));
        await trx.updateTable('briefing').set({ passages }).where('slug', '=', slug).execute();
      }
      const shell = toJsonb(withoutText(doc));
      await trx.updateTable('article').set({ doc: shell, text_dropped_at: before }).where('id', '=', id).execute();
    }
    return articles.length;
  });
}

/** A row that is no briefing any more quotes nothing; it must not keep its article, and all that are older, from being dropped. */
function passagesOf(kept: Parameters<RestoreBriefing>[0], restore: RestoreBriefing): Passage[] {
  let briefing: Briefing;
  try {
    briefing = restore(kept);
  } catch {
    return [];
  }
  return quotedPassages(briefing);
}

/** What is left of an article: everything but its words; their number keeps the offsets right. */
function withoutText(doc: unknown): unknown {
  if (typeof doc !== 'object' || doc === null || !('text' in doc) || typeof doc.text !== 'string') return doc;
  return { ...doc, text: '', textLength: doc.text.length };
}

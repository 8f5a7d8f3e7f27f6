import { phrasePattern } from '#language/phrase-pattern.ts';
import outlets from '../data/outlets-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import type { Roster } from './entity.ts';
import { isOutletNoun } from './is-outlet-name.ts';

const { staff, public: readers, have } = outlets.evidence;
const BEFORE = phrasePattern('end', outlets.evidence.before, { staff, public: readers, have });
const BEHIND = phrasePattern('front', outlets.evidence.behind, { staff, public: readers, have });
/** How much of the text beside a name is read, in characters. */
const BESIDE = 90;

/**
 * Marks as outlets the names that act as such anywhere in the article: "Lampara’s newsroom", "first reported by Lampara", "the
 * site Lampara". What is one in one sentence is one in all. Linear in the number of names.
 */
export function markOutlets({ text }: Scan, { mentions }: Pick<Roster, 'mentions'>): void {
  for (const { span, entity, isQuoted } of mentions) {
    if (entity.isOutlet || entity.kind === 'person' || isQuoted) continue;
    const before =
      text
        .slice(Math.max(0, span.start - BESIDE), span.start)
        .split(/[.!?\n]\s/)
        .at(-1)
        ?.replace(/\s(?:the\s)?$/i, '') ?? '';
    const behind =
      text
        .slice(span.end, span.end + BESIDE)
        .split(/[.!?\n](?:\s|$)/)[0]
        ?.trimStart() ?? '';
    const beside = /(?:^|\s)(\p{Ll}+)$/u.exec(before)?.[1] ?? '';
    if (!isOutletNoun(beside) && !BEFORE.test(before) && !BEHIND.test(behind)) continue;
    entity.isOutlet = true;
    entity.kind = 'organization';
  }
}

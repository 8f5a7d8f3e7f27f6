import type { Article } from '#core/article.ts';
import { contains } from '#core/article.ts';
import type { Attribution, Source, Testimony } from '#core/testimony.ts';
import { SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';
import { lineAt } from './line-at.ts';
import neutralVerbs from './neutral-verbs.json' with { type: 'json' };

/** Verbs that only report; any other colours what was said, and the reader should see the article's own. */
const NEUTRAL = new Set<string>(neutralVerbs);

/** A cue longer than this is a clause, not a verb, and is not repeated in the credit. */
const LONGEST_VERB = 30;

/** "Dmitry Ivanov, harbour spokesman" or "two officials (unnamed)". */
export function sourceLabel(source: Source): string {
  if (source.kind === 'unstated') return 'no source stated';
  const role = source.role !== null && !sharesWords(source.role, source.name) ? `, ${source.role}` : '';
  const unnamed = source.named ? '' : source.kind === 'document' ? ' (document)' : ' (unnamed)';
  return `${source.name}${role}${unnamed}`;
}

/**
 * Who a point comes from, as its line of credit: source, role, whether it has a name, the outlets between, and the
 * article's own verb where it does more than report. Of statements within statements only the outermost is credited: the
 * point's own words name the others. Null where nobody is credited with enough certainty.
 */
export function creditLine(ids: readonly Attribution['id'][], testimony: Testimony, article: Article): string | null {
  const manners = new Map<string, Set<string>>();
  for (const { attribution, source } of creditsOf(ids, testimony)) {
    // "a memo seen by The Quay Gazette" names the outlet already.
    const between = attribution.via.filter((outlet) => !source.name.includes(outlet));
    const via = between.length === 0 ? '' : `, via ${between.join(' and ')}`;
    const who = `${sourceLabel(source)}${via}`;
    const how = manners.get(who) ?? new Set();
    manners.set(who, how);
    for (const words of mannerOf(attribution, article)) how.add(words);
  }
  const lines = [...manners].map(([who, how]) => (how.size === 0 ? who : `${who} — ${[...how].join(', ')}`));
  return lines.length === 0 ? null : lines.join(' · ');
}

/** The statements that are credited, the outermost of those that are sure enough, each with whose it is. */
export function creditsOf(
  ids: readonly Attribution['id'][],
  { sources, attributions }: Testimony,
): { readonly attribution: Attribution; readonly source: Source }[] {
  const shown = attributions.filter(({ id, confidence }) => ids.includes(id) && confidence >= SHOWN_FROM_CONFIDENCE);
  const outermost = shown.filter((inner, i) => !shown.some((outer, k) => k !== i && holds(outer, inner, k < i)));
  return outermost.flatMap((attribution) => {
    const source = sources.find(({ id }) => id === attribution.source);
    return source === undefined ? [] : [{ attribution, source }];
  });
}

/** Whether one statement stands whole within another; of two with the same words the first holds the second. */
function holds(outer: Attribution, inner: Attribution, isFirst: boolean): boolean {
  return isWithin(outer, inner) && (isFirst || !isWithin(inner, outer));
}

function isWithin(whole: Attribution, part: Attribution): boolean {
  return part.content.length > 0 && part.content.every((piece) => whole.content.some((span) => contains(span, piece)));
}

/** What the reader must know about how it was said: a denial, a refusal, a verb that takes sides, a hedge. */
function mannerOf(attribution: Attribution, article: Article): string[] {
  const verb = attribution.cue === null ? '' : lineAt(article.text, attribution.cue);
  const isColoured = attribution.verb !== null && !NEUTRAL.has(attribution.verb.toLowerCase());
  const words: string[] = [];
  if (attribution.stance === 'denies') words.push('a denial');
  else if (attribution.stance === 'declines') words.push('declined to comment');
  const hedge = attribution.hedge ?? '';
  const isSaid = attribution.stance === 'denies' || sharesWords(verb, hedge);
  if (isColoured && verb !== '' && verb.length <= LONGEST_VERB && !isSaid) words.push(`the article says “${verb}”`);
  if (hedge !== '') words.push(`hedged “${hedge}”`);
  return words;
}

function sharesWords(part: string, whole: string): boolean {
  return whole.toLowerCase().includes(part.toLowerCase());
}

import type { Article } from '#core/article.ts';
import { areWithin } from '#core/article.ts';
import type { Attribution, Source, Testimony } from '#core/testimony.ts';
import { SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';
import { lineAt } from './line-at.ts';
import neutralVerbs from './neutral-verbs.json' with { type: 'json' };
import { stanceWords } from './stance-words.ts';

/** Verbs that only report; any other colours what was said, and the reader should see the article's own. */
const NEUTRAL = new Set<string>(neutralVerbs);

/** A cue longer than this is a clause, not a verb, and is not repeated in the credit. */
const LONGEST_VERB = 30;

/** "Dmitry Ivanov, harbour spokesman" or "two officials (unnamed)". */
export function sourceLabel(source: Source): string {
  if (source.kind === 'unstated') return 'no source stated';
  const role = source.role !== null && !sharesWords(source.role, source.name) ? `, ${roleOf(source.role)}` : '';
  const unnamed = source.named ? '' : source.kind === 'document' ? ' (document)' : ' (unnamed)';
  return `${source.name}${role}${unnamed}`;
}

/** A role that opened its sentence has that sentence's capital: "The mayor", "Its leader". */
const OPENER = /^(?:The|A|An|Its|Their|His|Her|Our|My)(?=\s\p{Ll})/u;

function roleOf(role: string): string {
  return role.replace(OPENER, (word) => word.toLowerCase());
}

/**
 * Who a point comes from, as its line of credit: source, role, whether it has a name, the outlets between, and the
 * article's own verb where it does more than report. Of statements within statements only the outermost is credited: the
 * point's own words name the others. Null where nobody is credited with enough certainty.
 */
export function creditLine(ids: readonly Attribution['id'][], testimony: Testimony, article: Article): string | null {
  const manners = new Map<string, Attribution[]>();
  for (const { attribution, source } of creditsOf(ids, testimony)) {
    // "a memo seen by The Quay Gazette" names the outlet already.
    const between = attribution.via.filter((outlet) => !source.name.includes(outlet));
    const via = between.length === 0 ? '' : `, via ${between.join(' and ')}`;
    const who = `${sourceLabel(source)}${via}`;
    manners.set(who, [...(manners.get(who) ?? []), attribution]);
  }
  const lines = [...manners].map(([who, said]) => {
    const how = mannerOf(said, article);
    return how.length === 0 ? who : `${who} — ${how.join(', ')}`;
  });
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
  return part.content.length > 0 && areWithin(part.content, whole.content);
}

/** What the reader must know about how a source said it: denials, refusals, verbs that take sides, hedges; each once. */
function mannerOf(said: readonly Attribution[], article: Article): string[] {
  const stances = said.flatMap((attribution) => stanceWords(attribution, article) ?? []);
  const verbs = said.flatMap((attribution) => colouredVerb(attribution, article) ?? []).map((verb) => `“${verb}”`);
  const hedges = said.flatMap(({ hedge }) => hedge ?? []).map((hedge) => `hedged “${hedge}”`);
  const told = verbs.length === 0 ? [] : [`the article says ${[...new Set(verbs)].join(', ')}`];
  return [...new Set([...stances, ...told, ...hedges])];
}

/** The article's own verb where it does more than report and nothing else tells it; null where not. */
export function colouredVerb({ cue, verb, stance, hedge }: Attribution, article: Article): string | null {
  const words = cue === null ? '' : lineAt(article.text, cue);
  const isColoured = verb !== null && !NEUTRAL.has(verb.toLowerCase());
  if (!isColoured || words === '' || words.length > LONGEST_VERB) return null;
  return stance === 'denies' || sharesWords(words, hedge ?? '') ? null : words;
}

function sharesWords(part: string, whole: string): boolean {
  return whole.toLowerCase().includes(part.toLowerCase());
}

import type { Span } from '#core/article.ts';
import { nounKind } from './noun-kind.ts';

/** "the mayor, Tobias Roe", "Tobias Roe, the mayor of Keim,": a role that stands beside a name. */
export function roleBeside(text: string, span: Span): string | null {
  const after =
    /^,\s(?:\d{1,3},\s)?(?:(?:a|an|the|its|his|her|their)\s|(?=\p{Lu}[\p{L}-]+[’']s\s))([^,.;:“”"()\n]{3,80})[,.;:]/u.exec(
      text.slice(span.end, span.end + ROLE_REACH),
    )?.[1];
  if (after !== undefined && nounKind(headOf(after)) === 'person') return after;
  const before =
    /(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)|[’']s)\s([\p{Ll}][\p{Ll}\s-]{2,40}),\s$/u.exec(
      text.slice(Math.max(0, span.start - 60), span.start),
    )?.[1];
  return before !== undefined && nounKind(headOf(before)) === 'person' ? before : null;
}

/** How far after a name its role may end, in characters. */
const ROLE_REACH = 100;

function headOf(words: string): string {
  return (
    (words.split(/\s(?:of|for|at|from|in|who|on|with|and)\s/)[0] ?? '').trim().split(/\s+/).at(-1)?.toLowerCase() ?? ''
  );
}

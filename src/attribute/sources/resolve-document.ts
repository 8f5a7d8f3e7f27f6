import type { Scan } from '../scan-article.ts';
import type { Bearer } from './bearer.ts';

/** How far back a paper may have been introduced, in characters. */
const REACH = 6_000;
/** Less sure than a paper that has spoken before. */
const CERTAINTY = 0.85;
/** Whose it is, to whom it went, what it is on: a name, or a word or two. */
const WHOSE =
  "(?:\\s(?:about|by|for|from|into|of|on|to|with)\\s(?:the\\s|an?\\s|its\\s)?(?:\\p{Lu}[\\p{L}\\d’'&-]*(?:\\s(?:of\\s(?:the\\s)?)?\\p{Lu}[\\p{L}\\d’'&-]*)*|\\p{Ll}[\\p{Ll}-]+(?=[,.;:)])))?";

/**
 * The paper that "the filing" means: the one of that word which the article has introduced, with whose it is ("a filing with the Harbour
 * Court") or under its title (“Low Water”, a report …). Null where it has introduced none, or several. `detail`: the other words of the phrase.
 */
export function resolveDocument(scan: Scan, head: string, at: number, detail: readonly string[]): Bearer | null {
  const text = scan.text.slice(Math.max(0, at - REACH), at);
  const found = new Set<string>();
  for (const [whole, before = '', words = ''] of text.matchAll(introduced(head))) {
    const title = TITLE.exec(before)?.[1] ?? '';
    const own = new Set(words.toLowerCase().split(/[^\p{L}\d-]+/u));
    if (detail.every((word) => own.has(word))) found.add(title === '' ? whole.slice(before.length) : title);
  }
  const [only] = found;
  // "A report" tells no more than "the report".
  if (only === undefined || found.size > 1 || (only.split(' ').length <= 2 && /^an?\s/i.test(only))) return null;
  const isTitle = !/^an?\s/i.test(only);
  const name = isTitle ? only : only.charAt(0).toLowerCase() + only.slice(1);
  return {
    key: `as written ${name.toLowerCase().replace(/^an?\s/, '')}`,
    name,
    kind: 'document',
    named: isTitle || /\s\p{Lu}/u.test(name),
    role: null,
    entity: null,
    certainty: CERTAINTY,
  };
}

/** These stand in no noun phrase before its noun. */
const SMALL = '(?:an?|and|at|by|for|from|in|of|on|or|that|the|to|who|with)\\s';

const TITLE = /[“"‘]([^”"’\n]+)/u;

function introduced(head: string): RegExp {
  return new RegExp(
    `([“"‘]\\p{Lu}[^”"’\\n]{2,80}[”"’],?\\s)?\\b(?<![\\p{L}’'])[Aa]n?\\s((?:(?!${SMALL})[\\p{L}\\d’'-]+\\s){0,4}${RegExp.escape(head)}(?![\\p{L}’'-])${WHOSE})`,
    'gu',
  );
}

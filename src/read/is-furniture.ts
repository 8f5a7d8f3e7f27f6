import furniture from './data/furniture.json' with { type: 'json' };

/** Furniture is short; a long paragraph that begins like it is the article's own. */
const LONGEST_START = 220;
const LONGEST_WHOLE = 80;
const LONGEST_COUNT = 40;

const WHOLE: ReadonlySet<string> = new Set(furniture.whole);
const STARTS: readonly string[] = furniture.start;

/** "4 minutes, 56 seconds Read", "5 min read", "Lesezeit: 3 Minuten", "12 Comments", "1.2k shares". */
const COUNTS = [
  /^\d{1,3} ?(?:min|minutes?|mins)(?:, \d{1,2} sec(?:ond)?s?)?[ -]?(?:of )?(?:read(?:ing)?(?: time)?|listen|watch)?$/,
  /^(?:reading time|read time|estimated reading time|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd) ?:? ?(?:ca\. ?)?\d{1,3}.{0,20}$/,
  /^[\d.,]{1,6} ?k? (?:comments?|shares?|views?|likes?|reactions?|kommentare?|commentaires?|comentarios?|reacties)$/,
  /^updated? .{0,10}ago$/,
  /^(?:first )?(?:published|posted|updated)(?: on)? [^.!?]{0,24}\d{4}$/,
  /^\d{1,2} (?:minutes?|hours?|days?) ago$/,
];

/** Whether a paragraph is page furniture, not the article: sharing, reading time, related links, captions, notices. */
export function isFurniture(paragraph: string): boolean {
  const line = paragraph.replace(/\s+/g, ' ').trim().toLowerCase().replaceAll('’', "'");
  if (line.length <= LONGEST_WHOLE && WHOLE.has(line.replace(/[\s:.…!›»→>|-]+$/, '').replace(/^[|•›»→>-]\s*/, '')))
    return true;
  if (line.length <= LONGEST_COUNT && COUNTS.some((count) => count.test(line))) return true;
  return line.length <= LONGEST_START && STARTS.some((start) => line.startsWith(start));
}

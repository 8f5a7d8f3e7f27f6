import type { Span } from '#core/article.ts';
import { canonicalOutlet, isOutletName } from '../is-outlet-name.ts';
import { isFirstName } from '../noun-kind.ts';
import type { Sentence } from './sentence.ts';
import type { Words } from './words.ts';

/** How far inside a content an outlet may stand, in characters: behind a credit at its front. */
const DEEP = 60;
const ARTICLE = /^(?:le|la|l[’']|el|il|de|het|der|die|das|dem|o|a)\s?/iu;
const patterns = new WeakMap<Words, RegExp>();

/** What brings a source and an outlet together, and the outlet's name behind it, in marks or not. */
function patternOf(words: Words): RegExp {
  const known = patterns.get(words);
  if (known !== undefined) return known;
  const phrases = [...words.seenBy, ...words.outlets]
    .map((phrase) =>
      phrase.replaceAll(' ', '\\s').replace(/(?<![\p{L}\\])\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`),
    )
    .join('|');
  const pattern = new RegExp(
    `(?:^|[\\s,(])(?:${phrases})\\s?[„“"«»‚‘]?\\s?((?:(?:[Dd]e|[Hh]et|[Ll]e|[Ll]a|[Ee]l|[Ii]l|[Oo]|[Aa]|[Dd]er|[Dd]ie)\\s|[Ll][’'])?\\p{Lu}[\\p{L}’'-]*(?:\\s(?:\\p{Lu}[\\p{L}’'-]*|de|della|del|da|do|di|of|van|von))*)`,
    'gu',
  );
  patterns.set(words, pattern);
  return pattern;
}

/**
 * The outlets that a source told, or that saw its paper: "dem „Vale Kurier“", "consulté par Le Courrier", "au journal X". The one that
 * publishes the article is none.
 */
export function outletsTold({ scan, unit, words }: Sentence, content: readonly Span[]): string[] {
  const text = scan.text.slice(unit.span.start, unit.span.end);
  const own = (scan.article.outlet ?? '').replace(ARTICLE, '').toLowerCase();
  for (const match of text.matchAll(patternOf(words))) {
    const whole = match[1];
    if (whole === undefined) continue;
    const name = beforePerson(whole);
    const start = unit.span.start + match.index + match[0].length - whole.length;
    // What stands deep inside what was said is no outlet that heard it.
    if (content.some((span) => span.start < start - DEEP && start + name.length <= span.end)) continue;
    // "Soll | das Bild | übergeben werden": only behind a comma "das" brings who saw a paper.
    if (/^\s(?:das|den)\s$/u.test(match[0].slice(0, match[0].length - whole.length))) continue;
    const bare = name.replace(ARTICLE, '');
    // "De krant Havnebladet": its noun tells what it is.
    const noun = /([\p{L}-]+)[\s„“"«»‚‘]*$/u.exec(match[0].slice(0, match[0].length - whole.length))?.[1] ?? '';
    const isOutlet = isOutletName(name) || isOutletName(bare) || words.media.has(noun.toLowerCase());
    if (isOutlet && /^\p{Lu}/u.test(bare) && bare.toLowerCase() !== own) return [canonicalOutlet(bare)];
  }
  return [];
}

/** "À Rádio Litoral | Amélia Pires": who told an outlet may stand right behind its name. */
function beforePerson(name: string): string {
  const words = name.split(/\s/);
  const at = words.findIndex((word, i) => i > 0 && i < words.length - 1 && isFirstName(word));
  return at < 0 ? name : words.slice(0, at).join(' ');
}

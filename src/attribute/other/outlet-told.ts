import type { Span } from '#core/article.ts';
import { onceFor } from '#core/once-for.ts';
import { canonicalOutlet, isOutletName } from '../sources/is-outlet-name.ts';
import { isCalled } from './gender-here.ts';
import names from './languages/names.json' with { type: 'json' };
import type { Sentence } from './sentence.ts';
import type { Words } from './words.ts';

/** How far inside a content an outlet may stand, in characters: behind a credit at its front. */
const DEEP = 60;

/** A phrase with a capital at its front or without, and where nouns have capitals in each of its words. */
function eitherCase(phrase: string, highNouns: boolean): string {
  const either = (letter: string) => `[${letter}${letter.toUpperCase()}]`;
  return phrase
    .split(' ')
    .map((word, i) => (i === 0 || highNouns ? word.replace(/^\p{Ll}/u, either) : word))
    .join('\\s');
}

/** What brings a source and an outlet together, with the outlet's name behind it, in marks or not; and an article before a name. */
const patternsOf = onceFor((words: Words) => {
  const phrases = [...words.seenBy, ...words.outlets].map((phrase) => eitherCase(phrase, words.highNouns)).join('|');
  const articles = [
    ...words.definite.all.map((word) => `${eitherCase(word, false)}\\s`),
    ...words.elidedArticles.all.map((word) => `${eitherCase(word, false)}[’']`),
  ];
  const article = articles.length === 0 ? '' : `(?:${articles.join('|')})`;
  const links = names.outletLinks.join('|');
  return {
    told: new RegExp(
      `(?:^|[\\s,(])(?:${phrases})\\s?[„“"«»‚‘]?\\s?((?:${article})?\\p{Lu}[\\p{L}’'-]*(?:(?:\\s(?:${links}))?\\s\\p{Lu}[\\p{L}’'-]*)*)`,
      'gu',
    ),
    article: new RegExp(`^(?:${article})`, 'iu'),
  };
});

/**
 * The outlets that a source told, or that saw its paper: "dem „Vale Kurier“", "consulté par Le Courrier", "au journal X". The one that
 * publishes the article is none.
 */
export function outletsTold({ scan, unit, words }: Sentence, content: readonly Span[]): string[] {
  const { told, article } = patternsOf(words);
  const text = scan.text.slice(unit.span.start, unit.span.end);
  const own = (scan.article.outlet ?? '').replace(article, '').toLowerCase();
  for (const match of text.matchAll(told)) {
    const whole = match[1];
    if (whole === undefined) continue;
    const name = beforePerson(words, whole);
    const start = unit.span.start + match.index + match[0].length - whole.length;
    // What stands deep inside what was said is no outlet that heard it.
    if (content.some((span) => span.start < start - DEEP && start + name.length <= span.end)) continue;
    // "Soll | das Bild | übergeben werden": only behind a comma "das" brings who saw a paper.
    const brought = match[0].slice(0, match[0].length - whole.length);
    if (/^\s/.test(brought) && words.outletsBehindComma.has(brought.trim().toLowerCase())) continue;
    const bare = name.replace(article, '');
    // "De krant Havnebladet": its noun tells what it is.
    const noun = /([\p{L}-]+)[\s„“"«»‚‘]*$/u.exec(brought)?.[1] ?? '';
    const isOutlet =
      isOutletName(name) ||
      isOutletName(bare) ||
      bare
        .toLowerCase()
        .split(/\s/)
        .some((word) => words.outletNames.has(word)) ||
      words.media.has(noun.toLowerCase());
    if (isOutlet && /^\p{Lu}/u.test(bare) && !isOwn(bare.toLowerCase(), own)) return [canonicalOutlet(bare)];
  }
  return [];
}

/** "À Rádio Litoral | Amélia Pires": who told an outlet may stand right behind its name. */
function beforePerson(words: Words, name: string): string {
  const parts = name.split(/\s/);
  const at = parts.findIndex((part, i) => i > 0 && i < parts.length - 1 && isCalled(words, part));
  return at < 0 ? name : parts.slice(0, at).join(' ');
}

/** "Bydelsbladet" of "Bydelsbladet Lunden": the outlet that publishes the article, by all of its name or a part. */
function isOwn(name: string, own: string): boolean {
  return ` ${own} `.includes(` ${name} `);
}

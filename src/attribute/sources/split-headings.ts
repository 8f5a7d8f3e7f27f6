import type { Name } from '#language/find-names.ts';
import heading from '../data/headings-en.json' with { type: 'json' };
import { isFirmWord, isFirstName, nounKind } from './noun-kind.ts';

/** Small words that a heading writes large and a name does not. */
const LINKS: ReadonlySet<string> = new Set(heading.links);
/** "Says", "Calls": what follows the subject of a heading. */
const VERBS: ReadonlySet<string> = new Set(heading.verbs);

/** A heading in a text is no longer a name from so many words on. */
const HEADING_WORDS = 4;

/** Words of a name with a title before it: "Gov. Ana Ruiz". */
const TITLED_NAME = 3;

/**
 * "Ana Ruiz Calls Petra Holm", "Ana Ruiz Hits Back At Critics": people whom the article also names apart, and other words, in a heading
 * that writes all words large.
 */
export function splitHeadings(names: readonly Name[]): Name[] {
  const apart = names.map(({ text }) => text.split(' ')).filter(({ length }) => length > 1 && length <= TITLED_NAME);
  const whole = new Set(apart.flatMap((words) => [words.join(' '), words.slice(-2).join(' ')]));
  return names.flatMap((name) => {
    const words = name.text.split(' ');
    const ends = words.slice(2, -2).map((_, at) => at + 2);
    const end = ends.find((at) => whole.has(words.slice(0, at).join(' ')));
    const start = ends.find((at) => end !== undefined && at >= end && whole.has(words.slice(at + 1).join(' ')));
    if (end === undefined || start === undefined) return [subjectOf(name, words, whole)];
    const [first, last] = [words.slice(0, end).join(' '), words.slice(start + 1).join(' ')];
    return [
      { ...name, text: first, span: { start: name.span.start, end: name.span.start + first.length } },
      { ...name, text: last, span: { start: name.span.end - last.length, end: name.span.end } },
    ];
  });
}

/** The person with whom a heading begins; the name itself where it is none. */
function subjectOf(name: Name, words: readonly string[], whole: ReadonlySet<string>): Name {
  const [first = '', ...more] = words;
  if (words.length < HEADING_WORDS || more.some(isOfBody)) return name;
  const isHeading = more.slice(1).some((word) => LINKS.has(word)) || VERBS.has(words[2] ?? '');
  const isPerson = isFirstName(first) || whole.has(words.slice(0, 2).join(' '));
  if (!isHeading || !isPerson) return name;
  const text = words.slice(0, 2).join(' ');
  return { ...name, text, span: { start: name.span.start, end: name.span.start + text.length } };
}

/** "Ana Ruiz Centre For Girls": a house that is called after somebody. */
function isOfBody(word: string): boolean {
  const kind = nounKind(word.toLowerCase());
  return kind === 'body' || kind === 'document' || isFirmWord(word.toLowerCase());
}

/**
 * Where phrases stand in a text: anywhere, at its front, at its front and alone in their clause, at its end, right before what follows the
 * text, or as all of it.
 */
export type Place = 'anywhere' | 'front' | 'alone' | 'end' | 'before' | 'all';

/** The words and phrases that a name in angle brackets stands for. */
type Lists = Readonly<Record<string, readonly string[]>>;

/** Any letter: there is nothing to fold, and where a pattern may fold it takes ten times as long to be compiled. */
const LETTER = '(?-i:\\p{L})';
const MARK = '["“‘\'«„]';
/** Between two words of a phrase a quotation may begin: 'no “formal agreement”'. */
const GAP = ` ${MARK}?`;
const CLOSE = '[.,;:!?”"’\']';
const BEHIND: Readonly<Record<Place, string>> = {
  anywhere: '',
  front: '',
  alone: `(?=${CLOSE}|$)`,
  end: `${CLOSE}*$`,
  before: '[,:]? ?$',
  all: `${CLOSE}*$`,
};

/**
 * A regular expression of phrases that stand in data as somebody would write them down:
 *
 *     no such offer     these words, in any case; ’ is either apostrophe
 *     (is|was) false    one of these; each may be several words
 *     [simply] false    which may be missing; also a part of a word: claim[s]
 *     <charge>          any phrase of that list
 *     * and *ly         any word but "not"; any word that ends so
 *     …                 two to sixty characters
 *     “ false           right behind a mark that opens a quotation
 *
 * Throws an Error that names the phrase where a bracket or a list is missing.
 */
export function phrasePattern(place: Place, phrases: readonly string[], lists: Lists = {}): RegExp {
  const any = `(?:${phrases.map((phrase) => readPhrase(phrase, lists)).join('|')})`;
  const from = place === 'front' || place === 'alone' || place === 'all' ? `^${MARK}?` : `(?<!${LETTER})`;
  return new RegExp(`${from}${any}(?!${LETTER})${BEHIND[place]}`, 'iu');
}

/** What is left of a phrase to be read. */
type Rest = { readonly phrase: string; at: number; readonly lists: Lists };

function readPhrase(phrase: string, lists: Lists): string {
  const rest: Rest = { phrase, at: 0, lists };
  const pattern = readChoice(rest);
  if (rest.at < phrase.length) throw new Error(`phrase “${phrase}”: nothing opens what closes at ${rest.at}`);
  return pattern;
}

/** Phrases with "|" between them, to the bracket that closes them or the end. */
function readChoice(rest: Rest): string {
  const choices = [readWords(rest)];
  while (rest.phrase[rest.at] === '|') {
    rest.at += 1;
    choices.push(readWords(rest));
  }
  return `(?:${choices.join('|')})`;
}

/** Words one behind the other. A word that may be missing takes its gap with it: the one before it, or where it comes first the one behind. */
function readWords(rest: Rest): string {
  let pattern = '';
  let gap: string | null = null;
  while (rest.at < rest.phrase.length && !/[|)\]]/.test(rest.phrase[rest.at] ?? '')) {
    const { word, mayMiss } = readWord(rest);
    if (rest.phrase[rest.at] === ' ') rest.at += 1;
    if (!mayMiss) {
      pattern += `${gap ?? ''}${word}`;
      gap = word === MARK ? null : GAP;
    } else pattern += gap === null ? `(?:${word}${GAP})?` : `(?:${gap}${word})?`;
  }
  return pattern;
}

function readWord(rest: Rest): { readonly word: string; readonly mayMiss: boolean } {
  let word = '';
  while (!isEnd(rest)) {
    if (rest.phrase[rest.at] !== '[') word += readPart(rest);
    else {
      const part = readClosed(rest, ']');
      if (word === '' && isEnd(rest)) return { word: part, mayMiss: true };
      word += `${part}?`;
    }
  }
  return { word, mayMiss: false };
}

/** Whether a word ends here. */
function isEnd({ phrase, at }: Rest): boolean {
  return at >= phrase.length || /[ |)\]]/.test(phrase[at] ?? '');
}

/** A letter, or what stands for several. */
function readPart(rest: Rest): string {
  const letter = rest.phrase[rest.at] ?? '';
  if (letter === '(') return readClosed(rest, ')');
  if (letter === '<') return readListed(rest);
  rest.at += 1;
  return STANDS_FOR[letter] ?? letter.replace(/[.+?^${}\\]/u, '\\$&');
}

const STANDS_FOR: Readonly<Record<string, string>> = {
  '*': `(?!not(?!${LETTER}))${LETTER}+`,
  '…': '.{2,60}?',
  '“': MARK,
  '’': "['’]",
};

function readClosed(rest: Rest, mark: string): string {
  rest.at += 1;
  const pattern = readChoice(rest);
  if (rest.phrase[rest.at] !== mark) throw new Error(`phrase “${rest.phrase}”: no “${mark}” closes it`);
  rest.at += 1;
  return pattern;
}

function readListed(rest: Rest): string {
  const end = rest.phrase.indexOf('>', rest.at);
  const name = rest.phrase.slice(rest.at + 1, Math.max(rest.at, end));
  const list = rest.lists[name];
  if (list === undefined) throw new Error(`phrase “${rest.phrase}”: there is no list <${name}>`);
  rest.at = end + 1;
  return `(?:${list.map((phrase) => readPhrase(phrase, rest.lists)).join('|')})`;
}

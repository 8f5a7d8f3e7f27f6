/** A phrase as a tree: see `phrasePattern` for how it is written. What may be missing is one of two, the other one being nothing. */
export type Phrase =
  | { readonly kind: 'letters'; readonly letters: string }
  | { readonly kind: 'gap' | 'mark' | 'apostrophe' | 'word' | 'few' }
  | { readonly kind: 'row'; readonly parts: readonly Phrase[] }
  | { readonly kind: 'either'; readonly choices: readonly Phrase[] };

/** The words and phrases that a name in angle brackets stands for. */
export type Lists = Readonly<Record<string, readonly string[]>>;

/** What is left of a phrase to be read. */
type Rest = { readonly phrase: string; at: number; readonly lists: (name: string) => Phrase | null };

const GAP: Phrase = { kind: 'gap' };
const NOTHING: Phrase = { kind: 'row', parts: [] };

/** Makes the function that reads phrases which name these lists. It throws an Error that names the phrase where a bracket or a list is missing. */
export function phraseReader(lists: Lists): (phrase: string) => Phrase {
  const read = new Map<string, Phrase>();
  const listed = (name: string): Phrase | null => {
    const list = lists[name];
    const known = read.get(name);
    if (list === undefined || known !== undefined) return known ?? null;
    const fresh: Phrase = { kind: 'either', choices: list.map(readPhrase) };
    read.set(name, fresh);
    return fresh;
  };
  const readPhrase = (phrase: string): Phrase => {
    const rest: Rest = { phrase, at: 0, lists: listed };
    const tree = readChoice(rest);
    if (rest.at < phrase.length) throw new Error(`phrase “${phrase}”: nothing opens what closes at ${rest.at}`);
    return tree;
  };
  return readPhrase;
}

/** Phrases with "|" between them, to the bracket that closes them or the end. */
function readChoice(rest: Rest): Phrase {
  const choices = [readWords(rest)];
  while (rest.phrase[rest.at] === '|') {
    rest.at += 1;
    choices.push(readWords(rest));
  }
  return { kind: 'either', choices };
}

/** Words one behind the other. A word that may be missing takes its gap with it: the one before it, or where it comes first the one behind. */
function readWords(rest: Rest): Phrase {
  const parts: Phrase[] = [];
  let gap: Phrase | null = null;
  while (rest.at < rest.phrase.length && !/[|)\]]/.test(rest.phrase[rest.at] ?? '')) {
    const { word, mayMiss } = readWord(rest);
    if (rest.phrase[rest.at] === ' ') rest.at += 1;
    if (!mayMiss) {
      parts.push(gap ?? NOTHING, word);
      gap = isMark(word) ? null : GAP;
    } else parts.push(optional(row(gap === null ? [word, GAP] : [gap, word])));
  }
  return row(parts);
}

function readWord(rest: Rest): { readonly word: Phrase; readonly mayMiss: boolean } {
  const parts: Phrase[] = [];
  while (!isEnd(rest)) {
    if (rest.phrase[rest.at] !== '[') parts.push(readPart(rest));
    else {
      const part = readClosed(rest, ']');
      if (parts.length === 0 && isEnd(rest)) return { word: part, mayMiss: true };
      parts.push(optional(part));
    }
  }
  return { word: row(parts), mayMiss: false };
}

/** Whether a word ends here. */
function isEnd({ phrase, at }: Rest): boolean {
  return at >= phrase.length || /[ |)\]]/.test(phrase[at] ?? '');
}

/** A letter, or what stands for several. */
function readPart(rest: Rest): Phrase {
  const letter = rest.phrase[rest.at] ?? '';
  if (letter === '(') return readClosed(rest, ')');
  if (letter === '<') return readListed(rest);
  rest.at += 1;
  return STANDS_FOR[letter] ?? { kind: 'letters', letters: letter.toLowerCase() };
}

const STANDS_FOR: Readonly<Record<string, Phrase>> = {
  '*': { kind: 'word' },
  '…': { kind: 'few' },
  '“': { kind: 'mark' },
  '’': { kind: 'apostrophe' },
};

function readClosed(rest: Rest, mark: string): Phrase {
  rest.at += 1;
  const inside = readChoice(rest);
  if (rest.phrase[rest.at] !== mark) throw new Error(`phrase “${rest.phrase}”: no “${mark}” closes it`);
  rest.at += 1;
  return inside;
}

function readListed(rest: Rest): Phrase {
  const end = rest.phrase.indexOf('>', rest.at);
  const name = rest.phrase.slice(rest.at + 1, Math.max(rest.at, end));
  const list = rest.lists(name);
  if (list === null) throw new Error(`phrase “${rest.phrase}”: there is no list <${name}>`);
  rest.at = end + 1;
  return list;
}

/** Behind the mark that opens a quotation stands no space. */
const isMark = (word: Phrase) => word.kind === 'row' && word.parts.length === 1 && word.parts[0]?.kind === 'mark';

const optional = (phrase: Phrase): Phrase => ({ kind: 'either', choices: [phrase, NOTHING] });

/** Parts one behind the other; letters side by side are one part. */
function row(parts: readonly Phrase[]): Phrase {
  const joined: Phrase[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'row' && part.parts.length === 0) continue;
    if (part.kind === 'letters' && last?.kind === 'letters')
      joined[joined.length - 1] = { kind: 'letters', letters: last.letters + part.letters };
    else joined.push(part);
  }
  return { kind: 'row', parts: joined };
}

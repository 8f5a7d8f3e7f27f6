const TITLES =
  /^(?:mr|mrs|ms|dr|prof|professor|sir|dame|lord|lady|president|minister|senator|judge|councillor|cllr|mayor|herr|frau|m|mme|mlle|me|sr|sra|senor|senora|senhor|senhora|signor|signora|padre|meneer|mevrouw)$/;
const ARTICLE =
  /^(?:a|an|the|der|die|das|dem|den|des|ein|eine|einem|einen|einer|eines|le|la|les|l|un|une|el|los|las|una|unos|unas|o|os|as|um|uma|il|lo|i|gli|de|het|een)$/;
const SMALL = /^(?:a|an|the|of|for|in|on|at|to|with|by|from|and|or|who|that|which|its|their|his|her)$/;

/**
 * Whether two names mean one source. Case, accents, titles and a leading article, in any of the bench's languages, do not count. A named person: one name holds
 * the other and the surname is in both; a bare surname is not enough where two speakers share it. Anyone else: one begins
 * with the other, or shares half of its words.
 */
export function sameName(gold: string, found: string, isNamedPerson: boolean, speakers: readonly string[]): boolean {
  return isNamedPerson ? samePerson(gold, found, speakers) : sameBody(gold, found, speakers);
}

/** Outlets: the same words, a leading article aside. */
export function sameOutlet(some: string, other: string): boolean {
  return bare(some).join(' ') === bare(other).join(' ');
}

/** Whether two phrases share a word that counts: "reportedly", "was reportedly". */
export function sharesWord(some: string, other: string): boolean {
  const words = wordsOf(other);
  return wordsOf(some).some((word) => !SMALL.test(word) && words.includes(word));
}

function samePerson(gold: string, found: string, speakers: readonly string[]): boolean {
  const a = personal(gold);
  const b = personal(found);
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const surname = a.at(-1) ?? '';
  if (short.length === 0 || !isWithin(short, long) || !short.includes(surname)) return false;
  const namesakes = speakers
    .map(personal)
    .filter((other) => other.at(-1) === surname && other.join(' ') !== a.join(' '));
  return short.length > 1 || long.length === 1 || namesakes.length === 0;
}

function sameBody(gold: string, found: string, speakers: readonly string[]): boolean {
  const a = bare(gold);
  const b = bare(found);
  if (a.length === 0 || b.length === 0) return false;
  if (a.join(' ') === b.join(' ')) return true;
  if (speakers.some((other) => bare(other).join(' ') === b.join(' '))) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.every((word, index) => long[index] === word)) return true;
  const [some, all] = [short, long].map((words) => words.filter((word) => !SMALL.test(word)));
  if (some === undefined || all === undefined || some.length === 0) return false;
  return isWithin(some, all) && some.length * 2 >= all.length;
}

function personal(name: string): string[] {
  const words = wordsOf(name);
  while (words.length > 1 && TITLES.test(words[0] ?? '')) words.shift();
  return words;
}

function bare(name: string): string[] {
  const words = wordsOf(name);
  return ARTICLE.test(words[0] ?? '') ? words.slice(1) : words;
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((word) => all.includes(word));
}

function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(l|un|dell|all|nell)['’](?=[a-z])/g, '$1 ')
    .replace(/['’]s?\b/g, '')
    .replaceAll('.', '');
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

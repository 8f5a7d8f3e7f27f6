/** Shorter names are each a letter away from many others. */
const SHORTEST_MISSPELT = 5;

/** "Jeffery" for "Jeffrey": names that begin alike and are one letter, or two that changed places, apart. */
export function isMisspelt(word: string, name: string): boolean {
  if (word.length < SHORTEST_MISSPELT || Math.abs(word.length - name.length) > 1 || word[0] !== name[0]) return false;
  if (/\p{N}/u.test(word) || word === name) return false;
  let at = 0;
  while (at < word.length && word[at] === name[at]) at += 1;
  const [rest, other] = [word.slice(at), name.slice(at)];
  return (
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    rest.slice(1) === other.slice(1) ||
    (rest.slice(2) === other.slice(2) && rest[0] === other[1] && rest[1] === other[0])
  );
}

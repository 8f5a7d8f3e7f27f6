/** A headline has this many characters; what is longer is a paragraph, or an attack. */
export const LONGEST_TITLE = 300;

/** A title as it is, or its beginning, to the end of a word where it has words. */
export function cutTitle(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const space = title.lastIndexOf(' ', LONGEST_TITLE);
  return `${title
    .slice(0, space > LONGEST_TITLE / 2 ? space : LONGEST_TITLE)
    .toWellFormed()
    .trim()}…`;
}

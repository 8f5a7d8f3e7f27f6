/** Signs with a meaning anywhere: styles, links, mentions, emoji, timestamps, lists, quotations, headings. */
const SIGNS = /[\\`*_~|<>@#:()[\]-]/g;
/** "1." and "+" begin a list at the beginning of a line. */
const LIST = /^(?:\+|\d+(?=\.))/;
/** The dot of "www.example" and of "discord.gg/…", of which clients make links and invitations without a scheme. */
const DOT_OF_HOST = /(?<=[\p{L}\p{N}])\.(?=\p{L})/gu;

/**
 * One line of text from outside as Discord's Markdown that shows exactly these words. Discord shows any sign behind a backslash
 * as it is, unless it is a letter, a digit or a space; `https\://` no longer matches what it takes for an address.
 */
export function escapeMarkdown(line: string): string {
  return line
    .replace(SIGNS, '\\$&')
    .replace(LIST, (opening) => (opening === '+' ? '\\+' : `${opening}\\`))
    .replace(DOT_OF_HOST, '\\.');
}

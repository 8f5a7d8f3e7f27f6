/** Signs with a meaning anywhere: styles, code, spoilers, links, mentions, custom emoji, timestamps. */
const SIGNS = /[\\`*_~|<>@[\]]/g;
/** What opens a heading, a quotation, small print or a list at the beginning of a line. */
const OPENING = /^(?:[#+-]|\d+(?=\.))/;
/** `https://` is a link, `:smile:` a picture; any other colon is a colon. */
const COLON = /:(?=\/\/|[\w+-]+:)/g;
/** Without a scheme clients make links of "www.example" and invitations of "discord.gg/…". */
const DOT_OF_HOST = /(?<=\b(?:www|discord|discordapp))\.(?=\p{L})/giu;

/**
 * One line of text from outside as Discord's Markdown that shows exactly these words. Discord shows any sign behind a backslash
 * as it is, unless it is a letter, a digit or a space; `https\://` no longer matches what it takes for an address. What has no
 * meaning where it stands is left alone, so that the text reads well wherever it is shown raw.
 */
export function escapeMarkdown(line: string): string {
  return line
    .replace(SIGNS, '\\$&')
    .replace(COLON, '\\:')
    .replace(OPENING, (opening) => (/\d/.test(opening) ? `${opening}\\` : `\\${opening}`))
    .replace(DOT_OF_HOST, '\\.');
}
